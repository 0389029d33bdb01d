/** Cómo se sigue de un caso a otro. */
export const es = {
  goingOn: { verb: 'Al cerrar, abrir el siguiente que vence' },
}
export type WorkWords = typeof es
