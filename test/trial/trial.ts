// The real texts of ../shared/data/complaints through the product's own doors: what is registered, what refused and why, how fast,
// and how suggestions learnt from four fifths do on the fifth held back. `npm run trial [-- --rows 600 | --rows all]`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { quietGround, withDatabase } from '#app/installation.ts'
import { percentile } from '#app/bench/measure.ts'
import { trainEverywhere } from '#modules/cases/server/train-suggestions.ts'
import { AcuseProcess, freePort } from '#test/faults/acuse-process.ts'
import { aCompanyOverHttp } from '#test/faults/company-over-http.ts'
import { realSets, spread, thereAreTexts, type RealSet, type RealText } from './real-texts.ts'

const CLIENTS = 8
const ROWS = 600
/** A cause that fewer texts of the trial have is not made: a company would not either. */
const LEAST_OF_A_CAUSE = 5

type Answer = { status: number; body: { number?: string; id?: string; code?: string; errors?: { path: string; code: string; message: string }[]; items?: { question: string; id: string; probability: number }[] } }
type Post = (path: string, body: object) => Promise<Answer>
type Given = RealText & { number: string; receivedAt: string }

const posting = (url: string, token: string): Post => async (path, body) => {
  const answer = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify(body) })
  return { status: answer.status, body: (await answer.json()) as Answer['body'] }
}

async function eachOf<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  const client = async () => {
    while (next < items.length) await act(items[next++]!)
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
}

/** An area and a cause for each label that stands often enough; ids by label. */
async function prepare(post: Post, sets: readonly RealSet[]): Promise<{ causes: Map<string, string>; areas: Map<string, string>; unsaid: Map<string, string> }> {
  const texts = sets.flatMap((set) => set.texts)
  const areas = new Map<string, string>()
  for (const code of new Set(texts.flatMap(({ area }) => area ?? []))) areas.set(code, (await must(post, '/areas', { code, name: code })).id!)
  const counts = new Map<string, RealText[]>()
  for (const text of texts) if (text.cause) counts.set(text.cause, [...(counts.get(text.cause) ?? []), text])
  const causes = new Map<string, string>()
  for (const [name, having] of counts) {
    if (having.length < LEAST_OF_A_CAUSE) continue
    const areaId = having[0]!.area ? areas.get(having[0]!.area)! : null
    causes.set(name, (await must(post, '/causes', { code: `T${causes.size + 1}`, name: name.slice(0, 120), areaId })).id!)
  }
  // A set that does not say why its texts were written, or not of all: these have a cause of the set's own.
  const unsaid = new Map<string, string>()
  for (const [at, { name }] of sets.entries()) unsaid.set(name, (await must(post, '/causes', { code: `S${at}`, name })).id!)
  return { causes, areas, unsaid }
}

async function must(post: Post, path: string, body: object): Promise<Answer['body']> {
  const answer = await post(path, body)
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

type Told = { registered: number; refused: Map<string, { n: number; example: string }>; waits: number[]; seconds: number; given: Given[] }

async function register(post: Post, { texts }: RealSet, causes: Map<string, string>): Promise<Told> {
  const told: Told = { registered: 0, refused: new Map(), waits: [], seconds: 0, given: [] }
  const began = performance.now()
  await eachOf([...texts.entries()], async ([at, text]) => {
    const held = at % 5 === 4
    const causeId = held || !text.cause ? undefined : causes.get(text.cause)
    const from = performance.now()
    const { status, body } = await post('/cases', { kind: text.kind, channel: 'web', branch: 'BOG', description: text.text, language: text.language, acknowledge: false, ...(causeId && { causeId }) })
    told.waits.push(performance.now() - from)
    if (status === 201) {
      told.registered++
      if (!held) told.given.push({ ...text, number: body.number!, receivedAt: (body as { receivedAt: string }).receivedAt })
      return
    }
    const why = `${status} ${body.errors?.map(({ path, code }) => `${path}: ${code}`).join(', ') ?? body.code ?? ''}`
    const before = told.refused.get(why)
    told.refused.set(why, { n: (before?.n ?? 0) + 1, example: before?.example ?? JSON.stringify(text.text.slice(0, 80)) })
  })
  told.seconds = (performance.now() - began) / 1000
  return told
}

async function close(post: Post, given: readonly Given[], causeOf: (text: RealText) => string): Promise<Map<string, number>> {
  const refused = new Map<string, number>()
  await eachOf(given, async (text) => {
    const { status, body } = await post(`/cases/${text.number}/closure`, { causeId: causeOf(text), actionTaken: 'Se atendió', remedy: 'explanation', told: { way: 'mail', at: text.receivedAt } })
    if (status >= 300) refused.set(`${status} ${body.code}`, (refused.get(`${status} ${body.code}`) ?? 0) + 1)
  })
  return refused
}

/** Of what the product suggests for texts that it has not seen: how often it says something, and how often that is so. */
async function tryHeld(post: Post, texts: readonly RealText[], expected: (text: RealText) => Record<string, string | null>) {
  const scores = new Map<string, { asked: number; said: number; right: number }>()
  const waits: number[] = []
  await eachOf(texts, async (text) => {
    const from = performance.now()
    const { items = [] } = await must(post, '/case-suggestions', { description: text.text })
    waits.push(performance.now() - from)
    for (const [question, label] of Object.entries(expected(text))) {
      if (label === null) continue
      const score = scores.get(question) ?? { asked: 0, said: 0, right: 0 }
      const item = items.find((one) => one.question === question)
      scores.set(question, { asked: score.asked + 1, said: score.said + (item ? 1 : 0), right: score.right + (item?.id === label ? 1 : 0) })
    }
  })
  return { scores, waits }
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
const millis = (waits: readonly number[]) => `p50 ${percentile(waits, 0.5).toFixed(0)} ms, p95 ${percentile(waits, 0.95).toFixed(0)} ms`

async function run(rows: number): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'acuse-trial-'))
  const server = new AcuseProcess(dataDir, await freePort())
  try {
    await server.answers()
    const { token } = await aCompanyOverHttp(server.url)
    const post = posting(server.url, token)
    const sets = realSets().map(({ name, texts }) => ({ name, texts: spread(texts, rows) }))
    const { causes, areas, unsaid } = await prepare(post, sets)
    let [registered, unfair] = [0, 0]
    for (const set of sets) {
      const told = await register(post, set, causes)
      registered += told.registered
      console.log(`\n${set.name}: ${told.registered} of ${set.texts.length} registered, ${(told.registered / told.seconds).toFixed(0)} a second with ${CLIENTS} clients, ${millis(told.waits)}`)
      for (const [why, { n, example }] of told.refused) console.log(`  refused ${n}: ${why}, such as ${example}`)
      unfair += [...told.refused.values()].reduce((sum, { n }) => sum + n, 0) - set.texts.filter(({ text }) => text.trim() === '').length
      const refused = await close(post, told.given, ({ cause }) => (cause && causes.get(cause)) || unsaid.get(set.name)!)
      for (const [why, n] of refused) console.log(`  not closed ${n}: ${why}`)
    }
    console.log(`\n${registered} registered; refused that a person would accept: ${unfair}`)
    const began = performance.now()
    const trained = await withDatabase({ data: dataDir }, (db) => trainEverywhere(quietGround(db)))
    console.log(`\nLearnt from what was closed in ${((performance.now() - began) / 1000).toFixed(1)} s: ${trained.map(({ question, examples, hitRate }) => `${question} ${examples} cases, right ${hitRate === null ? '?' : percent(hitRate, 1)} by its own trial`).join('; ')}`)
    for (const set of sets) {
      const held = set.texts.filter((_, at) => at % 5 === 4)
      const { scores, waits } = await tryHeld(post, held, ({ kind, cause, area }) => ({ kind, cause: cause && (causes.get(cause) ?? null), area: area && (areas.get(area) ?? null) }))
      console.log(`\n${set.name}, ${held.length} held back (${millis(waits)}):`)
      for (const [question, { asked, said, right }] of scores) console.log(`  ${question}: suggested for ${percent(said, asked)}, right of these ${percent(right, said)}, right of all ${percent(right, asked)}`)
    }
    return unfair === 0
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const { values } = parseArgs({ options: { rows: { type: 'string', default: String(ROWS) } } })
if (!thereAreTexts()) {
  console.log('The real texts are not here (../shared/data/complaints): nothing was tried.')
} else {
  const began = performance.now()
  const fair = await run(values.rows === 'all' ? Infinity : Number(values.rows))
  console.log(`\nThe trial took ${((performance.now() - began) / 1000).toFixed(0)} s.`)
  process.exitCode = fair ? 0 : 1
}
