import pg from 'pg'
import { migrate } from '#platform/server/migrations.ts'
import type { Command } from '../command.ts'
import { configOf, openInstallation } from '../installation.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate [--data DIR]',
  summary: 'Bring the database to what this version needs, step by step, each whole or not at all.',
  async run({ flags, print, complain }) {
    const installation = await openInstallation(configOf(flags))
    const pool = new pg.Pool({ ...installation.connection, max: 2 })
    try {
      const applied = await migrate(pool)
      print(applied.length === 0 ? 'The database is as this version needs it.' : `Applied ${applied.join(', ')}.`)
      return 0
    } catch (error) {
      complain(`The database was left as it was: ${(error as Error).message}`)
      return 1
    } finally {
      await pool.end()
      await installation.stop()
    }
  },
}
