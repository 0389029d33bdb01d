import type { Command } from '../command.ts'
import { audit } from './audit.ts'
import { bench } from './bench.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { importCommand } from './import.ts'
import { migrateCommand } from './migrate.ts'
import { start } from './start.ts'
import { term } from './term.ts'
import { token } from './token.ts'
import { user } from './user.ts'

/** In the order in which `acuse --help` lists them. */
export const COMMANDS: readonly Command[] = [start, migrateCommand, doctor, demo, token, user, term, audit, importCommand, bench]
