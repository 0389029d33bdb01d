/** Trabajar entre varios: quién más está en el caso, quién escribe, a quién se menciona. */
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
  mention: 'Avisarle a',
  mentionHint: 'Le llega un correo con esta nota, y la encuentra en «Me mencionan».',
  mentionMost: 'Son diez como mucho. Quite a alguien para agregar a otro.',
  mentions: {
    title: 'Me mencionan', number: 'Caso', note: 'Nota', by: 'Quién', at: 'Cuándo', empty: 'Nadie lo ha mencionado todavía', emptyText: 'Cuando un compañero lo nombre en una nota, aparece aquí, lo más nuevo arriba.', failed: 'No se pudieron leer las menciones.',
  },
}
export type PresenceWords = typeof es
