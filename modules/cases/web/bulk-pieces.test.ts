import { expect, test } from 'vitest'
import { MOST_IN_BULK } from '../contract-lists.ts'
import { doPieces, MOST_SEEN, numbersOf, seePieces, toDo, type BulkReply, type Way } from './bulk-pieces.ts'

const ACT = { verb: 'note', body: 'Hola' } as const
const many = Array.from({ length: 2 * MOST_IN_BULK + 7 }, (_, n) => `BOG-2026-${n}`)

type Asked = Parameters<Way['ask']>[0] & { key: string }

/** A server that answers for every number, but for the calls that `fails` names; a list there has as many cases as `holds`. */
function aWay({ fails = [], stopAfter = Infinity, holds = 0 }: { fails?: number[]; stopAfter?: number; holds?: number } = {}) {
  const asked: Asked[] = []
  const told: number[] = []
  const failures: unknown[] = []
  const way: Way = {
    async ask(body, key) {
      asked.push({ ...body, key })
      if (fails.includes(asked.length)) throw new Error('away')
      const from = Number(body.cursor ?? 0)
      const numbers = body.numbers ?? Array.from({ length: Math.min(MOST_IN_BULK, holds - from) }, (_, n) => `CAL-2026-${from + n}`)
      const next = from + numbers.length
      const results: BulkReply['results'] = numbers.map((number) => ({ number, outcome: body.preview ? (number.endsWith('3') ? 'refused' : 'would') : 'done', change: '', why: null }))
      return { matching: numbers.length, nextCursor: body.filter && next < holds ? String(next) : null, results, undo: body.preview ? null : `undo ${asked.length}` }
    },
    tell: (more) => told.push(more),
    stopped: () => asked.length >= stopAfter,
    failed: (error) => failures.push(error),
  }
  return { way, asked, told, failures }
}

test('those chosen by number are looked at piece by piece, each once', async () => {
  const { way, asked, told } = aWay()
  const seen = await seePieces(ACT, { numbers: many }, way)
  expect(asked.map(({ numbers, preview }) => [numbers?.length, preview])).toEqual([[MOST_IN_BULK, true], [MOST_IN_BULK, true], [7, true]])
  expect([seen.results.map(({ number }) => number), seen.ahead, told]).toEqual([many, null, [MOST_IN_BULK, MOST_IN_BULK, 7]])
})

test('a list goes on where the server says, and ends where it says no more, or where enough was seen', async () => {
  const short = await seePieces(ACT, { filter: { list: 'open' } }, aWay({ holds: 450 }).way)
  expect([short.results.length, new Set(short.results.map(({ number }) => number)).size, short.ahead]).toEqual([450, 450, null])
  const long = await seePieces(ACT, { filter: { list: 'open' } }, aWay({ holds: 9_000 }).way)
  expect([long.results.length, long.ahead]).toEqual([MOST_SEEN, { filter: { list: 'open' }, cursor: String(MOST_SEEN) }])
})

test('told to stop, or failing, it keeps what was seen and knows where to go on', async () => {
  expect(await seePieces(ACT, { numbers: many }, aWay({ stopAfter: 1 }).way)).toMatchObject({ results: { length: MOST_IN_BULK }, ahead: { numbers: { length: MOST_IN_BULK + 7 } } })
  const { way, failures } = aWay({ fails: [2] })
  expect(await seePieces(ACT, { numbers: many }, way)).toMatchObject({ results: { length: MOST_IN_BULK }, ahead: { numbers: { length: MOST_IN_BULK + 7 } } })
  expect(failures).toHaveLength(1)
})

test('only what would change is done; stopped between pieces it goes on with the rest, and is one report and one list of ways back', async () => {
  const seen = await seePieces(ACT, { numbers: many }, aWay().way)
  const would = seen.results.filter(({ outcome }) => outcome === 'would').length
  const stopped = await doPieces(ACT, toDo(seen), aWay({ stopAfter: 1 }).way)
  expect([stopped.undos, numbersOf(stopped.left).length]).toEqual([[{ id: 'undo 1', cases: MOST_IN_BULK }], would - MOST_IN_BULK])
  const { way, told } = aWay()
  const done = await doPieces(ACT, stopped, way)
  expect([done.left, told, done.undos.reduce((sum, { cases }) => sum + cases, 0)]).toEqual([[], [would - MOST_IN_BULK], would])
  expect(done.results.map(({ number }) => number).toSorted()).toEqual(many.toSorted())
})

test('a piece whose answer never came is asked again under its own key', async () => {
  const { way, asked, failures } = aWay({ fails: [2] })
  const todo = toDo(await seePieces(ACT, { numbers: many }, aWay().way))
  const broken = await doPieces(ACT, todo, way)
  expect([failures.length, broken.undos.length, broken.left[0]]).toEqual([1, 1, todo.left[1]])
  await doPieces(ACT, broken, way)
  expect([asked[2]?.key, asked[2]?.numbers]).toEqual([asked[1]?.key, asked[1]?.numbers])
  expect(asked[0]?.key).not.toBe(asked[1]?.key)
})
