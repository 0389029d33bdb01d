import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { BadInput, Refusal } from '#kernel/refusal.ts'
import { CannotStart } from '#platform/server/data-folder.ts'
import { sentencesOf } from './sentences.ts'

test('at the terminal a refusal is its sentence, and a bug of ours shows whole', () => {
  expect(sentencesOf(new BadInput([{ path: 'areaId', code: 'area-unknown' }, { path: 'name', code: 'unknown-field' }]))).toEqual([expect.stringMatching(/^areaId: \w.*\.$/), expect.stringMatching(/^name: \w.*\.$/)])
  expect(sentencesOf(new Refusal('key-reused'))).toEqual([expect.stringMatching(/\w.*\.$/)])
  expect(sentencesOf(new CannotStart('There is no company yet.'))).toEqual(['There is no company yet.'])
  expect(sentencesOf(Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' }))).toEqual([expect.stringContaining('DATABASE_URL')])
  expect(sentencesOf(new TypeError('x is not a function'))).toBeNull()
})

test('on a folder in which nothing has been started every command says what to do, in one line', { timeout: 60_000 }, async () => {
  const data = mkdtempSync(join(tmpdir(), 'acuse-terminal-'))
  const run = (...words: string[]) => promisify(execFile)(process.execPath, [join(import.meta.dirname, 'cli.ts'), ...words, '--data', data]).then(
    ({ stdout }) => ({ code: 0, said: stdout }), ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, said: stdout + stderr }))
  expect(await run('doctor')).toEqual({ code: 1, said: expect.stringContaining(`There is nothing in the database yet. Run 'acuse start', which prepares it.`) })
  for (const words of [['token', 'create', '--name', 'x', '--role', 'head'], ['user', 'create', '--email', 'a@b.example']])
    expect(await run(...words)).toEqual({ code: 1, said: 'There is no company yet. Run acuse start and set it up in the browser, or acuse demo load.\n' })
  expect(await run('audit', 'verify')).toEqual({ code: 0, said: '0 entries are as they were sealed.\n' })
  const term = ['term', 'compute', '--rule', 'CO-FV-SERIO', '--received', '2026-06-26T16:40:00-05:00', '--pack', 'CO']
  const wrong = { code: 2, said: expect.stringContaining('--language is es or en, not english.') }
  expect(await Promise.all([
    run(...term), run(...term, '--language', 'en'), run(...term, '--language', 'english'), run('import', 'customers', 'none.csv', '--language', 'english'),
  ])).toEqual([{ code: 0, said: 'sin definir\n' }, { code: 0, said: 'undefined\n' }, wrong, wrong])
})
