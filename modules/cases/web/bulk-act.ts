import type { AskedOf } from '#kernel/endpoint.ts'
import type { ComboOption } from '#platform/web/design/ComboBox.tsx'
import type { Severity } from '../contract.ts'
import type { ActInBulk } from '../contract-lists.ts'
import type { Moment } from './MomentFields.tsx'
import { quickMoment, type Quick } from './quick-moment.ts'

export type BulkAct = NonNullable<AskedOf<typeof ActInBulk>['body']>['act']
export const BULK_VERBS = ['assign', 'route', 'classify', 'snooze', 'note'] as const
export type BulkVerb = (typeof BULK_VERBS)[number]

/** What was filled in: the fields of every verb, for one may change one's mind and keep the reason. */
export type BulkForm = { verb: BulkVerb; owner: ComboOption | null; areaId: string; cause: ComboOption | null; severity: Severity | ''; quick: Quick; moment: Moment; text: string }
export const EMPTY_BULK: BulkForm = { verb: 'assign', owner: null, areaId: '', cause: null, severity: '', quick: 'tomorrow', moment: { day: null, time: '08:00' }, text: '' }

/** What is asked of the server; null while what the verb needs is not said. */
export function bulkAct({ verb, owner, areaId, cause, severity, quick, moment, text }: BulkForm, when: Parameters<typeof quickMoment>[2]): BulkAct | null {
  switch (verb) {
    case 'assign': return owner && { verb, ownerId: owner.id, reason: text }
    case 'route': return areaId ? { verb, areaId, reason: text } : null
    case 'classify': return cause || severity ? { verb, ...(cause && { causeId: cause.id }), ...(severity && { severity }), reason: text } : null
    case 'snooze': {
      const until = quickMoment(quick, moment, when)
      return until === null ? null : { verb, until, reason: text }
    }
    case 'note': return text.trim() ? { verb, body: text } : null
  }
}
