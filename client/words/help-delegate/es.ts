import type { words as en } from './en.ts'

export const words = {
  help_title: 'Ayuda para las delegaciones',
  help_lead:
    'La plataforma en pocas respuestas breves. No hay nada que aprender antes: «Lo que le espera» muestra siempre el paso siguiente.',
  help_contents: 'En esta página',
  help_first: 'Por dónde empezar',
  help_first_text:
    'Abra «Lo que le espera». Cada ficha indica una cosa por hacer, su plazo en Nueva York y en su propia hora, y quién la tiene ahora en su delegación.\nAl abrir una lista de preguntas, la Secretaría ve que su delegación la ha abierto, y nada más. Antes de la primera pregunta se lee para qué sirve la lista, qué se hará con las respuestas, quién las verá y si puede responderse sin atribución.',
  help_writing: 'Redactar una respuesta',
  help_writing_text:
    'Elija «Responder en nombre de» su Estado. Responda a las preguntas en cualquier orden; también es bienvenida una respuesta parcial, y «Sin posición en esta etapa» es una respuesta. Puede escribir en cualquiera de los seis idiomas e indicar en cuál.\nLo que escribe se guarda en menos de dos segundos; la línea de la parte superior lo dice siempre. Si se corta la conexión, el texto queda en este dispositivo y se envía cuando vuelve. El texto pegado desde Word conserva párrafos, negrita, cursiva, listas, citas y enlaces.\nUna carta en PDF o DOCX, sola o junto con las respuestas, también es una respuesta.',
  help_together: 'Trabajar con colegas',
  help_together_text:
    'Se ve quién más está en la respuesta y en qué pregunta. Si dos personas modifican la misma respuesta a la vez, los dos textos aparecen uno junto al otro y usted decide: nada se sustituye sin que se vea. Las redacciones anteriores quedan en «Redacciones anteriores». Los comentarios son solo para su delegación.',
  help_clearing: 'Aprobar y presentar',
  help_clearing_text:
    'Quien redacta envía la respuesta para su aprobación. La jefatura de la delegación, o la interina durante un período, la devuelve con una nota o la aprueba y la presenta. Todo cambio posterior anula la aprobación: lo que se presenta es el texto que se leyó.\nAntes de la presentación, una página muestra exactamente qué se envía, quién lo verá y cómo se atribuye cada respuesta. Después recibe un acuse de recibo para los archivos de la misión y puede descargar la respuesta tal como se presentó. Hasta que venza el plazo puede presentarse una versión enmendada; se conservan todas las versiones presentadas.',
  help_group: 'Presentar en nombre de un grupo',
  help_group_text:
    'La delegación que habla en nombre de un grupo encuentra «Responder en nombre de» ese grupo en la página de la lista. La declaración conserva la lista de Estados del día en que se presenta, sin los miembros en cuyo nombre no se hace y con los Estados que se unen a ella.\nUna delegación puede sumarse a la declaración de un grupo, en su totalidad, con adiciones o con excepciones. Es un acto propio, de su jefatura; nunca se deduce de la pertenencia al grupo.',
  help_sessions: 'Sesiones',
  help_sessions_text:
    'La invitación llega por correo electrónico con un archivo de calendario, y la sesión figura en «Lo que le espera» con la hora del lugar y la suya. La página de la sesión indica cómo se atribuye lo que allí se dice; léala primero.\nEn la sala su delegación pide la palabra, a título nacional o en nombre de un grupo, ve su lugar en la lista, escribe ideas, da sus puntos, responde a la pregunta abierta y adjunta su declaración. A cada título espera una sola solicitud a la vez; después de hablar puede pedir de nuevo la palabra mientras la lista esté abierta. Quien no puede asistir presenta declaraciones por escrito sobre los mismos temas, en pie de igualdad. Después, «Lo que dijo su delegación» lo conserva todo para sus archivos.',
  help_findings: 'Conclusiones',
  help_findings_text:
    'En «Consultas» encontrará las conclusiones del Equipo de Examen Interno una vez publicadas. Los párrafos están numerados, igual en todos los idiomas, para que pueda citarlos. Debajo del texto figura en qué se basa la conclusión, en la medida en que su delegación pueda leerlo; lo que se dijo sin atribución nunca aparece con un nombre.\nUna versión publicada ya no cambia. Cuando otra la sustituye, la página lo indica y dice qué cambió; puede compararla con cualquier versión anterior, párrafo por párrafo, e imprimirla.',
  help_retreat: 'El retiro',
  help_retreat_text:
    'Una vez anunciado, el retiro figura en «Lo que le espera» con sus fechas en ambos relojes y lo que se pide a su delegación hasta entonces. Su página contiene el programa por día, las conclusiones que conviene leer con antelación y, en cuanto se comunica, su grupo con sus idiomas, su moderación y su relatoría.\nDonde las delegaciones eligen, ordene los grupos como desee hasta el momento indicado. Poner primero un grupo muy solicitado nunca le hace perder su deseo siguiente. Se puede renunciar, con una nota, a un grupo que no convenga, hasta que se reúna.\nSobre cada conclusión su delegación la apoya, la apoya con un cambio escrito en el propio texto, expresa una preocupación, necesita información o no tiene posición; también antes del retiro y hasta un momento fijado después. Lo dicho se conserva con la versión a la que se refiere, y el silencio nunca se cuenta como acuerdo.',
  help_breakout: 'En un grupo de debate',
  help_breakout_text:
    'La sala de un grupo es una sala como las de las sesiones. Encima figuran el tiempo que queda, los mensajes de la presidencia del retiro y la forma de llamarla; a nadie se le dice quién del grupo llamó. Si su delegación recibe un lugar en otro grupo, la página lo dice y lleva allí; lo que usted escribió permanece donde se escribió.\nEl relator redacta hasta cinco puntos, cada uno con aquello en que se basa, y los presenta al grupo. Su delegación firma que reflejan fielmente lo dicho, lo que no supone aceptarlos, o hace constar su disentimiento en sus propias palabras, que van a la plenaria con los puntos. Si un punto cambia, todas las firmas se retiran y se le pregunta de nuevo. Quien no dice nada no se cuenta. Un grupo que termina sin puntos dice por qué.',
  help_feedback: 'Opiniones sobre las conclusiones',
  help_feedback_text:
    'Presente opiniones conclusión por conclusión: elija lo que dice de ella, proponga otra redacción en el propio párrafo y añada los motivos. Lo que escribe queda en este dispositivo hasta que lo presente; lo presentado puede cambiarse hasta que se cierre el plazo. Si se publica una versión nueva mientras escribe, la página muestra lo que cambió y traslada sus palabras; una propuesta cuyo párrafo ha cambiado espera a que usted la coloque. Si un colega presentó algo entretanto, ambos textos figuran uno junto al otro. Lo que un grupo dijo en nombre de su Estado figura junto a sus propias palabras; la jefatura de la delegación puede sumar el Estado a ello o discrepar.\nEn «Dónde convergen las opiniones» lee las cifras que la Secretaría ha mostrado, en gráficos y en cuadros, y cómo queda su posición. Las cifras que señalarían a un Estado se reúnen. El silencio no es una posición.\nQuien discrepa de su grupo puede indicar los párrafos de los que se disocia. La página de la conclusión lo dice debajo de cada uno: por su nombre si lo dicho por el grupo lo lleva y, si no, con una cifra cuando el retiro ha concluido y lo hicieron cinco miembros o más. Un grupo tiene una sola palabra sobre una versión: si otro de sus portavoces la dio entretanto, usted lee ambas y decide.',
  help_late: 'Después del plazo',
  help_late_text:
    'La lista dice si una respuesta tardía se rechaza, o si se acepta y se marca como recibida con retraso. Rige el reloj de la plataforma, y la hora fijada aún cuenta. La Secretaría puede prorrogar el plazo para todas las delegaciones o para una sola; se le comunicará.',
  help_attribution: 'Atribución',
  help_attribution_text:
    'Una respuesta con atribución se muestra con el nombre de su Estado o grupo. Una respuesta sin atribución se muestra con su nombre a los integrantes de la Secretaría que siguen la lista, y a nadie más; los resúmenes y las exportaciones nunca lo mencionan. Una vez presentada sin atribución, una respuesta no puede atribuirse después.',
  help_privacy: 'Quién ve un borrador',
  help_privacy_text:
    'Nadie fuera de su delegación: ni la Secretaría, ni otra delegación, ni siquiera que existe. La Secretaría ve que se abrió la lista, que se prepara una respuesta si usted lo dice, y lo que usted presenta.\nEn un equipo que usan otras personas, active «No conservar nada en este dispositivo» junto a la línea que indica si se ha guardado. Al cerrar la sesión se elimina todo en cualquier caso.',
  help_keyboard: 'Teclado y ayudas a la lectura',
  help_keyboard_text:
    'Todas las páginas pueden usarse solo con el teclado, con un lector de pantalla y al 200 %. En el editor, Ctrl+B pone negrita, Ctrl+I cursiva, Ctrl+Z deshace y Tab desplaza un elemento de lista; Mayús+Tab lleva del editor a sus herramientas, donde las flechas pasan de una a otra.\nTodas las páginas pueden imprimirse; el acuse de recibo cabe en una página.',
  help_results: 'Qué ha sido de lo que dijo',
  help_results_text:
    '«Qué ha sido de lo que dijimos» enumera todo lo que su delegación respondió, declaró y escribió, y el curso que siguió: en un tema, en un resumen, una conclusión, una medida o un párrafo del informe, reunido con otras contribuciones, o no recogido, con el motivo. Si aún no se ha decidido, así lo indica. Solo su delegación lee esta lista, también lo que dijo sin atribución; se imprime en dos páginas.\nEl resumen definitivo de una lista de preguntas o de una sesión está junto al informe, en la página de la consulta. Desde el plan de acción y desde cada párrafo de un resumen o del informe puede remontarse a aquello en que se basa, en la medida en que pueda leerlo, y volver por el mismo camino. Lo que otros dijeron sin nombre no aparece, ni cuánto fue.\nLa lista contiene también lo que dijeron grupos en su nombre, señalado como tal, con lo que su delegación dijo al respecto. Desde la página de un retiro, «Informe a la capital» le da un archivo: sus opiniones con el curso que siguieron y lo que trajeron sus grupos de debate.',
} satisfies Record<keyof typeof en, string>
