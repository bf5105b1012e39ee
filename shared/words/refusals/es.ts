import type { Refusal } from '../../refusals.ts'

export const words = {
  signed_out: 'Su sesión ha terminado. Sírvase iniciarla de nuevo; lo que escribió se conserva.',
  wrong_credentials:
    'La dirección de correo y la contraseña no se corresponden. Sírvase comprobar ambas e intentarlo de nuevo.',
  forbidden:
    'Su función no incluye esta acción. Sírvase consultar con la jefatura de su delegación o con la Secretaría.',
  wrong_origin:
    'Esta solicitud no procede de la propia plataforma. Sírvase abrir de nuevo la plataforma e intentarlo otra vez.',
  not_acting_for:
    'Usted no está acreditado, o ya no lo está, ante esta delegación. Sírvase elegir la delegación en cuyo nombre actúa.',
  not_found: 'No hay nada en esta dirección, o su contenido no está a su disposición.',
  link_used: 'Este enlace ya se ha utilizado. Sírvase iniciar sesión o solicitar uno nuevo.',
  link_expired: 'Este enlace ha dejado de ser válido. Sírvase solicitar uno nuevo.',
  too_many_attempts: 'Ha habido demasiados intentos. Sírvase esperar unos minutos e intentarlo de nuevo.',
  invalid: 'Este dato no puede aceptarse tal como está. Sírvase comprobarlo.',
  required: 'Sírvase rellenar este campo.',
  too_long: 'El texto supera la extensión admitida. Sírvase abreviarlo.',
  too_short: 'El texto es demasiado corto. Una contraseña tiene al menos 15 caracteres.',
  too_common:
    'Esta contraseña es demasiado fácil de adivinar. Sírvase elegir otra, por ejemplo varias palabras seguidas.',
  not_an_email: 'Sírvase indicar una dirección de correo completa, como nombre@mision.example.',
  not_a_date: 'Sírvase indicar una fecha que exista.',
  unknown_field: 'La plataforma no conoce este elemento. Sírvase volver a cargar la página.',
  unreadable_characters:
    'El texto contiene caracteres invisibles o ilegibles. Sírvase suprimirlos o volver a escribir el pasaje.',
  direction_marks:
    'El texto contiene signos ocultos que cambian el sentido de la lectura. Sírvase suprimirlos o volver a escribir el pasaje.',
  link_not_allowed:
    'Solo se aceptan enlaces a páginas web y direcciones de correo, sin nombre de usuario ni contraseña. Sírvase corregir o suprimir este.',
  mixed_scripts:
    'El nombre se escribe en un solo alfabeto; una de sus palabras mezcla letras de varios. Sírvase volver a escribirlo.',
  too_large: 'El envío supera el tamaño admitido. Sírvase reducirlo o remitirlo por partes.',
  wrong_media_type: 'No se acepta este tipo de archivo. Sírvase enviar un archivo PDF o Word (DOCX).',
  not_a_document:
    'Este archivo no ha podido abrirse como documento. Sírvase guardarlo de nuevo como PDF o DOCX y volver a adjuntarlo.',
  key_reused: 'Esta solicitud ya se envió con otro contenido. Sírvase volver a cargar la página antes de continuar.',
  changed_meanwhile:
    'Otra persona ha modificado este texto entretanto. El suyo se conserva; sírvase compararlo con la versión actual.',
  precondition_required: 'No consta qué versión tiene usted a la vista. Sírvase volver a cargar la página.',
  list_frozen: 'Esta lista ya se ha distribuido y no puede modificarse.',
  list_not_circulated: 'Esta lista todavía no se ha distribuido.',
  list_closed:
    'Esta lista está cerrada por haber vencido el plazo. Si su delegación aún desea responder, sírvase dirigirse a la Secretaría.',
  language_missing:
    'La lista aún no está completa en todos los idiomas elegidos. Sírvase añadir los textos que faltan.',
  no_addressees: 'Todavía no hay ninguna delegación destinataria. Sírvase elegir al menos una.',
  no_questions: 'La lista todavía no contiene ninguna pregunta. Sírvase añadir al menos una.',
  deadline_missing: 'Todavía no se ha fijado un plazo. Sírvase indicar la fecha, la hora y el huso horario.',
  deadline_past: 'Este plazo ya ha vencido. Sírvase fijar uno posterior.',
  not_for_clearance:
    'La respuesta no se encuentra ante la jefatura de la delegación. Sírvase remitirla primero para su aprobación.',
  cleared_text_changed: 'El texto ha cambiado desde su aprobación. Sírvase examinar los cambios y aprobarlo de nuevo.',
  already_submitted:
    'La respuesta ya se ha presentado. Hasta el vencimiento del plazo puede prepararse una versión enmendada.',
  nothing_to_submit:
    'La respuesta está vacía. Sírvase responder al menos a una pregunta, indicar que no hay posición o adjuntar una carta.',
  not_in_list: 'Esta pregunta no forma parte de la lista. Sírvase volver a cargar la página.',
  not_speaker: 'Su delegación no habla actualmente en nombre de este grupo. Sírvase dirigirse a la Secretaría.',
  attribution_not_offered: 'Esta lista no prevé esa forma de atribución. Sírvase elegir una de las que se ofrecen.',
  choice_not_offered: 'Esta opción no figura entre las que ofrece la pregunta. Sírvase elegir una de ellas.',
  already_invited: 'Esta persona ya ha sido invitada o ya es miembro.',
  last_head: 'Toda delegación debe conservar al menos una jefatura. Sírvase designar primero a otra persona.',
  last_administrator:
    'La plataforma debe conservar al menos una persona encargada de su administración. Invite primero a otra.',
  not_ready: 'El archivo aún se está preparando. Podrá descargarse cuando esté listo.',
  cancelled: 'La operación se ha cancelado. Puede iniciarse de nuevo en cualquier momento.',
  session_not_open:
    'La sesión no está abierta en este momento. Pueden presentarse contribuciones por escrito antes y después de ella.',
  session_begun: 'La sesión ha comenzado, por lo que esto ya no puede modificarse.',
  mode_only_stricter: 'Ya hay contribuciones hechas con esta forma de atribución. Solo puede hacerse más estricta.',
  speakers_list_closed:
    'La lista de oradores está cerrada. Aún puede pedirse una cuestión de orden o el derecho a contestar.',
  already_inscribed: 'Su delegación ya figura en la lista de oradores en esta calidad.',
  floor_moved_on: 'Entretanto se ha dado la palabra. Lo que se muestra es la situación actual.',
  too_late_to_undo: 'Esto solo puede deshacerse durante treinta segundos. La lista aún puede modificarse a mano.',
  clock_moved_on: 'Entretanto se ha cambiado el reloj. Vuelva a mirarlo.',
  phase_moved_on: 'Entretanto el tablero ha pasado a otra fase. La que se muestra es la actual.',
  phase_closed: 'El tablero no admite esto en su fase actual. Su texto se conserva.',
  moved_meanwhile: 'Otra persona lo ha movido entretanto. Está donde lo puso.',
  ideas_used_up: 'Su delegación ha presentado todas las ideas que esta sesión admite de una delegación.',
  points_exceeded: 'Eso supera los puntos de que dispone su delegación o los que puede recibir un grupo de ideas.',
  temperature_closed: 'Esta pregunta no está abierta. Se mantiene la respuesta dada mientras lo estaba.',
  needs_anonymous_intake: 'En esta sesión las ideas se reciben sin nombre. Vuelva a cargar la página.',
  not_in_anonymous: 'Esto no es posible en una sesión anónima, porque identificaría a la delegación.',
  credit_spent: 'Esta idea ya se recibió o el derecho a enviarla ya se ha utilizado.',
  record_not_kept: 'En este momento no se toman notas. La presidencia puede iniciarlo; toda la sala lo verá.',
  reason_required: 'Indique el motivo; quien lo escribió lo leerá.',
  finding_withdrawn: 'Esta conclusión se retiró y no se publica de nuevo.',
  paragraphs_differ: 'Los idiomas no tienen el mismo número de párrafos.',
  nothing_changed: 'Nada ha cambiado desde la última versión.',
  circular: 'Estas medidas se esperarían unas a otras en círculo. Suprima uno de estos vínculos.',
  unfounded: 'Cada párrafo necesita una fuente, o el motivo por el que no la tiene.',
  points_not_handed_over: 'El relator aún no ha entregado los puntos de esta sesión.',
  rested_on: 'Otro texto se apoya en esto. Retírelo primero de allí.',
  slots_overlap: 'Esto se superpondría con otra parte del programa.',
  too_few_seats: 'Los grupos tienen menos plazas que delegaciones por distribuir.',
  choice_closed: 'La elección de grupo ha terminado. La Secretaría todavía puede trasladar a una delegación.',
  groups_not_told: 'Los grupos aún no se han comunicado.',
  too_many_points: 'Un grupo presenta cinco puntos como máximo. Hay que suprimir uno o unir dos.',
  no_points: 'Todavía no hay ningún punto que someter al grupo.',
  points_unlinked:
    'Cada punto remite a aquello en que se basa en esta sesión. Al menos uno todavía no tiene ningún vínculo.',
  points_not_put: 'Los puntos no están sometidos a la firma del grupo en este momento.',
  points_changed: 'Los puntos han cambiado desde que usted los leyó. Se muestra cómo están ahora; léalos de nuevo.',
  points_not_signed: 'El grupo aún no ha firmado los puntos.',
  points_reported: 'Los puntos se llevaron a la plenaria y ya no pueden modificarse.',
  reports_missing: 'Un grupo que se reunió no tiene puntos firmados ni ha indicado el motivo.',
  retreat_closed: 'El retiro ha terminado.',
  retreat_not_announced: 'El retiro aún no se ha anunciado.',
  feedback_not_open:
    'Todavía no se pueden presentar opiniones. Podrán presentarse a partir de la hora indicada; su texto se conserva.',
  feedback_closed:
    'El plazo para presentar opiniones ha vencido. Su texto se conserva; diríjase a la Secretaría si su delegación aún desea presentarlas.',
  version_superseded:
    'Se ha publicado una versión más reciente de esta conclusión. Su texto se conserva; lea la nueva versión y presente su opinión sobre ella.',
  paragraph_changed:
    'Este párrafo no dice eso en la versión que tiene ante sí. Su redacción se conserva; compárela con el párrafo actual.',
  words_required: 'Indique el motivo o el cambio que propone: sin ello esta opinión no se entiende.',
  attribution_kept:
    'Su delegación ya se pronunció sobre esta versión con la otra forma de atribución. Se mantiene también para el nuevo texto: un cambio revelaría de quién es.',
  not_put_to_retreat: 'Esta conclusión no está sometida a este retiro. Vuelva a cargar la página.',
  finding_has_feedback:
    'Ya se han presentado opiniones sobre una conclusión que usted quita. Sigue sometida al retiro; si ya no se mantiene, retírela.',
  not_in_our_name:
    'Esto no se dijo en nombre de su delegación, de modo que no hay nada a lo que sumarse ni de lo que discrepar.',
  busy: 'La plataforma está muy ocupada en este momento. Sírvase intentarlo de nuevo en breve; lo que escribió se conserva.',
  unavailable:
    'No es posible acceder a la plataforma en este momento. Sírvase comprobar su conexión e intentarlo de nuevo; lo que escribió se conserva.',
  unexpected:
    'Se ha producido un error por nuestra parte; ha quedado registrado. Sírvase intentarlo de nuevo; lo que escribió se conserva.',
} satisfies Record<Refusal, string>
