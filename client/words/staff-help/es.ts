import type { words as en } from './en.ts'

export const words = {
  staff_help_title: 'Ayuda para la Secretaría',
  staff_help_lead: 'Desde el primer borrador de una lista de preguntas hasta la compilación exportada.',
  staff_help_contents: 'En esta página',
  staff_help_prepare: 'Preparar una lista',
  staff_help_prepare_text:
    'Abra la consulta, comience una lista de preguntas y redáctela en un idioma tras otro. «Mostrar al lado» coloca un segundo idioma junto al que escribe, para traducir o comparar; debajo de cada idioma figura cuántos textos faltan todavía.\nLa lista se guarda por sí sola a medida que escribe; el estado del guardado figura siempre en la parte superior. Si un colega modifica la lista al mismo tiempo, los cambios de ambos se reúnen. Donde los dos hayan modificado el mismo texto, las dos redacciones aparecen una junto a la otra y usted elige; no se pierde nada.\nDiga en «Qué se hará con las respuestas» para qué se utilizarán: las delegaciones lo leen antes de comenzar.',
  staff_help_deadline: 'Fijar el plazo',
  staff_help_deadline_text:
    'Un plazo es un día, una hora y un huso horario; se propone Nueva York. Se advierte de un fin de semana, de un día feriado oficial en la Sede, del debate general y de menos de diez días laborables. Una advertencia no prohíbe nada; solo se rechaza un momento que ya ha pasado.\nDecida al mismo tiempo qué ocurre con las respuestas posteriores: se rechazan, o se reciben y se marcan como recibidas con retraso hasta que usted cierre la lista. Las delegaciones ven su propia hora junto a la de Nueva York.',
  staff_help_circulate: 'Revisar y distribuir',
  staff_help_circulate_text:
    'Antes de distribuir la lista, léala como la verá un delegado, en cada idioma. El último repaso dice a cuántas delegaciones se dirige, quién se omite, para cuándo, y qué ya no podrá modificarse. Si un idioma está incompleto puede omitirlo; queda constancia de ello.\nDespués de la distribución, el texto queda fijado. Puede prorrogar el plazo, para todas las delegaciones o para una sola, enviar recordatorios y cerrar la lista.',
  staff_help_follow: 'Seguir una lista',
  staff_help_follow_text:
    'Cada delegación tiene un lugar en la cuadrícula, por grupo regional y en orden protocolario; la tabla dice lo mismo línea por línea. Los filtros figuran en la dirección, de modo que una vista puede compartirse.\nLa página sigue por sí sola lo que ocurre y deja en su lugar lo que está leyendo. Las declaraciones y los Estados distintos se cuentan en paralelo: la declaración de un grupo comprende a sus miembros de ese día, y cada Estado cuenta una vez, por su propia respuesta, por su adhesión o por el grupo.\nSeleccione las delegaciones que no han presentado respuesta y envíeles un recordatorio. Se dirige a sus jefaturas y a quienes redactan.',
  staff_help_read: 'Leer las respuestas',
  staff_help_read_text:
    'Lea por pregunta o por delegación, y filtre por grupo regional, grupo, idioma y palabras. El filtro aplicado figura siempre como una frase encima de las respuestas. Las respuestas aparecen en el idioma en que se dieron.\nLas respuestas que se presentan mientras lee se anuncian, y se muestran cuando lo pide. Un número de versión superior a 1 significa que la delegación enmendó su respuesta; abra la respuesta presentada para ver qué ha cambiado.',
  staff_help_clarify: 'Pedir una aclaración',
  staff_help_clarify_text:
    'Elija una respuesta y escriba al lado. La delegación recibe aviso y contesta en el mismo lugar; nadie más ve la conversación. Márquela como resuelta cuando el asunto quede zanjado; un nuevo mensaje vuelve a abrirla.\nUna aclaración no modifica una respuesta: para ello la delegación presenta una versión enmendada.',
  staff_help_sessions: 'Sesiones',
  staff_help_sessions_text:
    'Programe la sesión en la página de su consulta. El tipo de sesión fija la atribución, el tiempo de intervención y los puntos; todo se puede modificar. La atribución obliga desde la primera contribución y después solo puede hacerse más estricta. No se informa a nadie antes del anuncio; después, todo cambio de hora, lugar o enlace actualiza las invitaciones en los calendarios.\nEn la página de la sesión se asignan la presidencia, la moderación, la relatoría y la toma de notas, y se crean direcciones para las pantallas de la sala. Una dirección se muestra una sola vez y se puede retirar.\nEl acta de la relatoría crece durante la sesión: puntos, cada uno con aquello en que se basa. Se puede exportar en cualquier momento y es provisional hasta que se cierra la sesión; entonces se entregan sus puntos.',
  staff_help_findings: 'Temas y conclusiones',
  staff_help_findings_text:
    'En «Temas» se clasifican pasajes de lo que se dijo: seleccione palabras, o tome un párrafo o el conjunto. En la página de una conclusión se redacta en un idioma tras otro; todos tienen el mismo número de párrafos. Al lado se busca lo que se dijo por sus palabras y se cita el pasaje. Lo que escribe se conserva en este dispositivo hasta que lo guarda; si otra persona guardó entretanto, ve la diferencia y elige.\nEl Equipo de Examen Interno redacta; la Secretaría publica. Al publicar queda fijada una versión que leen todas las delegaciones; a partir de la segunda se dice qué cambió. Una conclusión retirada sigue siendo legible y lo indica. El Equipo de Examen Interno nunca ve quién es el autor de lo dicho sin atribución.',
  staff_help_export: 'Exportar',
  staff_help_export_text:
    'Una exportación toma el filtro aplicado. Se prepara en segundo plano; puede seguir trabajando, y cancelarla. El archivo se conserva poco tiempo, solo para usted y solo en la misma sesión. En el registro consta que un archivo se preparó y se descargó.',
  staff_help_unseen: 'Lo que la Secretaría no ve',
  staff_help_unseen_text:
    'De un borrador no sabrá nada: ni que existe, ni su extensión, ni su hora. Verá que una delegación ha abierto la lista (ella sabe que usted lo ve), que ha indicado que prepara una respuesta, y lo que ha presentado. Los comentarios internos de una delegación nunca se muestran a nadie más.\nLa administración se ocupa de las personas y del acceso y no lee respuestas.',
  staff_help_unnamed: 'Respuestas sin atribución',
  staff_help_unnamed_text:
    'Verá al autor de una respuesta de este tipo, con una marca; también lo ve el propio autor, y nadie más. Sírvase no copiar el nombre en notas ni mensajes.\nEn los archivos y para otras delegaciones, estas respuestas aparecen sin nombre una vez cerrada la lista, en orden de sorteo, y solo cuando al menos cinco delegaciones pudieron haberlas redactado. Un filtro que pudiera revelar al autor las excluye.',
  staff_help_people: 'Personas y grupos',
  staff_help_people_text:
    'Invite por correo electrónico a la jefatura de cada delegación. La jefatura invita a colegas, designa una jefatura interina y retira a integrantes; eso compete a la misión. La administración puede ayudar a una misión cuya jefatura se ha marchado.\nEn «Grupos de Estados» verá quién pertenecía a un grupo un día determinado y quién hablaba en su nombre. El derecho a hablar en nombre de un grupo tiene fecha, porque las presidencias rotan.',
  staff_help_keys: 'Teclado y ayudas a la lectura',
  staff_help_keys_text:
    'Todas las páginas pueden usarse solo con el teclado. Durante la lectura, j y k llevan a la respuesta siguiente y a la anterior, / a la búsqueda, y ? muestra las teclas. En la cuadrícula, las flechas desplazan, Intro muestra una delegación y la barra espaciadora la selecciona.\nLos cambios se anuncian a los lectores de pantalla con mesura y juntos. Las páginas pueden ampliarse al 200 % e imprimirse.',
  staff_help_retreat: 'Preparar y dirigir un retiro',
  staff_help_retreat_text:
    'Prepare un retiro en la página de su consulta: lugar, huso horario, participantes, conclusiones sometidas, y hasta cuándo y cómo presentan opiniones las delegaciones. Componga el programa de partes, plenarias y grupos de debate; el horario las ordena. No se informa a nadie hasta que usted anuncie el retiro.\nLos grupos se forman según lo que eligieron las delegaciones, mezclando los grupos regionales, como en una parte anterior, o a mano. Examine el equilibrio antes de conservar un sorteo; se guarda la semilla del sorteo, de modo que cualquiera puede repetirlo. Una vez comunicados los grupos, una delegación puede renunciar con una nota; usted la ve junto a la parte y puede darle otro lugar. A quien se cambia de grupo se le avisa de inmediato.\nEl día del retiro, «Seguir y dirigir» muestra todos los grupos uno junto a otro: quién ha acudido, el tiempo restante, el tablero, los puntos y quién llama a la presidencia. El tiempo se da a todos los grupos a la vez; si otra parte sigue inmediatamente, se le pregunta si comienza más tarde. Al cerrar no se pierde nada.\nEl relator de un grupo redacta hasta cinco puntos, cada uno con aquello en que se basa, y los presenta al grupo. Las delegaciones firman, o hacen constar su disentimiento con sus palabras. Los puntos firmados se llevan a la plenaria con un lugar en la lista de oradores. El retiro puede cerrarse cuando cada grupo que se reunió tiene puntos firmados o ha dicho por qué no los tiene.',
  staff_help_results: 'Plan, informe y curso de lo dicho',
  staff_help_results_text:
    'Una medida tiene una oficina que la ejecuta, una vertiente, un plazo en la medida en que se conozca y aquello a lo que responde; se conserva cada estado que ha tenido. Puede depender de medidas de cualquier vertiente; un círculo se rechaza y se nombra. El retraso se deduce de la fecha, y la retención, de aquello de lo que depende: la vista conjunta de las vertientes muestra ambas cosas. Las delegaciones leen una medida una vez publicada, una a una o todas a la vez; no puede deshacerse.\nEl informe es un esquema de párrafos numerados, los mismos en cada uno de sus idiomas. Cada uno se basa en conclusiones, medidas o contribuciones, o dice por qué no; sin una de las dos cosas no se publica. Antes de publicarlo, «Lo que aún no se ha decidido» enumera lo que nadie ha recogido: cítelo, póngalo en un tema o no lo recoja, con un motivo que su delegación leerá palabra por palabra.',
} satisfies Record<keyof typeof en, string>
