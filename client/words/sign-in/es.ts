import type { words as en } from './en.ts'

export const words = {
  sign_in_lead: 'La labor de su delegación sobre las preguntas distribuidas a los Estados Miembros.',
  sign_in_title: 'Inicio de sesión',
  forgotten_link: 'No recuerdo mi contraseña',
  no_account: 'Las cuentas se abren por invitación de la jefatura de su delegación o de la Secretaría.',
  forgotten_title: 'Nueva contraseña',
  forgotten_lead:
    'Indique su dirección de correo electrónico. Si corresponde a una cuenta, recibirá un enlace para fijar una nueva contraseña.',
  send_link: 'Enviar el enlace',
  link_sent:
    'Si {email} corresponde a una cuenta, el enlace está en camino. Puede utilizarse una sola vez y durante poco tiempo.',
  back_to_sign_in: 'Volver a la página de inicio de sesión',
  reset_title: 'Fijar una nueva contraseña',
  reset_lead: 'Después se le pedirá para iniciar sesión en todos los dispositivos.',
  set_password: 'Fijar la contraseña',
  password_is_set: 'Su nueva contraseña ha quedado fijada. Ya puede iniciar sesión con ella.',
  invitation_title: 'Invitación',
  invited_to_delegation:
    'Se le invita a incorporarse a la delegación de {delegation} {role, select, head {a cargo de la jefatura} drafter {para tareas de redacción} other {para consulta}}.',
  invited_to_office:
    'Se le invita a trabajar en esta plataforma {role, select, administrator {para su administración} irt {como integrante del Equipo de Examen Interno} other {como integrante de la Secretaría}}.',
  invitation_until: 'Esta invitación está dirigida a {email} y puede aceptarse hasta el {when}.',
  your_name: 'Su nombre',
  your_name_help: 'Tal como lo conocen sus colegas y la Secretaría.',
  password_help: 'Al menos 15 caracteres. Varias palabras seguidas son fáciles de recordar y difíciles de adivinar.',
  known_password_help: 'Esta dirección ya tiene una cuenta. Sírvase indicar su contraseña.',
  choose_password: 'Elija una contraseña',
  accept_invitation: 'Aceptar la invitación',
  invitation_gone: 'Esta invitación no puede utilizarse',
} satisfies Record<keyof typeof en, string>
