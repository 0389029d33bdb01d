import { expect, test } from 'vitest'
import { bulkAct, EMPTY_BULK, type BulkAct, type BulkForm } from './bulk-act.ts'

const WHEN = { now: Date.parse('2026-11-24T15:00:00Z'), today: '2026-11-24', timeZone: 'America/Bogota' }
const chosen = { id: '1', label: 'Luz' }

test.each<[Partial<BulkForm>, BulkAct | null, string]>([
  [{ verb: 'assign' }, null, 'nobody was chosen'],
  [{ verb: 'assign', owner: chosen, text: 'turno' }, { verb: 'assign', ownerId: '1', reason: 'turno' }, 'whoever answers'],
  [{ verb: 'route', text: 'es de ellos' }, null, 'no area'],
  [{ verb: 'route', areaId: '2', text: 'es de ellos' }, { verb: 'route', areaId: '2', reason: 'es de ellos' }, 'the area'],
  [{ verb: 'classify', text: 'así' }, null, 'neither cause nor severity'],
  [{ verb: 'classify', severity: 'high' }, { verb: 'classify', severity: 'high', reason: '' }, 'only its severity'],
  [{ verb: 'classify', cause: chosen, text: 'así' }, { verb: 'classify', causeId: '1', reason: 'así' }, 'only its cause'],
  [{ verb: 'snooze', text: 'espera' }, { verb: 'snooze', until: '2026-11-25T13:00:00.000Z', reason: 'espera' }, 'tomorrow at eight where one reads'],
  [{ verb: 'snooze', quick: 'other', text: 'espera' }, null, 'another moment, not yet said'],
  [{ verb: 'note', text: '  ' }, null, 'no note'],
  [{ verb: 'note', text: 'Llamar' }, { verb: 'note', body: 'Llamar' }, 'a note'],
])('%o asks %o: %s', (form, act) => {
  expect(bulkAct({ ...EMPTY_BULK, ...form }, WHEN)).toEqual(act)
})
