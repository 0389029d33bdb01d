import type { Language } from '#kernel/actor.ts'
import { html } from './html.ts'
import type { MailContent } from './outgoing-mail.ts'

/** Control characters and line ends, which a header could be broken with, become spaces. */
export const oneLine = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

export function mailText({ greeting, paragraphs, facts = [], link, closing = [] }: MailContent): string {
  const blocks = [
    ...(greeting ? [greeting] : []),
    ...paragraphs,
    ...(facts.length > 0 ? [facts.map(([label, value]) => `${oneLine(label)}: ${value}`).join('\n')] : []),
    ...(link ? [`${oneLine(link.label)}:\n${link.url}`] : []),
    ...(closing.length > 0 ? [closing.join('\n')] : []),
  ]
  return `${blocks.join('\n\n')}\n`
}

/** The same in HTML that every mail program shows: a column, no picture, nothing fetched. */
export function mailHtml({ subject, greeting, paragraphs, facts = [], link, closing = [] }: MailContent, language: Language): string {
  const rows = facts.map(([label, value]) => html`<tr><th align="left" style="${LABEL}">${label}</th><td style="${VALUE}">${lines(value)}</td></tr>`)
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${subject}</title></head>
<body style="margin:0;padding:24px;background:#ffffff"><div style="max-width:600px;margin:0 auto">
${greeting && paragraph(greeting)}
${paragraphs.map(paragraph)}
${rows.length > 0 && html`<table role="presentation" cellspacing="0" style="${TABLE}">${rows}</table>`}
${link && html`<p style="${TEXT}"><a href="${webAddress(link.url)}" style="color:#0b5c8a">${link.label}</a></p>`}
${closing.length > 0 && paragraph(closing.join('\n'))}
</div></body></html>
`.text.toWellFormed()
}

const FONT = 'font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:24px;color:#1b1f23'
const TEXT = `${FONT};margin:0 0 16px`
const TABLE = 'border-collapse:collapse;margin:0 0 16px'
const LABEL = `${FONT};font-weight:normal;color:#57606a;padding:4px 16px 4px 0;vertical-align:top`
const VALUE = `${FONT};padding:4px 0;vertical-align:top`

const paragraph = (text: string) => html`<p style="${TEXT}">${lines(text)}</p>`
const lines = (text: string) => text.split(/\r?\n/).map((line, i) => html`${i > 0 && html`<br>`}${line}`)

/** Only an address of the web may be a link; a mail never runs a script. */
const webAddress = (url: string) => (/^https?:\/\//i.test(url) ? url : '#')
