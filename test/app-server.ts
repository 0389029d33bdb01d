import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll } from 'vitest'
import { readConfig } from '#app/config.ts'
import { createApp, type App } from '#app/server.ts'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/id.ts'
import { newApiToken, newToken } from '#modules/people/server/opaque-token.ts'
import type { TestGround } from '#test/harness.ts'
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

/** Asks as somebody who has signed in. */
export async function askingAs({ server, ground }: App, { id, organisationId }: Pick<Actor, 'id' | 'organisationId'>): Promise<Ask> {
  const { token, hash } = newToken(organisationId)
  await ground.db.asOwner((tx) => tx`
    insert into sessions (organisation_id, id, person_id, token_hash, created_at, last_seen_at, expires_at)
    values (${organisationId}, ${newId()}, ${id}, ${hash}, ${ground.now()}, ${ground.now()}, '2099-01-01')`)
  return asking(server, token)
}

/** Asks as a program with a token of a role; `createdBy` made it. */
export async function askingByToken({ server, ground }: App, organisationId: string, { role, branchId = null, createdBy }: { role: string; branchId?: string | null; createdBy: string }): Promise<Ask> {
  const { token, hash } = newApiToken(organisationId)
  await ground.db.asOwner((tx) => tx`
    insert into api_tokens (organisation_id, id, name, token_hash, role, branch_id, created_by)
    values (${organisationId}, ${newId()}, 'Prax', ${hash}, ${role}, ${branchId}, ${createdBy})`)
  return asking(server, null, { authorization: `Bearer ${token}` })
}
