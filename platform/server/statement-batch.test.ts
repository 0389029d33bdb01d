import { expect, test } from 'vitest'
import { aGround } from '#test/harness.ts'
import type { Tx } from './database.ts'
import { NOT_RUN } from './statement-batch.ts'

const { db } = await aGround()
const refused = (code: string) => expect.objectContaining({ code })

test('what is sent in one turn is answered in order, each with its own rows', async () => {
  const read = await db.asOwner((tx) => Promise.all([tx`select 1 as one`, tx`select n, n * 2 as twice_n from generate_series(1, 3) n`, tx`select where false`]))
  expect(read).toEqual([[{ one: 1 }], [{ n: 1, twiceN: 2 }, { n: 2, twiceN: 4 }, { n: 3, twiceN: 6 }], []])
})

test('instants, days, big numbers, money, lists, bytes and nothing come as they are documented, the first time and once prepared', async () => {
  const bytes = Buffer.from([0, 255, 92])
  for (let times = 0; times < 2; times++) {
    const [row] = await db.asOwner((tx) => tx`
      select timestamptz '2026-06-26 21:40:00.12+00' as at, date '2026-02-28' as day, 9007199254740991 as big, 12.50::numeric as money,
        ${['a"b', 'c,\\', '']}::text[] as words, ${bytes}::bytea as bytes, ${[bytes]}::bytea[] as more_bytes, ${null}::text as nothing, ${true}::boolean as yes`)
    expect(row).toEqual({ at: '2026-06-26T21:40:00.120Z', day: '2026-02-28', big: 9007199254740991, money: '12.50', words: ['a"b', 'c,\\', ''], bytes, moreBytes: [bytes], nothing: null, yes: true })
  }
})

test('after a failure none of the rest of the batch is run, what failed is what is told, and the connection goes on', async () => {
  const outcomes: unknown[] = []
  const failing = db.asOwner(async (tx) => {
    const sent = [tx`select 1 as one`, tx`select 1 / 0 as never`, tx`select 2 as two`]
    for (const answer of await Promise.allSettled(sent)) outcomes.push(answer.status === 'fulfilled' ? answer.value : answer.reason)
    await tx`select 3 as three`
  })
  await expect(failing).rejects.toEqual(refused('22012'))
  expect(outcomes).toEqual([[{ one: 1 }], refused('22012'), refused(NOT_RUN)])
  // Prepared in a batch that failed, and in one where it was never reached: both are there again.
  const again = (value: number) => db.asOwner((tx) => Promise.all([tx`select ${value}::int / 2 as half`, tx`select ${value}::int * 2 as twice`]))
  await expect(db.asOwner((tx) => Promise.all([tx`select 1 / 0`, tx`select ${1}::int / 2 as half`, tx`select ${1}::int * 2 as twice`]))).rejects.toEqual(refused('22012'))
  for (let times = 0; times < 20; times++) expect(await again(8)).toEqual([[{ half: 4 }], [{ twice: 16 }]])
})

test('a statement of nothing is answered with nothing', async () => {
  expect(await db.asOwner((tx) => Promise.all([tx``, tx`select 1 as one`]))).toEqual([[], [{ one: 1 }]])
})

test('a statement that cannot be read fails each time alike, and nobody waits for it for ever', async () => {
  for (let times = 0; times < 3; times++) await expect(db.asOwner((tx) => tx`select from nothing_of_this_name`)).rejects.toEqual(refused('42P01'))
  await expect(db.asOwner((tx) => tx`select ${'a\0b'}::text as nul`)).rejects.toEqual(refused('22021'))
})

test('a failure that body undid to a savepoint is no failure', async () => {
  const rows = await db.asOwner(async (tx) => {
    await tx`savepoint one`
    await tx`select 1 / 0`.catch(() => {})
    await tx`rollback to savepoint one`
    return tx`select 1 as one`
  })
  expect(rows).toEqual([{ one: 1 }])
})

test('what body left unawaited fails the whole when it fails, and what body threw is told when nothing failed before it', async () => {
  await expect(db.asOwner(async (tx) => void tx`select 1 / 0`)).rejects.toEqual(refused('22012'))
  await expect(db.asOwner(async (tx) => {
    void tx`select 1`
    throw new Error('thought better')
  })).rejects.toThrow('thought better')
})

test('what believed something that the database does not confirm is done again, whatever it said meanwhile', async () => {
  let tries = 0
  const done = await db.asOwner(async (tx) => {
    if (++tries > 1) return tx`select 'anew' as read`
    void tx`do $$ begin raise exception 'no longer so' using errcode = 'serialization_failure'; end $$`
    throw new Error('there is no such cause')
  })
  expect([tries, done]).toEqual([2, [{ read: 'anew' }]])
})

test('only the first try may believe', async () => {
  const tries: boolean[] = []
  const always = db.asOwner(async (tx) => {
    tries.push(tx.again)
    await tx`do $$ begin raise exception 'no longer so' using errcode = 'serialization_failure'; end $$`
  })
  await expect(always).rejects.toEqual(refused('40001'))
  expect(tries).toEqual([false, true, true])
})

test('a deadlock that body undid to a savepoint does not hide what it says afterwards', async () => {
  let tries = 0
  await expect(db.asOwner(async (tx) => {
    tries++
    await tx`savepoint one`
    await tx`do $$ begin raise exception 'met another' using errcode = '40P01'; end $$`.catch(() => {})
    await tx`rollback to savepoint one`
    throw new Error('it is refused')
  })).rejects.toThrow('it is refused')
  expect(tries).toBe(1)
})

test('what a part of body sends when the transaction is over is refused, and is in nobody’s', async () => {
  await db.asOwner((tx) => tx`create table late (n integer)`)
  const late: unknown[] = []
  const afterwards = async (tx: Tx, said: Promise<unknown>) => {
    await said
    await tx`insert into late values (1)`.catch((error: unknown) => late.push(error))
  }
  for (const fails of [true, false]) {
    const { promise: over, resolve: say } = Promise.withResolvers<void>()
    let part: Promise<void> | undefined
    const done = db.asOwner(async (tx) => {
      part = afterwards(tx, over)
      await (fails ? tx`select 1 / 0` : tx`select 1`)
    })
    await done.catch(() => {})
    say()
    await part
  }
  expect(late).toEqual([refused(NOT_RUN), refused(NOT_RUN)])
  expect(await db.asOwner((tx) => tx`select n from late`)).toEqual([])
})

test('what cannot be written fails the whole, awaited or not', async () => {
  await db.asOwner((tx) => tx`create table written (n integer)`)
  const itself: Record<string, unknown> = {}
  itself['itself'] = itself
  for (const unwritable of [itself, { n: 1n }])
    await expect(db.asOwner(async (tx) => {
      void tx`insert into written values (1)`
      void tx`select ${unwritable}::jsonb`
    })).rejects.toThrow(TypeError)
  expect(await db.asOwner((tx) => tx`select n from written`)).toEqual([])
})

test('a statement whose table changed its form, or that the server forgot, is prepared anew', async () => {
  await db.asOwner((tx) => tx`create table formed (a integer)`)
  const ask = () => db.asOwner((tx) => tx`select a from formed`).then(() => 'read', (error: { code: string }) => error.code)
  for (let times = 0; times < 20; times++) await ask()
  await db.asOwner((tx) => tx`alter table formed alter a type text`)
  const answers: string[] = []
  for (let times = 0; times < 20; times++) answers.push(await ask())
  // Once for each connection on which it was prepared.
  expect(answers.slice(-10)).toEqual(Array.from({ length: 10 }, () => 'read'))
  await db.asOwner((tx) => tx`deallocate all`).catch(() => {})
  for (let times = 0; times < 20; times++) expect(await db.asOwner((tx) => tx`select 1 as one`)).toEqual([{ one: 1 }])
})

test('thousands of statements of one turn, and as many large ones, go through', async () => {
  const many = await db.asOwner((tx) => Promise.all(Array.from({ length: 3000 }, (_, n) => tx`select ${n}::int as n`)))
  expect(many.map(([row]) => row!['n'])).toEqual(Array.from({ length: 3000 }, (_, n) => n))
  const large = 'ñ'.repeat(200_000)
  const answers = await db.asOwner((tx) => Promise.all(Array.from({ length: 40 }, () => tx<{ text: string }>`select ${large}::text as text`)))
  expect(answers.every(([row]) => row!.text === large)).toBe(true)
})

test('a connection that the server ends fails what was under way on it, and the next work has another', async () => {
  await expect(db.asOwner(async (tx) => {
    const [me] = await tx<{ pid: number }>`select pg_backend_pid() as pid`
    await Promise.all([tx`select pg_terminate_backend(${me!.pid})`, tx`select 1 as one`])
  })).rejects.toThrow()
  expect(await db.asOwner((tx) => tx`select 1 as one`)).toEqual([{ one: 1 }])
})
