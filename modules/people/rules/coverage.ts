import type { Day } from '#kernel/actor.ts'

/** Somebody who answers for a branch on the days from `fromOn` to `untilOn`, both included. */
export type Responsibility = { personId: string; substitute: boolean; fromOn: Day; untilOn: Day | null }
export type Away = { personId: string; substituteId: string | null; fromOn: Day; untilOn: Day }

/**
 * Who answers for a branch on a day (S-64): the titular; while they are away, whoever their absence names, then the
 * branch's substitute. Null when nobody does: the branch is uncovered.
 */
export function responsibleOn(day: Day, responsibilities: readonly Responsibility[], absences: readonly Away[]): string | null {
  const holding = responsibilities.filter((one) => holds(one, day))
  const away = (personId: string) => absences.find((absence) => absence.personId === personId && holds(absence, day))
  const titulars = holding.filter((one) => !one.substitute)
  const substitutes = holding.filter((one) => one.substitute)
  const present = titulars.find(({ personId }) => !away(personId))
  if (present) return present.personId
  const named = titulars.map(({ personId }) => away(personId)?.substituteId).find((personId) => personId && !away(personId))
  return named ?? substitutes.find(({ personId }) => !away(personId))?.personId ?? null
}

/** The stretches of the days given (in order, one after another) on which nobody answers. */
export function uncovered(days: readonly Day[], responsibilities: readonly Responsibility[], absences: readonly Away[]): { fromOn: Day; untilOn: Day }[] {
  const gaps: { fromOn: Day; untilOn: Day }[] = []
  let open = false
  for (const day of days) {
    const covered = responsibleOn(day, responsibilities, absences) !== null
    if (!covered && open) gaps.at(-1)!.untilOn = day
    if (!covered && !open) gaps.push({ fromOn: day, untilOn: day })
    open = !covered
  }
  return gaps
}

const holds = ({ fromOn, untilOn }: { fromOn: Day; untilOn: Day | null }, day: Day) => fromOn <= day && (untilOn === null || day <= untilOn)
