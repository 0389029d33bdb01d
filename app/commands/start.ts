import pg from 'pg'
import pino, { type Logger } from 'pino'
import { CannotStart } from '#platform/server/data-folder.ts'
import { keepAddress } from '../address.ts'
import type { Asked, Command } from '../command.ts'
import type { Config } from '../config.ts'
import { demonstrationOnWish, loadDemonstrationOnce } from '../demonstration/on-wish.ts'
import { configOf, openInstallation, prepareSchema, type Installation } from '../installation.ts'
import { createApp, type App } from '../server.ts'
import { serveRefusal } from '../refused-start.ts'

export const start: Command = {
  name: 'start',
  usage: 'start [--demo] [--port N] [--data DIR]',
  summary: 'Run the product; without DATABASE_URL with a database of its own in the data folder.',
  options: { demo: { type: 'boolean' }, port: { type: 'string' } },
  async run({ flags, print, complain }) {
    const config = configOf(flags)
    const log = pino({ level: config.log })
    const { asked, hurried, wasHurried } = onSignal()
    const installation = await openInstallation(
      config,
      {
        log: (message) => log.info(message),
        onExit: (reason) => log.warn({ reason }, 'the database ended and is being started again'),
        onLost: (error) => { log.fatal(error.message); process.exit(1) },
      },
      { shared: false },
    )
    try {
      return await serve(config, installation, { log, demo: flags['demo'] === true, until: asked, hurried, print, complain })
    } finally {
      await installation.stop()
      if (wasHurried()) process.exit(1)
    }
  },
}

type Serving = Pick<Asked, 'print' | 'complain'> & { log: Logger; demo: boolean; until: Promise<void>; hurried: Promise<void> }

async function serve(config: Config, { connection, secret }: Installation, { log, demo, until, hurried, print, complain }: Serving): Promise<number> {
  const pool = new pg.Pool({ ...connection, max: 2 })
  const refusal = await prepareSchema(pool)
  await pool.end()
  if (refusal) {
    complain(refusal.en)
    const served = await serveRefusal(config, refusal)
    await until
    await served.close()
    return 1
  }
  const app = await createApp({ config, connection, secret, log, demonstration: demonstrationOnWish })
  try {
    await listen(app, config)
    keepAddress(config, (error) => log.warn({ err: error }, 'the address could not be kept: a command of the terminal has to be told it'))
    if (demo) await loadDemonstrationOnce(app)
    print(`Acuse is at ${config.publicUrl.href}`)
    await until
    print('Stopping.')
  } finally {
    await Promise.race([app.close(), hurried])
  }
  return 0
}

async function listen(app: App, { port }: Config): Promise<void> {
  await app.server.listen({ port, host: '0.0.0.0' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new CannotStart(`Port ${port} is another program's; stop that one, or give another port with --port.`) : error
  })
}

/** So soon after the first a second signal is the same one by another way: a terminal tells the whole group, and whoever started us passes it on. */
const SAME_SIGNAL_MS = 1000

/** `asked` resolves at the first SIGTERM or SIGINT; `hurried` at one that comes a while later: what is under way is not waited for. */
function onSignal(): { asked: Promise<void>; hurried: Promise<void>; wasHurried: () => boolean } {
  const asked = Promise.withResolvers<void>()
  const hurried = Promise.withResolvers<void>()
  let first = 0
  let again = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      first ||= performance.now()
      asked.resolve()
      again ||= performance.now() - first > SAME_SIGNAL_MS
      if (again) hurried.resolve()
    })
  return { asked: asked.promise, hurried: hurried.promise, wasHurried: () => again }
}
