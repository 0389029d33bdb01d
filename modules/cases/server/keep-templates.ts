import type { BodyOf } from '#kernel/endpoint.ts'
import { given } from '#kernel/fields.ts'
import { newId } from '#kernel/id.ts'
import { localDay } from '#kernel/local-day.ts'
import { asRead, BadInput, Refusal } from '#kernel/refusal.ts'
import { longDay } from '#modules/calendars/rules/explain-term.ts'
import { note } from '#platform/server/history.ts'
import type { Work } from '#platform/server/work.ts'
import type { AddTemplate, ChangeTemplate } from '../contract-settings.ts'
import { fillTemplate as fill, TEMPLATE_FIELDS, unknownFields, type TemplateValues } from '../rules/template-fields.ts'
import { numbers } from './case-alias.ts'
import { insertTemplates, lockTemplate, readTemplateCase, readTemplates, templateNamed, updateTemplate, type TemplateCase, type TemplateRow } from './store-settings.ts'

export const listTemplates = async ({ tx, actor }: Work) => ({ items: await readTemplates(tx, actor.organisationId) })

export async function addTemplate(work: Work, asked: BodyOf<typeof AddTemplate>): Promise<TemplateRow> {
  const { tx, actor } = work
  refuseUnknownFields(asked)
  const id = newId()
  const [template] = await insertTemplates(tx, actor.organisationId, [{ ...asked, id }])
  if (!template) throw new Refusal('template-name-taken', { name: asked.name })
  if (!asked.active) void updateTemplate(tx, actor.organisationId, { ...template, active: false })
  note(work, { action: 'template.added', subject: ['template', id], details: { name: asked.name } })
  return { ...template, active: asked.active }
}

/** Changes a template: answers written from it name the version they used. */
export async function changeTemplate(work: Work, templateId: string, asked: BodyOf<typeof ChangeTemplate>, ifMatch: number | null): Promise<TemplateRow> {
  const { tx, actor } = work
  const [before] = await lockTemplate(tx, actor.organisationId, templateId)
  const was = asRead(before, ifMatch, 'template')
  const changes = given(asked)
  const template: TemplateRow = { ...was, ...changes, version: was.version + 1 }
  refuseUnknownFields(template)
  if ((await templateNamed(tx, actor.organisationId, template)).length > 0) throw new Refusal('template-name-taken', { name: template.name })
  void updateTemplate(tx, actor.organisationId, template)
  note(work, { action: 'template.changed', subject: ['template', templateId], details: { version: template.version, fields: Object.keys(changes) } })
  return template
}

/** A template with the fields of this case in it, for a person to read over: it is never sent by itself (F-25). */
export async function fillTemplate({ tx, actor }: Work, number: string, templateId: string) {
  const caseId = await numbers.caseId(tx, actor.organisationId, number)
  const [templates, [theCase]] = await Promise.all([readTemplates(tx, actor.organisationId), readTemplateCase(tx, actor, caseId)])
  const template = templates.find(({ id }) => id === templateId)
  if (!template) throw new BadInput([{ path: 'templateId', code: 'template-unknown' }])
  const values = valuesOf(theCase!, template.language, actor.name)
  const [subject, body] = [fill(template.subject, values), fill(template.body, values)]
  return { subject: subject.text, body: body.text, missing: [...new Set([...subject.missing, ...body.missing])], templateId, version: template.version }
}

/** In the language of the template, for that is the language of whoever will read it. */
function valuesOf(c: TemplateCase, language: 'es' | 'en', actorName: string): TemplateValues {
  const receivedOn = localDay(c, c.receivedAt)
  return {
    'customer.name': c.customer, 'case.number': c.number, 'case.title': c.title, 'case.receivedOn': longDay(receivedOn, language), 'case.dueOn': c.dueOn ? longDay(c.dueOn, language) : '',
    'case.product': c.product, 'case.serial': c.serial, 'case.orderNumber': c.orderNumber, 'branch.name': c.branch, 'branch.telephone': c.branchTelephone,
    'person.name': c.person ?? actorName, 'person.post': c.post ?? '', 'company.name': c.company,
  }
}

function refuseUnknownFields(template: Pick<TemplateRow, 'subject' | 'body'>): void {
  const known = TEMPLATE_FIELDS.map((name) => `{{${name}}}`).join(' ')
  const refused = (['subject', 'body'] as const).flatMap((path) =>
    unknownFields(template[path]).slice(0, 1).map((name) => ({ path, code: 'placeholder-unknown', details: { placeholder: `{{${name}}}`, known } })),
  )
  if (refused.length > 0) throw new BadInput(refused)
}
