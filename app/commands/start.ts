import pg from 'pg'
import pino from 'pino'
import type { Command } from '../command.ts'
import { demonstrationOnWish, loadDemonstrationOnce } from '../demonstration/on-wish.ts'
import { configOf, openInstallation, prepareSchema } from '../installation.ts'
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
    const { asked, hurried } = onSignal()
    const installation = await openInstallation(
      config,
      {
        log: (message) => log.info(message),
        onExit: (reason) => log.warn({ reason }, 'the database ended and is being started again'),
        onLost: (error) => { log.fatal(error.message); process.exit(1) },
      },
      { shared: false },
    )
    const pool = new pg.Pool({ ...installation.connection, max: 2 })
    const refusal = await prepareSchema(pool)
    await pool.end()
    if (refusal) {
      complain(refusal.en)
      const served = await serveRefusal(config, refusal)
      await asked
      await served.close()
      await installation.stop()
      return 1
    }
    const app = await createApp({
      config, connection: installation.connection, secret: installation.secret, log,
      demonstration: demonstrationOnWish,
    })
    await listen(app, config.port)
    if (flags['demo']) await loadDemonstrationOnce(app)
    print(`Acuse is at ${config.publicUrl.href}`)
    await asked
    print('Stopping.')
    const ended = await Promise.race([app.close(), hurried])
    await installation.stop()
    if (ended === 'hurried') process.exit(1)
    return 0
  },
}

async function listen(app: App, port: number): Promise<void> {
  await app.server.listen({ port, host: '0.0.0.0' })
}

/** So soon after the first a second signal is the same one by another way: a terminal tells the whole group, and whoever started us passes it on. */
const SAME_SIGNAL_MS = 1000

/** `asked` resolves at the first SIGTERM or SIGINT; `hurried` at one that comes a while later: what is under way is not waited for. */
function onSignal(): { asked: Promise<void>; hurried: Promise<'hurried'> } {
  const asked = Promise.withResolvers<void>()
  const hurried = Promise.withResolvers<'hurried'>()
  let first = 0
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      first ||= performance.now()
      asked.resolve()
      if (performance.now() - first > SAME_SIGNAL_MS) hurried.resolve('hurried')
    })
  return { asked: asked.promise, hurried: hurried.promise }
}
