import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepOnServer, type Versioned } from './server-draft.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const empty: Versioned = { body: '', fields: {}, version: 0 }

/** A server with one draft, as another window may also change it. */
function aServer(kept: Versioned | null = null) {
  const server = { kept, saves: 0, away: false }
  const told = { taken: [] as Partial<Versioned>[], clashes: [] as Versioned[], states: [] as string[] }
  const draft = keepOnServer(
    {
      read: async () => (server.kept?.body ? server.kept : null),
      save: async ({ overwrite, ...one }) => {
        if (server.away) throw new Error('away')
        server.saves += 1
        if (server.kept && server.kept.version !== one.version && !overwrite) return 'stale'
        server.kept = { ...one, version: (server.kept?.version ?? 0) + 1 }
        return server.kept.version
      },
    },
    { onTake: (some) => void told.taken.push(some), onClash: (theirs) => void told.clashes.push(theirs), onState: (state) => void told.states.push(state) },
    empty,
  )
  return { server, told, draft }
}

test('saves once, 300 ms after the last letter', async () => {
  const { server, draft } = aServer()
  draft.write({ body: 'H' })
  await vi.advanceTimersByTimeAsync(200)
  draft.write({ body: 'Hola' })
  await vi.advanceTimersByTimeAsync(299)
  expect(server.saves).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(server.kept).toMatchObject({ body: 'Hola', version: 1 })
  draft.write({ body: 'Hola doña' })
  await vi.advanceTimersByTimeAsync(300)
  expect(server).toMatchObject({ saves: 2, kept: { body: 'Hola doña', version: 2 } })
})

test('takes what was begun on another device while nothing is typed here', async () => {
  const { told, draft } = aServer({ body: 'De allá', fields: {}, version: 3 })
  await draft.open()
  expect(told.taken).toEqual([{ body: 'De allá', fields: {}, version: 3 }])
})

test('two texts that differ are a clash, and nothing is overwritten until one is chosen', async () => {
  const { server, told, draft } = aServer()
  draft.write({ body: 'De aquí' })
  server.kept = { body: 'De allá', fields: {}, version: 5 }
  await vi.advanceTimersByTimeAsync(300)
  expect(told.clashes).toEqual([{ body: 'De allá', fields: {}, version: 5 }])
  draft.write({ body: 'De aquí y más' })
  await vi.advanceTimersByTimeAsync(2_000)
  expect(server.kept.body).toBe('De allá')
  draft.choose({ body: 'De aquí y más', fields: {} }, 5)
  await vi.advanceTimersByTimeAsync(0)
  expect(server.kept).toMatchObject({ body: 'De aquí y más', version: 6 })
})

test('goes on from one that was emptied in another window', async () => {
  const { server, told, draft } = aServer({ body: '', fields: {}, version: 4 })
  draft.write({ body: 'De nuevo' })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(server).toMatchObject({ saves: 2, kept: { body: 'De nuevo', version: 5 } })
  expect(told.clashes).toEqual([])
})

test('with the server away it says so, and the next letter tries again', async () => {
  const { server, told, draft } = aServer()
  server.away = true
  draft.write({ body: 'Uno' })
  await vi.advanceTimersByTimeAsync(300)
  expect(told.states).toEqual(['away'])
  server.away = false
  draft.write({ body: 'Uno dos' })
  await vi.advanceTimersByTimeAsync(300)
  expect(server.kept?.body).toBe('Uno dos')
})

test('nothing is saved beside what is being sent, until it fails', async () => {
  const { server, draft } = aServer()
  draft.write({ body: 'Uno' })
  await draft.hold()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(server.saves).toBe(0)
  draft.release()
  await vi.advanceTimersByTimeAsync(300)
  expect(server.kept?.body).toBe('Uno')
})

test('what was sent is not saved again', async () => {
  const { server, draft } = aServer()
  draft.write({ body: 'Uno' })
  draft.end()
  draft.flush()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(server.saves).toBe(0)
})
