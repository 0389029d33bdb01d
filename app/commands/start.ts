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
    const end = endOnSignal()
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
    const refusal = await prepareSchema(pool).finally(() => pool.end())
    if (refusal) {
      complain(refusal.en)
      const served = await serveRefusal(config, refusal)
      await end
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
    await end
    print('Stopping.')
    await app.close()
    await installation.stop()
    return 0
  },
}

async function listen(app: App, port: number): Promise<void> {
  await app.server.listen({ port, host: '0.0.0.0' })
}

/** Resolves at the first SIGTERM or SIGINT; a second one ends at once. */
function endOnSignal(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.on(signal, () => {
        if (asked) process.exit(1)
        asked = true
        resolve()
      })
  })
}
