import { hash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from './database.ts'
import { doWork, type Ground } from './ground.ts'
import type { Work } from './work.ts'

/** By what a request sent again is known: the caller's key, and a digest of what it asked. */
export type RequestKey = { key: string; digest: Buffer; status: number }

/**
 * The key that a POST carries; null when it has none.
 * @throws {Refusal} wrong-key
 */
export function readKey(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key']
  if (request.method !== 'POST' || key === undefined) return null
  if (typeof key !== 'string' || !/^[\w.:-]{8,200}$/.test(key)) throw new Refusal('wrong-key')
  return key
}

/** `status`: of the answer to keep. `content`: what was sent, where that is not JSON. */
export function keyOf(request: FastifyRequest, key: string | null, status: number, content?: string): RequestKey | null {
  if (key === null) return null
  const asked = content ?? JSON.stringify(request.body ?? null)
  return { key, status, digest: hash('sha256', `${request.method} ${request.url}\n${asked}`, 'buffer') }
}

/**
 * Does it once for this key: the answer is kept in the same transaction, and asked again, it answers the same. The first time is the
 * common one and asks nothing beforehand: only what failed looks whether it was done before.
 * @throws {Refusal} key-reused: the key was sent with something else
 */
export async function doOnce<T>(ground: Ground, actor: Actor, key: RequestKey | null, act: (work: Work) => Promise<T>, options?: Parameters<typeof doWork>[3]): Promise<T> {
  if (!key) return doWork(ground, actor, act, options)
  try {
    return await doWork(ground, actor, async (work) => {
      const reply = await act(work)
      keepReply(work.tx, actor, key, reply)
      return reply
    }, options)
  } catch (error) {
    // Refused, for it was done before; or twice at once: the second waited for the first, failed on the key, and was undone whole.
    const kept = await doWork(ground, actor, ({ tx }) => readReply(tx, actor, key.key), { readOnly: true }).catch((away: unknown) => {
      // It was done, and what was answered cannot be read now: that is no refusal, and is asked again.
      throw clashes(error) ? away : error
    })
    if (!kept) throw error
    if (!kept.requestHash.equals(key.digest)) throw new Refusal('key-reused')
    return kept.reply as T
  }
}

const clashes = (error: unknown) => (error as { constraint?: string }).constraint?.startsWith('idempotency_keys') === true

const keepReply = (tx: Tx, actor: Actor, { key, digest, status }: RequestKey, reply: unknown) => void tx`
  insert into idempotency_keys (organisation_id, actor_id, key, request_hash, status, reply)
  values (${actor.organisationId}, ${actor.id}, ${key}, ${digest}, ${status}, ${JSON.stringify(reply ?? null)})`

async function readReply(tx: Tx, actor: Actor, key: string): Promise<{ requestHash: Buffer; reply: unknown } | undefined> {
  const [kept] = await tx<{ requestHash: Buffer; reply: unknown }>`
    select request_hash, reply from idempotency_keys where organisation_id = ${actor.organisationId} and actor_id = ${actor.id} and key = ${key}`
  return kept
}
