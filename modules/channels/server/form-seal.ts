import { timingSafeEqual } from 'node:crypto'
import { newId } from '#kernel/id.ts'

/** How long a form may stay open before it is sent. */
const GOOD_FOR_HOURS = 24

/** What a form carries: the id its case will have, so that sent twice it is one case, and a seal that only this installation makes. */
export type FormSeal = { id: string; seal: string }

export function sealForm(secretOf: (name: string) => string): FormSeal {
  const id = newId()
  return { id, seal: secretOf(`form ${id}`) }
}

/** Whether the form was drawn here, and not too long ago; its id tells when. */
export function refuseForm(secretOf: (name: string) => string, { id, seal }: FormSeal, now: number): 'stale' | null {
  const expected = Buffer.from(secretOf(`form ${id}`))
  const given = Buffer.from(seal)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return 'stale'
  const drawn = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  return now - drawn > GOOD_FOR_HOURS * 3_600_000 ? 'stale' : null
}
