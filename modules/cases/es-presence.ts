/** Quién más está en el caso, y quién escribe. */
export const es = {
  here: 'También están en el caso',
  viewing: (name: string) => `${name} está mirando`,
  typing: (name: string) => `${name} está escribiendo una respuesta`,
  lock: (names: string) => `${names} está escribiendo una respuesta a este caso.`,
  lockMany: (names: string) => `${names} están escribiendo una respuesta a este caso.`,
  lockHint: 'Si usted también escribe, el cliente puede recibir dos. Cuando termine, podrá escribir sin preguntar.',
  take: 'Escribir de todos modos',
  leave: 'Dejarlo',
  meanwhile: (name: string, when: string) => `Mientras usted escribía, ${name} envió esta respuesta (${when}):`,
  meanwhileHint: 'La suya no ha salido. Revise si aún hace falta; si la envía, el cliente recibe las dos.',
  both: 'Ya la leí: puedo enviar la mía',
}
export type PresenceWords = typeof es
