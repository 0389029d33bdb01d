/** Lo que la historia dice de los avisos de vencimiento. */
export const es = {
  warned: (term: string, whom: string) => (term ? `«${term}», a ${whom}` : `a ${whom}`),
  whom: { owner: 'quien tiene el caso', 'branch-responsible': 'la sucursal', head: 'la jefatura', executive: 'gerencia' } as Record<string, string>,
}
export type TimelineWords = typeof es
