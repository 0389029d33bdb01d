import type { Language } from '#kernel/actor.ts'
import { Kind } from '#modules/cases/contract.ts'
import { html, type Html } from '#platform/server/html.ts'
import type { FormSeal } from './form-seal.ts'
import { linkTo, words } from './page.ts'
import type { Company } from './public-actor.ts'

export type FilingForm = {
  language: Language
  company: Pick<Company, 'id' | 'several'>
  branches: readonly { id: string; name: string; city: string }[]
  consent: string
  seal: FormSeal
  values: Record<string, string>
  errors: readonly { path: string; message: string }[]
  /** Above the form, where it has to be sent again. */
  notice?: string
  /** Files were sent with a form that has to be sent again. */
  lostFiles?: boolean
}

/** The form; what was typed and what is wrong with it are shown where they belong. */
export function filingForm({ language, company, branches, consent, seal, values, errors, notice, lostFiles }: FilingForm): Html {
  const t = words[language].form
  const field = fieldOf(values, errors)
  return html`
${notice && html`<p class="notice" role="alert">${notice}</p>`}
${errors.length > 0 && html`<div class="errors" role="alert"><p>${t.errors}</p><ul>${errors.map(({ path, message }) => html`<li><a href="#${path}">${atFault(language, path, message)}</a></li>`)}</ul></div>`}
<form method="post" enctype="multipart/form-data" action="${linkTo('/atencion/nuevo', language, company)}" novalidate>
<input type="hidden" name="id" value="${seal.id}"><input type="hidden" name="seal" value="${seal.seal}">
<fieldset id="kind"><legend>${t.kind}</legend>
${Kind.options.map((kind) => html`<label class="choice"><input type="radio" name="kind" value="${kind}"${(values['kind'] ?? 'claim') === kind ? html` checked` : ''}> ${t.kinds[kind]}</label>`)}
</fieldset>
${field({ name: 'description', label: t.description, hint: t.descriptionHint, lines: 7, required: true })}
${field({ name: 'wishedOutcome', label: t.wished, lines: 2 })}
${branches.length > 1 && html`<p class="field"><label for="branchId">${t.branch}</label><select id="branchId" name="branchId"><option value="">${t.branchAny}</option>${branches.map((branch) => html`<option value="${branch.id}"${values['branchId'] === branch.id ? html` selected` : ''}>${branch.name}${branch.city && branch.city !== branch.name ? `, ${branch.city}` : ''}</option>`)}</select></p>`}
<fieldset><legend>${t.more}</legend>
<div class="pair">${field({ name: 'product', label: t.product })}${field({ name: 'serial', label: t.serial })}${field({ name: 'orderNumber', label: t.order })}</div>
<p class="field"><label for="files">${t.files}</label><input id="files" type="file" name="files" multiple aria-describedby="files-hint"><span class="hint" id="files-hint">${lostFiles ? t.keepFiles : t.filesHint}</span>${field.error('files')}</p>
</fieldset>
<fieldset><legend>${t.who}</legend><p class="hint">${t.whoHint}</p>
<div class="pair">${field({ name: 'name', label: t.name, autocomplete: 'name' })}${field({ name: 'organization', label: t.company, autocomplete: 'organization' })}${field({ name: 'email', label: t.email, type: 'email', autocomplete: 'email' })}${field({ name: 'telephone', label: t.telephone, type: 'tel', autocomplete: 'tel' })}</div>
</fieldset>
<fieldset id="consent"><legend>${t.consentTitle}</legend><p class="hint">${consent}</p>
<label class="choice"><input type="checkbox" name="consent" value="yes"${values['consent'] === 'yes' ? html` checked` : ''}> ${t.consentAgree}</label>${field.error('consent')}</fieldset>
<p><button type="submit">${t.send}</button></p>
</form>`
}

/** Which field the sentence is about; what asks for the consent says it itself. */
function atFault(language: Language, path: string, message: string): string {
  const { description, wished, product, serial, order, files, name, company, email, telephone } = words[language].form
  const labels: Record<string, string> = { description, wishedOutcome: wished, product, serial, orderNumber: order, files, name, organization: company, email, telephone }
  return labels[path] ? `${labels[path]}: ${message[0]!.toLowerCase()}${message.slice(1)}` : message
}

type Field = { name: string; label: string; hint?: string; lines?: number; type?: string; autocomplete?: string; required?: boolean }

function fieldOf(values: Record<string, string>, errors: FilingForm['errors']) {
  const messageOf = (name: string) => errors.find(({ path }) => path === name)?.message
  const error = (name: string) => {
    const message = messageOf(name)
    return message && html`<span class="error" id="${name}-error">${message}</span>`
  }
  const write = ({ name, label, hint, lines, type = 'text', autocomplete = 'off', required }: Field): Html => {
    const described = [hint && `${name}-hint`, messageOf(name) && `${name}-error`].filter(Boolean).join(' ')
    const common = html`id="${name}" name="${name}" autocomplete="${autocomplete}"${required ? html` required` : ''}${described ? html` aria-describedby="${described}"` : ''}${messageOf(name) ? html` aria-invalid="true"` : ''}`
    return html`<p class="field"><label for="${name}">${label}</label>${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}${
      lines ? html`<textarea ${common} rows="${lines}">${values[name]}</textarea>` : html`<input ${common} type="${type}" value="${values[name] ?? ''}">`
    }${error(name)}</p>`
  }
  return Object.assign(write, { error })
}
