/** Lo que la historia dice de los avisos de vencimiento, de los deberes y de lo que no llegó. */
export const es = {
  runsAgain: (terms: string) => `corre otra vez el término de ${terms}`,
  duty: (names: string, day: string) => `${names}, el ${day}`,
  mistaken: {
    done: (name: string, day: string) => `${name}, que se había dado por cumplido el ${day}`,
    'not-owed': (name: string, day: string) => `${name}, que se había dejado sin efecto el ${day}`,
  },
  warned: (term: string, whom: string) => (term ? `«${term}», a ${whom}` : `a ${whom}`),
  whom: { owner: 'quien tiene el caso', 'branch-responsible': 'la sucursal', head: 'la jefatura', executive: 'gerencia' } as Record<string, string>,
}
export type TimelineWords = typeof es
