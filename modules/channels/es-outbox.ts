import type { MailState } from './contract.ts'

const states: Record<MailState, string> = { waiting: 'Espera', sending: 'Saliendo', sent: 'Enviado', failed: 'Falló', cancelled: 'Retirado' }
const purposes: Record<string, string> = {
  acknowledgement: 'Acuse de recibo', answer: 'Respuesta', extension: 'Ampliación', warning: 'Aviso de vencimiento', 'area-request': 'Solicitud a un área', 'area-reminder': 'Recordatorio a un área', 'area-overdue': 'Aviso al área', 'area-answer': 'Respuesta de un área', 'area-return': 'Devolución de un área', mention: 'Mención', 'case-merged': 'Unión de casos', 'answer-not-delivered': 'Respuesta que no llegó', 'merge-notice': 'Unión, al cliente', 'people.invitation': 'Invitación', 'people.new-password': 'Contraseña nueva',
}

export const es = {
  title: 'Correo saliente', settings: 'Ajustes', states, purposes, all: 'Todos',
  held: { 'no-mail-server': 'No hay servidor de correo configurado: los correos esperan aquí y salen cuando lo haya. Se configura con ACUSE_SMTP_URL.', demonstration: 'Las direcciones de la demostración son inventadas: sus correos esperan aquí y no le llegan a nadie.' },
  columns: { created: 'Escrito', purpose: 'Qué es', to: 'Para', state: 'Estado', number: 'Caso', why: 'Qué pasó' }, retry: 'Intentar de nuevo', attempts: (n: number) => (n === 1 ? '1 intento' : `${n} intentos`),
  empty: { title: 'Nada por aquí', text: 'Los acuses, respuestas y avisos que salgan por correo aparecen aquí, con lo que pasó con cada uno.' }, away: 'El servidor no responde.',
}
export type OutboxWords = typeof es
