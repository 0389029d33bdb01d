import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { assignCase } from '#modules/cases/server/assign-case.ts'
import { AddCustomer } from '#modules/customers/contract.ts'
import { createCustomer } from '#modules/customers/server/create-customer.ts'
import { doWork, systemActor, type Ground } from '#platform/server/ground.ts'
import type { App } from '../server.ts'
import { customers, type DemoCustomer } from './customers.ts'
import { foundCompany, type Founded } from './found-company.ts'
import { SEGMENT_NAMES } from './products.ts'
import { Replay } from './replay.ts'
import { STAFF, TITULARS } from './staff.ts'
import type { Step } from './steps.ts'
import { planYear } from './year.ts'

export type LoadAsked = { cases?: number; seed?: number; until?: number; onProgress?: (done: number, of: number) => void }

const AT_ONCE = 8
const HEAD = STAFF.find(({ key }) => key === 'jefe')!
const DAY_MS = 86_400_000

export type Loading = { email: string; password: string; replayed: Promise<Map<string, number>> }

/**
 * Founds the demonstration company and replays two years of its work through the product's own verbs. The account is there at once;
 * `replayed` resolves when the years are told, with what a rule refused.
 */
export async function loadDemonstration(app: Pick<App, 'ground' | 'secretOf' | 'publicUrl'>, { cases = 5_000, seed = 1, until = Date.now(), onProgress = () => {} }: LoadAsked = {}): Promise<Loading> {
  const { ground } = app
  const password = `demo-${randomBytes(6).toString('base64url')}`
  const founded = await foundCompany(ground, password)
  const run = async () => {
    // The account is told before the years are planned, which takes a second.
    await setImmediate()
    const steps = [...planYear({ seed, count: cases, until })]
    const all = customers()
    let done = 0
    const progress = (more: number) => onProgress((done += more), all.length + steps.length)
    const codes = await writeCustomers(ground, founded, all, progress)
    const replay = new Replay(ground, { secretOf: app.secretOf, publicUrl: app.publicUrl, log: ground.log }, founded, codes)
    for (const day of byDay(steps)) {
      await inChains(chainsOf(day), (step) => replay.take(step))
      progress(day.length)
    }
    await settleMails(ground, founded, until)
    await giveToResponsibles(ground, founded, until)
    return replay.result.refused
  }
  return { email: HEAD.email, password, replayed: run() }
}

async function writeCustomers(ground: Ground, { organisationId, branches }: Founded, all: readonly DemoCustomer[], progress: (more: number) => void): Promise<Map<string, string>> {
  const codes = new Map<string, string>()
  for (let from = 0; from < all.length; from += 100) {
    const these = all.slice(from, from + 100)
    await doWork(ground, systemActor(organisationId), async (work) => {
      for (const customer of these) {
        const { code, kind, name, idType, idNumber, segment, branch, email, telephones, sites, contacts } = customer
        const asked = AddCustomer.body!.parse({
          code, kind, name, segment: SEGMENT_NAMES[segment], branchId: branches.get(branch), identity: { type: idType, number: idNumber }, emails: email ? [{ address: email }] : [], sameIdentity: true,
          telephones: telephones.map(({ original }) => ({ text: original })),
          sites: sites.map((site) => ({ name: site.name, address: site.address, city: site.city })), contacts: contacts.map((contact) => ({ name: contact.name, post: contact.post })),
        })
        codes.set(code, await createCustomer(work, asked))
      }
    })
    progress(these.length)
  }
  return codes
}

function* byDay(steps: readonly Step[]): Generator<Step[]> {
  let day: Step[] = []
  for (const step of steps) {
    if (day.length > 0 && Math.floor(Date.parse(day[0]!.at) / DAY_MS) !== Math.floor(Date.parse(step.at) / DAY_MS)) {
      yield day
      day = []
    }
    day.push(step)
  }
  if (day.length > 0) yield day
}

/** The steps of a day that must follow one another: those of a case, and of the two that a merge joins. The rest may go side by side. */
function chainsOf(day: readonly Step[]): Step[][] {
  const leader = new Map<number, number>()
  const find = (at: number): number => {
    const up = leader.get(at) ?? at
    return up === at ? at : find(up)
  }
  for (const step of day) if (step.do === 'merge') leader.set(find(step.case), find(step.into))
  const chains = new Map<number, Step[]>()
  for (const step of day) chains.set(find(step.case), [...(chains.get(find(step.case)) ?? []), step])
  return [...chains.values()]
}

async function inChains(chains: Step[][], take: (step: Step) => Promise<void>): Promise<void> {
  const waiting = [...chains]
  const work = async () => {
    for (let chain = waiting.shift(); chain; chain = waiting.shift()) for (const step of chain) await take(step)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

/** Nobody of the demonstration is ever written to: the mails of its years count as sent when they were due. What is written meanwhile by whoever looks waits, and says so. */
const settleMails = ({ db }: Ground, { organisationId }: Founded, until: number) => db.asOwner((tx) => tx`
  update outgoing_mails set state = 'sent', sent_at = not_before + interval '4 seconds'
  where organisation_id = ${organisationId} and state = 'waiting' and created_at <= ${new Date(until).toISOString()}`)

/** An open case that the years left to nobody goes to whoever answers for its branch. */
async function giveToResponsibles(ground: Ground, { branches, people }: Founded, until: number): Promise<void> {
  const head = people.get(HEAD.key)!
  for (const [code, [titular]] of TITULARS)
    await doWork(ground, head, async (work) => {
      const left = await work.tx<{ number: string }>`
        select number from cases
        where organisation_id = ${head.organisationId} and branch_id = ${branches.get(code)!} and status in ('open', 'answered') and owner_id is null
          and registered_at <= ${new Date(until).toISOString()}
        order by number`
      for (const { number } of left) await assignCase(work, number, { ownerId: people.get(titular!)!.id, reason: '' })
    })
}
