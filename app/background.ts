import { join } from 'node:path'
import type pg from 'pg'
import { acknowledgementForm, answerForm, mergeNoticeForm } from '#modules/cases/server/case-mails.ts'
import { caseJobs } from '#modules/cases/server/jobs.ts'
import type { CasesNeeds } from '#modules/cases/server/needs.ts'
import { noticeForms } from '#modules/cases/server/tell-people.ts'
import { customerJobs } from '#modules/customers/public.ts'
import { sweepPeople } from '#modules/people/public.ts'
import type { BlobStore } from '#platform/server/blob-store.ts'
import type { Ground } from '#platform/server/ground.ts'
import { job, startJobs } from '#platform/server/jobs.ts'
import { keepHistory } from '#platform/server/keep-history.ts'
import type { Live } from '#platform/server/live.ts'
import { sendMails } from '#platform/server/send-mails.ts'
import type { MailTransport } from '#platform/server/smtp.ts'
import { sweepFiles } from '#platform/server/sweep-files.ts'
import { clearThrottles } from '#platform/server/throttle.ts'
import type { Config } from './config.ts'
import { FILES_HELD, mailSettled } from './reactions.ts'

export type BackgroundNeeds = {
  ground: Ground
  connection: pg.PoolConfig
  config: Config
  blobs: BlobStore
  transport: MailTransport | null
  needs: CasesNeeds
  live: Live
}

/** What the product does by itself: seals history, sends mail, works off jobs. Several nodes may run it at once. */
export async function startBackground({ ground, connection, config, blobs, transport, needs, live }: BackgroundNeeds): Promise<{ stop(): Promise<void> }> {
  const { db, log } = ground
  const history = keepHistory({ db, anchors: join(config.dataDir, 'anchors'), onError: (error) => log.error({ err: error }, 'history could not be sealed') })
  const mail = sendMails({
    ground, transport, from: config.mailFrom, blobs, settled: mailSettled,
    forms: { ...noticeForms(needs), acknowledgement: acknowledgementForm(ground, needs), answer: answerForm(ground, needs), 'merge-notice': mergeNoticeForm(ground, needs) },
  })
  live.onChange((_, { kind, action }) => void (kind === 'mail' && action === 'queued' && mail.poke()))
  const jobs = await startJobs({
    connection, db, log,
    jobs: [
      ...caseJobs(ground, needs),
      ...customerJobs({ ground, blobs }),
      job('people.sweep', { everySeconds: 3600 }, () => sweepPeople(ground)),
      job('platform.sweep-files', { everySeconds: 86_400 }, () => sweepFiles({ db, blobs, held: FILES_HELD }, ground.now())),
      job('platform.clear-throttles', { everySeconds: 3600 }, () => clearThrottles(db)),
    ],
  })
  return {
    async stop() {
      await jobs.stop()
      await mail.stop()
      await history.stop()
      transport?.close()
    },
  }
}
