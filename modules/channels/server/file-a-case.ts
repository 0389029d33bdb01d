import type { Language } from '#kernel/actor.ts'
import type { BodyOf, ReplyOf } from '#kernel/endpoint.ts'
import { shortTitle } from '#kernel/plain-text.ts'
import { BadInput, Refusal } from '#kernel/refusal.ts'
import { RegisterCase } from '#modules/cases/contract.ts'
import { registerCase } from '#modules/cases/public.ts'
import type { Tx } from '#platform/server/database.ts'
import { doWork } from '#platform/server/ground.ts'
import { note } from '#platform/server/history.ts'
import { fieldsOf } from '#platform/server/problem.ts'
import { throttle, TooManyAttempts } from '#platform/server/throttle.ts'
import type { ChannelsNeeds } from './needs.ts'
import { publicActor, type Company } from './public-actor.ts'
import type { SentForm } from './read-form.ts'

type FieldError = { path: string; code: string; details?: Record<string, string | number> }
export type Filed = { registered: ReplyOf<typeof RegisterCase> } | { errors: FieldError[] }

/** Registers what the form says, in one transaction with its files and its consent; or says what is wrong with it, field by field. */
export async function fileCase(needs: ChannelsNeeds, company: Company, language: Language, { fields, files, refused }: SentForm): Promise<Filed> {
  const errors: FieldError[] = [...refused]
  const read = RegisterCase.body!.safeParse(bodyOf(fields, language), { reportInput: true })
  if (!read.success) errors.push(...fieldsOf(read.error.issues).map((error) => ({ ...error, path: FORM_FIELD[error.path] ?? error.path.split('.').at(-1)! })))
  // Last, as on the page.
  if (fields['consent'] !== 'yes') errors.push({ path: 'consent', code: 'consent' })
  if (errors.length > 0 || !read.success) return { errors }
  const acknowledge = await mayWriteTo(needs, read.data.reporter?.email)
  try {
    const registered = await doWork(needs.ground, publicActor(company.id, language), async (work) => {
      const kept = await Promise.all(files.map((file) => file.keep(work)))
      const branchId = read.data.branchId ?? (await receivingBranch(work.tx, company.id))
      const body: BodyOf<typeof RegisterCase> = { ...read.data, branchId, acknowledge, files: kept.map(({ id }) => id) }
      const reply = await registerCase(needs, work, body)
      note(work, { action: 'consent-given', subject: ['case', reply.id], details: { version: company.consent?.version ?? 'product-1', language } })
      return reply
    })
    return { registered }
  } catch (error) {
    if (error instanceof BadInput) return { errors: error.fields.map((field) => ({ ...field, path: FORM_FIELD[field.path] ?? field.path })) }
    if (error instanceof Refusal) return { errors: [{ path: 'description', code: error.code, details: error.details }] }
    throw error
  }
}

/** Nobody has shown that the address is theirs: beyond this the case is registered, and the page alone says so. */
const LETTERS_PER_ADDRESS = { limit: 5, windowSeconds: 3600 }

async function mayWriteTo({ ground }: ChannelsNeeds, address: string | undefined): Promise<boolean> {
  if (!address) return true
  return throttle(ground.db, [[`public-acknowledgement:${address}`, LETTERS_PER_ADDRESS]]).then(() => true, (error: unknown) => {
    if (error instanceof TooManyAttempts) return false
    throw error
  })
}

/** Whoever does not know which branch serves them is received by the one that the company says, else by the first; it can be sent on. */
async function receivingBranch(tx: Tx, organisationId: string): Promise<string> {
  const [branch] = await tx<{ id: string }>`
    select b.id from branches b join organisations o on o.organisation_id = b.organisation_id
    where b.organisation_id = ${organisationId} and b.active
    order by b.id::text = o.settings ->> 'receivingBranchId' desc nulls last, b.code
    limit 1`
  if (!branch) throw new Refusal('branch-unknown')
  return branch.id
}

const FORM_FIELD: Record<string, string> = {
  'reporter.email': 'email', 'reporter.name': 'name', 'reporter.telephone': 'telephone', 'customer.name': 'name', 'customer.email': 'email', 'customer.telephone': 'telephone', 'customer.onBehalfOf': 'organization',
}

/** A name is written down as told, and whose customer it is is for the desk to see; only who names a company beside themselves speaks for another. */
function bodyOf(fields: Record<string, string>, language: Language) {
  const given = (name: string) => fields[name]?.trim() || undefined
  const who = { name: given('name') ?? given('organization'), telephone: given('telephone'), email: given('email') }
  const named = who.name || who.telephone || who.email
  const company = given('name') && given('organization')
  return {
    id: given('id'), kind: given('kind'), channel: 'web', language, description: fields['description'] ?? '', title: fields['description'] ? shortTitle(fields['description']) : '',
    wishedOutcome: given('wishedOutcome'), product: given('product'), serial: given('serial'), orderNumber: given('orderNumber'), branchId: given('branchId'),
    consumer: true,
    customer: company ? { status: 'third-party', onBehalfOf: company } : { status: 'anonymous' },
    ...(named ? { reporter: who } : {}),
  }
}
