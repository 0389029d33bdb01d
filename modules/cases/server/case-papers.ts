import type { Language } from '#kernel/actor.ts'
import { explainTerm, longDay, longInstant } from '#modules/calendars/rules/explain-term.ts'
import type { Block, Fact, PrintedDocument, Signatory } from '#platform/server/print/document.ts'
import type { Tx } from '#platform/server/database.ts'
import { followLink } from './follow-link.ts'
import type { CasesNeeds } from './needs.ts'
import { explainedTerms, readSaid, readSaidAnswer, type SaidCase } from './store-said.ts'
import { words } from './case-mails.ts'

/** Whose hands a paper is for: whoever follows the link on it speaks as the customer. */
export type PaperFor = { language: Language; withLink: boolean }

/** The acknowledgement as a paper: number, instant, what was told, and each term with its rule (F-3). */
export async function acknowledgementPaper(needs: CasesNeeds, tx: Tx, organisationId: string, caseId: string, { language, withLink }: PaperFor): Promise<PrintedDocument> {
  const said = await readSaid(tx, organisationId, caseId)
  const terms = await explainedTerms(tx, organisationId, caseId)
  const t = words[language]
  return {
    ...heading(needs, said, { language, withLink }, t.papers.acknowledgement),
    blocks: [
      { kind: 'facts', facts: factsOf(said, language), columns: 2 },
      { kind: 'heading', text: t.papers.story, level: 2 },
      ...prose(said.description),
      ...(said.wishedOutcome ? [{ kind: 'facts', facts: [{ label: t.facts.wished, value: said.wishedOutcome }], columns: 1 } satisfies Block] : []),
      { kind: 'heading', text: t.papers.terms, level: 2 },
      ...terms.flatMap(({ proof, calendar }): Block[] => {
        const [rule = '', source = '', ...counted] = explainTerm(proof, language, calendar)
        return [
          { kind: 'notice', title: `${proof.basis.name[language]}: ${proof.dueOn ? longDay(proof.dueOn, language) : ''}`, text: `${rule} ${source}` },
          { kind: 'paragraph', text: unbroken(counted.join(' ')), tone: 'small' },
        ]
      }),
      { kind: 'paragraph', text: t.papers.keep, tone: 'quiet' },
      { kind: 'gap', height: 24 },
      { kind: 'signatures', people: [{ name: said.registeredBy || said.company, role: t.papers.signature }, signatureOf(said, language)] },
    ],
  }
}

/** The answer as a letter. */
export async function letterPaper(needs: CasesNeeds, tx: Tx, organisationId: string, caseId: string, answerId: string, { language, withLink }: PaperFor): Promise<PrintedDocument> {
  const said = await readSaid(tx, organisationId, caseId)
  const answer = await readSaidAnswer(tx, organisationId, answerId)
  const t = words[language]
  const { letter, signed } = signedOff(answer.body, answer.writtenBy)
  return {
    ...heading(needs, said, { language, withLink }, answer.subject || t.papers.letter),
    blocks: [
      {
        kind: 'columns',
        left: [...addressee(said, language).map((text): Block => ({ kind: 'paragraph', text })), ...(answer.recipient ? [{ kind: 'paragraph', text: answer.recipient, tone: 'quiet' } satisfies Block] : [])],
        right: [{ kind: 'paragraph', text: `${said.branch.city || said.branch.name}, ${longDay(answer.writtenAt.slice(0, 10), language)}` }],
      },
      { kind: 'facts', facts: [{ label: t.facts.number, value: said.number }, { label: t.facts.received, value: unbroken(longInstant(said.receivedAt, said.timeZone, language)) }], columns: 2 },
      ...prose(letter),
      { kind: 'gap', height: 36 },
      { kind: 'signatures', people: [signed ?? { name: answer.writtenBy || said.company, role: t.mails.signed(said.company)[0]!, detail: said.company }] },
    ],
  }
}

/** Whoever wrote it often signs in their own words, name first: they go under the line instead of being said twice. */
function signedOff(body: string, writtenBy: string): { letter: string; signed?: Signatory } {
  const paragraphs = body.trim().split(/\n{2,}/)
  const [name = '', role = '', ...detail] = (paragraphs.at(-1) ?? '').split('\n').map((line) => line.trim())
  if (!writtenBy || name !== writtenBy || !role || paragraphs.length === 1) return { letter: body }
  return { letter: paragraphs.slice(0, -1).join('\n\n'), signed: { name, role, detail: detail.join(', ') } }
}

/** An hour is not parted from its half of the day. */
const unbroken = (text: string): string => text.replace(/ ([ap])\. m\./g, '\u00a0$1.\u00a0m.')

const prose = (text: string): Block[] => text.split(/\n{2,}/).map((paragraph) => ({ kind: 'paragraph', text: paragraph }))
/** Whose case it is: the customer, whoever is spoken for, or who told it; empty where nobody says. */
const whose = ({ reporter, customer }: SaidCase): string => customer || reporter.onBehalfOf || reporter.name || ''
/** Who told it, where that is not whose case it is; with what they are to them. */
const toldBy = (said: SaidCase): string => (said.reporter.name && said.reporter.name !== whose(said) ? [said.reporter.name, said.reporter.relation].filter(Boolean).join(', ') : '')

function signatureOf(said: SaidCase, language: Language) {
  const { papers } = words[language]
  return toldBy(said) ? { name: toldBy(said), role: papers.forCustomer, detail: whose(said) } : { name: whose(said) || ' ', role: papers.customer }
}

function addressee(said: SaidCase, language: Language): string[] {
  return [whose(said), said.reporter.name && toldBy(said) ? words[language].papers.attention(said.reporter.name) : ''].filter(Boolean)
}

function heading(needs: CasesNeeds, said: SaidCase, { language, withLink }: PaperFor, title: string): Omit<PrintedDocument, 'blocks'> {
  return {
    language, title: `${title} ${said.number}`, author: said.company,
    mark: { kind: 'text', name: said.company, detail: said.branch.name },
    reference: { label: words[language].facts.number, number: said.number, ...(withLink && { url: followLink(needs, said) }) },
    footer: [said.company, said.taxId && `NIT ${said.taxId}`, said.branch.address, said.branch.city, said.branch.telephone].filter(Boolean).join(' · '),
  }
}

function factsOf(said: SaidCase, language: Language): Fact[] {
  const t = words[language]
  const facts: [string, string][] = [
    [t.facts.number, said.number],
    [t.facts.received, unbroken(longInstant(said.receivedAt, said.timeZone, language))],
    [t.facts.kind, t.kinds[said.kind]],
    [t.facts.channel, t.channels[said.channel]],
    [t.facts.customer, whose(said) || t.papers.anonymous],
    [t.facts.onBehalfOf, said.reporter.onBehalfOf && said.reporter.onBehalfOf !== whose(said) ? said.reporter.onBehalfOf : ''],
    [t.facts.reporter, toldBy(said)],
    [t.facts.branch, said.branch.name],
    [t.facts.product, said.product],
    [t.facts.serial, said.serial],
    [t.facts.order, said.orderNumber],
    [t.facts.registeredBy, said.registeredBy],
  ]
  return facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))
}
