import { setTimeout as wait } from 'node:timers/promises'

export type Answered<Reply> = { status: number; reply: Reply; tries: number }
/** Asks until there is an answer: the same with the same key, again and again, while the server is away or has too much to do. */
export type Insistent = <Reply>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<Answered<Reply>>

const MOST_TRIES = 1200

export const insistent = (url: string, token: string): Insistent => async (method, path, body) => {
  const key = crypto.randomUUID()
  const headers = { authorization: `Bearer ${token}`, ...(method === 'POST' && { 'idempotency-key': key }), ...(body && { 'content-type': 'application/json' }) }
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers, signal: AbortSignal.timeout(10_000), ...(body && { body: JSON.stringify(body) }) })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => null)
    if (answer && answer.status < 500) return { status: answer.status, reply: JSON.parse(answer.text), tries }
    await wait(50 + Math.random() * 50)
  }
  throw new Error(`${method} ${path}: no answer for a minute`)
}
