import type { Insistent } from './insistent.ts'

/** What a person does over and over until told that it is enough; what does not hold is put into `broken`. */
export type Act = (ask: Insistent, broken: string[]) => Promise<void>

const REASON = 'El mismo reclamo'
const told = (n: string) => ({ kind: 'claim', channel: 'telephone', branch: 'BOG', description: `El cilindro llegó vacío, ${n}`, customer: { status: 'anonymous' } })
const register = async (ask: Insistent, what: string, more: object = {}) => (await ask<{ number: string }>('POST', '/cases', { ...told(what), ...more })).reply.number

type Sheet = { number: string; version?: number; severity: string; status: string }
/** A case without what counts the times it was touched. */
async function sheetOf(ask: Insistent, number: string): Promise<Omit<Sheet, 'version'>> {
  const { version: _, ...sheet } = (await ask<Sheet>('GET', `/cases/${number}`)).reply
  return sheet
}

/** Merges two cases and takes them apart again. Whoever heard no answer asks again, and may hear that it is undone already. */
export const mergeAndUnmerge: Act = async (ask, broken) => {
  const [one, other] = [await register(ask, 'una vez'), await register(ask, 'otra vez')]
  const before = [await sheetOf(ask, one), await sheetOf(ask, other)]
  const merged = await ask<{ mergeId: string }>('POST', `/cases/${one}/merges`, { into: other, reason: REASON })
  if (merged.status !== 201) broken.push(`a good merge was answered ${merged.status}: ${JSON.stringify(merged.reply)}`)
  if ((await sheetOf(ask, one)).number !== other) broken.push(`${one} was merged and does not lead to ${other}`)
  // Some stay together, so that at the end there is one to be found whole.
  if (Math.random() < 0.2) return
  const undone = await ask<{ code?: string }>('DELETE', `/merges/${merged.reply.mergeId}`)
  if (undone.status !== 200 && !(undone.tries > 1 && undone.reply.code === 'merge-undone')) broken.push(`a good un-merge was answered ${undone.status}: ${JSON.stringify(undone.reply)}`)
  const after = [await sheetOf(ask, one), await sheetOf(ask, other)]
  if (JSON.stringify(after) !== JSON.stringify(before)) broken.push(`${one} and ${other} are not as they were before: ${JSON.stringify(before)} ${JSON.stringify(after)}`)
}

export const MANY = 15

/** Classifies many cases at once and takes it back: a result for each, all of it or nothing. */
export const actInBulkAndUndo: Act = async (ask, broken) => {
  const numbers = await Promise.all(Array.from({ length: MANY }, (_, n) => register(ask, `de muchos, el ${n}`)))
  const severities = async () => [...new Set(await Promise.all(numbers.map(async (number) => (await sheetOf(ask, number)).severity)))].join()
  const done = await ask<{ results: { outcome: string }[]; undo: string }>('POST', '/case-bulks', { numbers, preview: false, act: { verb: 'classify', severity: 'critical' } })
  const good = done.reply.results?.filter(({ outcome }) => outcome === 'done').length
  if (good !== MANY || (await severities()) !== 'critical') broken.push(`a bulk act on ${MANY} cases did ${good}, and they are ${await severities()}`)
  const undone = await ask<{ results?: { outcome: string }[] }>('DELETE', `/case-bulks/${done.reply.undo}`)
  // Undone by a try whose answer never came, it is there to be undone no more.
  if (undone.status !== 200 && !(undone.tries > 1 && undone.status === 404)) broken.push(`undoing a bulk act was answered ${undone.status}: ${JSON.stringify(undone.reply)}`)
  if ((await severities()) !== 'normal') broken.push(`undone, the cases of a bulk act are ${await severities()}`)
}

/** Answers a customer by mail: it leaves by itself, some seconds later. */
export const answerByMail: Act = async (ask, broken) => {
  const number = await register(ask, 'y espera respuesta')
  const { status, reply } = await ask('POST', `/cases/${number}/answers`, { way: 'mail', recipient: 'luz@example.com', subject: `Su reclamo ${number}`, body: 'Se repuso el cilindro.' })
  if (status !== 201) broken.push(`a good answer was answered ${status}: ${JSON.stringify(reply)}`)
}

const todayInBogota = () => new Date(Date.now() - 5 * 3_600_000).toISOString().slice(0, 10)

/** Says that the goods came, which begins two duties; does one, and says that the other was not owed; takes that back, and says so again. */
export const beginAndEndDuties: Act = async (ask, broken) => {
  const number = await register(ask, 'con garantía', { consumer: true, subjects: ['warranty-repair', 'warranty-refund'] })
  const on = todayInBogota()
  const { status, reply } = await ask<{ duties?: { id: string }[] }>('POST', `/cases/${number}/duties`, { event: 'claim-and-goods', on })
  const [one, other] = reply.duties ?? []
  if (!one || !other) return void broken.push(`the goods of ${number} came, and that was answered ${status}: ${JSON.stringify(reply)}`)
  const ends = [await ask('POST', `/duties/${one.id}/fulfilment`, { on, to: 'El cliente' }), await ask('POST', `/duties/${other.id}/release`, { note: 'Quiso que se reparara' })]
  for (const end of ends.filter((answered) => answered.status !== 201)) broken.push(`a duty of ${number} ended, and that was answered ${end.status}: ${JSON.stringify(end.reply)}`)
  const back = await ask<{ code?: string }>('DELETE', `/duties/${other.id}/release`, { reason: 'Se marcó el que no era' })
  // Whoever heard no answer asks again, and may hear that it is taken back already.
  if (back.status !== 200 && !(back.tries > 1 && back.reply.code === 'duty-not-ended')) broken.push(`what was said of a duty of ${number} was taken back, and that was answered ${back.status}: ${JSON.stringify(back.reply)}`)
  const again = await ask('POST', `/duties/${other.id}/release`, { note: 'Quiso que se reparara' })
  if (again.status !== 201) broken.push(`a duty of ${number} ended again, and that was answered ${again.status}: ${JSON.stringify(again.reply)}`)
}
