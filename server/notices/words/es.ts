import type { LetterWords } from '../letters.ts'

export const words: LetterWords = {
  letters: {
    invitation: {
      subject: 'Invitación a una consulta de los Estados Miembros',
      opening:
        'Se le invita a trabajar en la plataforma con la que las Naciones Unidas consultan a sus Estados Miembros.',
      action:
        'Para aceptar, abra este enlace en un plazo de siete días. Sirve una sola vez y está destinado únicamente a usted:',
    },
    password_reset: {
      subject: 'Nueva contraseña',
      opening:
        'Se ha pedido una nueva contraseña para esta dirección. Si no ha sido usted, no tiene que hacer nada: su contraseña no cambia.',
      action: 'Para elegir una nueva contraseña, abra este enlace en el plazo de una hora. Sirve una sola vez:',
    },
    list_circulated: {
      subject: 'Lista de preguntas: {title}',
      opening: 'La Secretaría ha enviado una lista de preguntas a su delegación.',
      action: 'Para leer las preguntas y responder:',
    },
    list_extended: {
      subject: 'Nuevo plazo: {title}',
      opening: 'Se ha prorrogado el plazo de esta lista de preguntas.',
      action: 'Para leer las preguntas y responder:',
    },
    reminder: {
      subject: 'Recordatorio: {title}',
      opening: 'La Secretaría aún no ha recibido la respuesta de su delegación a esta lista de preguntas.',
      action: 'Para leer las preguntas y responder:',
    },
    for_clearance: {
      subject: 'Para aprobación: {title}',
      opening: 'Se somete a su aprobación una respuesta de su delegación.',
      action: 'Para leerla y aprobarla o devolverla:',
    },
    returned: {
      subject: 'Devolución: {title}',
      opening:
        'Se ha devuelto una respuesta de su delegación para que se siga trabajando en ella. La nota que la acompaña puede leerse en la plataforma.',
      action: 'Para continuar:',
    },
    submitted: {
      subject: 'Respuesta presentada: {title}',
      opening:
        'Se ha presentado una respuesta de su delegación. El acuse de recibo está destinado a los archivos de la misión.',
      action: 'Para ver el acuse de recibo:',
    },
    amendment_begun: {
      subject: 'Enmienda: {title}',
      opening:
        'Su delegación ha comenzado una versión enmendada de su respuesta. Hasta que se presente, sigue en vigor la versión anterior.',
      action: 'Para continuar:',
    },
    clarification_asked: {
      subject: 'Aclaración solicitada: {title}',
      opening: 'La Secretaría tiene una pregunta sobre una respuesta de su delegación.',
      action: 'Para leerla y responder:',
    },
    clarification_answered: {
      subject: 'Aclaración recibida: {title}',
      opening: 'Se ha respondido a una solicitud de aclaración.',
      action: 'Para leer la respuesta:',
    },
    session_announced: {
      subject: 'Sesión: {title}',
      opening:
        'La Oficina del Jefe de Gabinete invita a su delegación a una sesión. El archivo adjunto la anota en su calendario.',
      action: 'Para ver el orden del día y entrar en la sala cuando se abra:',
    },
    session_changed: {
      subject: 'Sesión modificada: {title}',
      opening:
        'Se ha modificado una sesión a la que está invitada su delegación. El archivo adjunto actualiza su calendario.',
      action: 'Para ver la sesión:',
    },
    session_cancelled: {
      subject: 'Sesión cancelada: {title}',
      opening:
        'No se celebrará una sesión a la que estaba invitada su delegación. El archivo adjunto la retira de su calendario.',
      action: 'Para verla en la plataforma:',
    },
    session_uninvited: {
      subject: 'Invitación retirada: {title}',
      opening:
        'Su delegación ya no figura entre las invitadas a esta sesión. El archivo adjunto la retira de su calendario.',
      action: 'Para ver qué más espera a su delegación:',
    },
    session_group: {
      subject: 'Su grupo: {title}',
      opening:
        'La Oficina del Jefe de Gabinete ha asignado a su delegación a este grupo del retiro. El archivo adjunto lo incorpora a su calendario. Hasta que comience, su delegación puede renunciar a él.',
      action: 'Para ver el grupo y, en su caso, renunciar a él:',
    },
    retreat_announced: {
      subject: 'Retiro: {title}',
      opening:
        'La Oficina del Jefe de Gabinete invita a su delegación a un retiro. Las conclusiones que se examinarán pueden leerse con antelación.',
      action: 'Para leer las conclusiones y el programa:',
    },
    group_declined: {
      subject: 'Renuncia: {title}',
      opening: 'Una delegación no participará en el grupo al que se la había asignado. Su plaza está libre.',
      action: 'Para ver los grupos:',
    },
  },
  facts: {
    list: 'Lista:',
    reference: 'Referencia:',
    deadline: 'Plazo:',
    by: 'De:',
    note: 'Nota:',
    delegation: 'Delegación:',
    role: 'Función:',
    session: 'Sesión:',
    begins: 'Comienzo:',
    ends: 'Fin:',
    place: 'Lugar:',
    retreat: 'Retiro:',
    feedback_until: 'Opiniones hasta:',
  },
  roles: {
    head: 'Jefatura de la delegación',
    drafter: 'Redacción',
    reader: 'Consulta',
    administrator: 'Administración',
    staff: 'Secretaría',
    irt: 'Equipo de Examen Interno',
  },
  closing: 'Este mensaje ha sido enviado por la plataforma. Las respuestas no se leen.',
}
