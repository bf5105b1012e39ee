import type { words as en } from './en.ts'

export const words = {
  account_title: 'Configuración de la cuenta',
  you: 'Sus datos',
  name: 'Nombre',
  language: 'Idioma',
  language_help: 'Para estas páginas y para los mensajes que se le envían.',
  zone_help: 'Los plazos se indican en hora de Nueva York y en este huso horario.',
  save: 'Guardar',
  saved: 'Su configuración se ha guardado.',
  change_password: 'Cambiar la contraseña',
  current_password: 'Contraseña actual',
  new_password: 'Nueva contraseña',
  new_password_help: 'Al menos 15 caracteres. La sesión seguirá abierta aquí y se cerrará en los demás dispositivos.',
  password_changed: 'Su contraseña ha cambiado. Se ha cerrado la sesión en los demás dispositivos.',
  where_signed_in: 'Dónde tiene sesión abierta',
  devices_lead: 'Si no reconoce un dispositivo, cierre su sesión y cambie su contraseña.',
  device: 'Dispositivo',
  since: 'Desde',
  last_seen: 'Última actividad',
  this_device: 'este dispositivo',
  end_sign_in: 'Cerrar esta sesión',
  action: 'Acción',
  sign_in_ended: 'Se ha cerrado la sesión del dispositivo.',
  sign_out_everywhere: 'Cerrar todas las sesiones',
  sign_out_everywhere_text:
    'También se cerrará la sesión en este dispositivo. Las páginas abiertas en otros lugares perderán la conexión de inmediato; los borradores guardados permanecen en su delegación.',
} satisfies Record<keyof typeof en, string>
