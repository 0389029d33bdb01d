import pino from 'pino'
import { expect, test } from 'vitest'
import { createServer } from '#platform/server/http.ts'
import { Problems } from '#platform/server/problem.ts'
import { aGround } from '#test/harness.ts'

// FreeScout took the client's address from a header that anybody writes (GHSA-9cm3-qvj2-8hg4); osTicket X-Forwarded-For.
const ground = await aGround()
const lines: string[] = []
const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })

const aServer = async (trustProxy: boolean) => {
  const server = await createServer({ ground: { ...ground, log }, problems: new Problems({ es: {}, en: {} }), routes: [], authenticate: () => Promise.resolve(null), publicUrl: new URL('http://localhost:4000'), trustProxy })
  server.get('/who', ({ ip, host, protocol }) => ({ ip, host, protocol }))
  server.get('/fails', () => {
    throw new Error('roto')
  })
  return server
}
const FORGED = { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example', forwarded: 'for=203.0.113.9;host=evil.example' }

test('who one is is told by the connection, until the one who runs it says that a proxy stands before', async () => {
  const ask = async (trust: boolean) => (await (await aServer(trust)).inject({ url: '/who', headers: { host: 'acuse.example', ...FORGED }, remoteAddress: '198.51.100.7' })).json<object>()
  expect(await ask(false)).toEqual({ ip: '198.51.100.7', host: 'acuse.example', protocol: 'http' })
  expect(await ask(true)).toMatchObject({ ip: '203.0.113.9', protocol: 'https' })
  const appended = { ...FORGED, 'x-forwarded-for': '192.0.2.1, 10.0.0.1, 203.0.113.9', 'x-forwarded-host': 'evil.example, acuse.example', 'x-forwarded-proto': 'ftp, https' }
  const reply = await (await aServer(true)).inject({ url: '/who', headers: { host: 'acuse.example', ...appended }, remoteAddress: '198.51.100.7' })
  expect(reply.json(), 'what the proxy added, not what was sent to it').toEqual({ ip: '203.0.113.9', host: 'acuse.example', protocol: 'https' })
})

test('nothing that a header says begins a line of the log', async () => {
  const server = await aServer(true)
  await server.inject({ url: '/fails?x=%0a%7b%22level%22:60%7d', headers: { ...FORGED, 'user-agent': 'x\u001b[31m{"level":60}', 'x-request-id': 'mío' } })
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) {
    expect(line.trimEnd()).not.toMatch(/\p{Cc}/u)
    expect((JSON.parse(line) as { level: number }).level).toBe(50)
    expect(line).not.toContain('mío')
  }
})
