import type { MailContent } from '#platform/server/outgoing-mail.ts'
import type { PeopleRefusal, Permission, Role, Unrecognised } from './contract.ts'

type Linked = { name: string; organisation: string; inviter: string; link: string }

const refusals: Record<PeopleRefusal | Unrecognised | 'password-common' | 'password-personal' | 'time-zone' | 'code', string> = {
  'wrong-credentials': 'El correo o la contraseña no coinciden. Revíselos e intente de nuevo.',
  'wrong-code': 'El código no coincide o ya se usó. Espere el siguiente e intente de nuevo.',
  'already-set-up': 'Esta instalación ya tiene su empresa. Ingrese con su cuenta.',
  'wrong-password': 'La contraseña actual no coincide.',
  'invitation-expired': 'Este enlace ya venció. Pida uno nuevo a quien administra Acuse en su empresa.',
  'invitation-used': 'Este enlace ya se usó. Ingrese con su contraseña o pida una nueva.',
  'second-factor-enrolled': 'Ya tiene un segundo factor. Retírelo antes de registrar otro teléfono.',
  'second-factor-not-started': 'Primero pida el código para su teléfono.',
  'second-factor-required': 'Su función exige un segundo factor; no se puede retirar.',
  'branch-code-taken': 'Ya hay una sucursal con el código {code}.',
  'area-code-taken': 'Ya hay un área con el código {code}.',
  'supplier-name-taken': 'Ya hay un proveedor llamado {name}.',
  'email-taken': 'Ya hay una persona con el correo {email}.',
  'grant-beyond-own': 'No puede dar una función con más alcance que la suya.',
  'person-beyond-own': 'Esta persona tiene funciones que usted no administra.',
  'grant-needs-branch': 'Esta función necesita una sucursal.',
  'grant-needs-area': 'Esta función necesita un área.',
  'grant-needs-supplier': 'Esta función necesita un proveedor.',
  'grant-takes-no-supplier': 'Esta función es del personal propio; no lleva proveedor.',
  'grant-takes-no-branch': 'Quien administra lo hace en toda la empresa; no lleva sucursal ni área.',
  'substitute-not-here': 'Solo la responsabilidad de una sucursal tiene suplente.',
  'grant-dates': 'La función no puede terminar antes de empezar.',
  'titular-taken': 'La sucursal ya tiene titular en esos días: {name}. Termine esa función o nombre a un suplente.',
  'last-admin': 'Es la última persona que administra la empresa. Nombre antes a otra.',
  'not-yourself': 'Esto no se hace con uno mismo. Pídalo a otra persona.',
  'person-disabled': 'Esta persona está inhabilitada. Habilítela antes.',
  'absence-dates': 'La ausencia no puede terminar antes de empezar, ni antes de hoy.',
  'absence-overlaps': 'Ya hay una ausencia en esos días.',
  'substitute-disabled': 'Quien reemplaza está inhabilitado. Elija a otra persona.',
  'substitute-external': 'El personal propio y el de un proveedor no se reemplazan entre sí.',
  'password-common': 'Es una contraseña muy conocida. Elija otra, por ejemplo tres palabras que no vayan juntas.',
  'password-personal': 'La contraseña no puede ser su nombre ni su correo. Elija otra.',
  'time-zone': 'La zona horaria no existe; escríbala como America/Bogota.',
  code: 'El código solo lleva letras y cifras, sin espacios.',
}

const roles: Record<Role, string> = {
  admin: 'Administración',
  head: 'Jefatura de servicio al cliente',
  'branch-responsible': 'Responsable de sucursal',
  agent: 'Agente',
  'supplier-agent': 'Agente de proveedor',
  'supplier-supervisor': 'Supervisión de proveedor',
  'area-responder': 'Área responsable',
  quality: 'Calidad',
  hse: 'Seguridad, salud y ambiente',
  executive: 'Gerencia',
  auditor: 'Auditoría',
}

const permissions: Record<Permission, string> = {
  'cases.read': 'ver casos',
  'cases.register': 'registrar casos',
  'cases.work': 'tramitar casos',
  'cases.approve': 'aprobar respuestas',
  'cases.close': 'cerrar casos',
  'cases.reassign': 'reasignar casos',
  'cases.merge': 'unir casos',
  'areas.answer': 'responder por un área',
  'board.read': 'ver el tablero',
  'customers.read': 'ver clientes',
  'customers.edit': 'editar clientes',
  'customers.import': 'importar clientes',
  'staff.read': 'ver al personal',
  'staff.manage': 'administrar al personal',
  'settings.read': 'ver la configuración',
  'settings.manage': 'cambiar la configuración',
  'audit.read': 'ver la auditoría',
  'exports.make': 'exportar',
  'mail.read': 'ver el correo de salida',
}

const mails = {
  invitation: ({ name, organisation, inviter, link }: Linked): MailContent => ({
    subject: `Su cuenta de Acuse en ${organisation}`,
    greeting: `Hola, ${name}:`,
    paragraphs: [`${inviter} le abrió una cuenta en Acuse, el registro de servicio al cliente de ${organisation}.`, 'Para entrar, elija su contraseña. El enlace sirve una sola vez, durante 72 horas.'],
    link: { label: 'Elegir mi contraseña', url: link },
    closing: ['Si no esperaba este mensaje, no tiene que hacer nada.'],
  }),
  'new-password': ({ name, organisation, link }: Linked): MailContent => ({
    subject: `Nueva contraseña de Acuse en ${organisation}`,
    greeting: `Hola, ${name}:`,
    paragraphs: [`Se pidió una contraseña nueva para su cuenta de Acuse en ${organisation}.`, 'El enlace sirve una sola vez, durante una hora.'],
    link: { label: 'Elegir otra contraseña', url: link },
    closing: ['Si usted no la pidió, no tiene que hacer nada: su contraseña sigue siendo la misma.'],
  }),
}

export const es = { refusals, roles, permissions, mails }
export type PeopleWords = typeof es
