import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll } from 'vitest'
import { readConfig } from '#app/config.ts'
import { createApp, type App } from '#app/server.ts'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { defaultTargets } from '#modules/cases/server/seed.ts'
import { newApiToken, newToken } from '#modules/people/server/opaque-token.ts'
import { aCompany, type Company } from '#test/builders.ts'
import { aGround, type TestGround } from '#test/harness.ts'
import { asking, type Ask } from '#test/people-server.ts'

/** The whole product over a database of the test's own, without its background work. */
export async function anApp(ground: TestGround): Promise<App & { dataDir: string }> {
  const dataDir = join(tmpdir(), `acuse-test-${newId()}`)
  const config = readConfig({}, { ACUSE_ROLE: 'web', ACUSE_LOG: 'silent', ACUSE_DATA_DIR: dataDir })
  const app = await createApp({ config, connection: ground.connection, secret: 'a secret of the tests, thirty-two long', log: pino({ level: 'silent' }), now: ground.now })
  afterAll(async () => {
    await app.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  return { ...app, dataDir }
}

/** The same with a company in it, which has targets of its own. */
export async function aServedCompany(): Promise<{ ground: TestGround; app: App & { dataDir: string }; company: Company }> {
  const ground = await aGround()
  const app = await anApp(ground)
  return { ground, app, company: await aCompany(ground, { targets: defaultTargets() }) }
}

/** A session of somebody, as if they had signed in; returns what their cookie holds. */
export async function aSession({ db, now }: Pick<TestGround, 'db' | 'now'>, { id, organisationId }: Pick<Actor, 'id' | 'organisationId'>): Promise<string> {
  const { token, hash } = newToken(organisationId)
  await db.asOwner((tx) => tx`
    insert into sessions (organisation_id, id, person_id, token_hash, created_at, last_seen_at, expires_at)
    values (${organisationId}, ${newId()}, ${id}, ${hash}, ${now()}, ${now()}, '2099-01-01')`)
  return token
}

/** Asks as somebody who has signed in. */
export const askingAs = async ({ server, ground }: App, actor: Pick<Actor, 'id' | 'organisationId'>): Promise<Ask> => asking(server, await aSession(ground, actor))

/** Asks as a program with a token of a role; `createdBy` made it. */
export async function askingByToken({ server, ground }: App, organisationId: string, { role, branchId = null, createdBy }: { role: string; branchId?: string | null; createdBy: string }): Promise<Ask> {
  const { token, hash } = newApiToken(organisationId)
  await ground.db.asOwner((tx) => tx`
    insert into api_tokens (organisation_id, id, name, token_hash, role, branch_id, created_by)
    values (${organisationId}, ${newId()}, 'Prax', ${hash}, ${role}, ${branchId}, ${createdBy})`)
  return asking(server, null, { authorization: `Bearer ${token}` })
}
