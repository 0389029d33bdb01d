import type { z } from 'zod'
import type { Language } from '#kernel/actor.ts'
import { BadInput, Forbidden, NotFound, NotRecognised, PersonsOnly, Refusal, Stale, VersionNotSaid, type FieldRefusal } from '#kernel/refusal.ts'
import { en } from './en.ts'
import { es } from './es.ts'

/** Problem details of RFC 9457; `code` is stable, `title` a sentence for the person, `errors` one sentence a field. */
export type Problem = {
  status: number
  code: string
  title: string
  detail?: string
  errors?: { path: string; code: string; message: string }[]
  details?: Record<string, string | number>
}

/** Sentences by code, of every module, in each language; '{name}' is filled from the refusal's details. */
export type Sentences = Record<Language, Record<string, string>>

const words = { es, en }

const fill = (sentence: string, details: Record<string, string | number> = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))

export class Problems {
  readonly sentences: Sentences
  constructor(sentences: Sentences) {
    this.sentences = sentences
  }

  /** The problem that an error is, or null when it is a bug of ours. */
  of(error: unknown, language: Language): Problem | null {
    if (error instanceof BadInput) return this.badInput(error.fields, language)
    if (error instanceof Refusal) return this.plain(409, error.code, language, error.details)
    if (error instanceof NotRecognised) return this.plain(401, error.code, language)
    if (error instanceof NotFound) return this.plain(404, 'not-found', language)
    if (error instanceof Forbidden) return this.plain(403, 'forbidden', language)
    if (error instanceof PersonsOnly) return this.plain(403, 'persons-only', language)
    if (error instanceof Stale) return this.plain(412, 'changed-by-another', language, { version: error.version })
    if (error instanceof VersionNotSaid) return this.plain(428, 'version-not-said', language)
    return ofTransport(error, (status, code) => this.plain(status, code, language))
  }

  plain(status: number, code: string, language: Language, details: Record<string, string | number> = {}): Problem {
    return { status, code, title: this.sentence(code, language, details), ...(Object.keys(details).length > 0 && { details }) }
  }

  private badInput(fields: FieldRefusal[], language: Language): Problem {
    const errors = fields.slice(0, 50).map(({ path, code, details }) => ({ path, code, message: this.sentence(code, language, details) }))
    return { status: 400, code: 'bad-input', title: this.sentence('bad-input', language), errors }
  }

  private sentence(code: string, language: Language, details: Record<string, string | number> = {}): string {
    const own: Record<string, string> = words[language].problems
    return fill(this.sentences[language][code] ?? own[code] ?? own['refused'] ?? code, details)
  }
}

/** What fastify itself refuses before a route is reached. */
function ofTransport(error: unknown, problem: (status: number, code: string) => Problem): Problem | null {
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE') return problem(413, 'too-large')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return problem(415, 'media-type')
  if (statusCode === 429) return problem(429, 'too-many-requests')
  if (statusCode && statusCode >= 400 && statusCode < 500) return problem(400, 'unreadable')
  return null
}

/** What zod found, as field refusals with codes that have a sentence. */
export function fieldsOf(issues: readonly z.core.$ZodIssue[], under = ''): FieldRefusal[] {
  return issues.flatMap((issue) => {
    const path = [under, ...issue.path.map(String)].filter(Boolean).join('.')
    return oneIssue(issue, path)
  })
}

function oneIssue(issue: z.core.$ZodIssue, path: string): FieldRefusal[] {
  // What was left empty is missing, whatever else is asked of it.
  if (issue.input === '' && (issue.code === 'too_small' || issue.code === 'invalid_format')) return [{ path, code: 'required' }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, code: 'unknown-field' }))
    case 'too_big':
      return [{ path, code: issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-big', details: { limit: Number(issue.maximum) } }]
    case 'too_small':
      if (issue.origin === 'string') return [{ path, code: Number(issue.minimum) <= 1 ? 'required' : 'too-short', details: { limit: Number(issue.minimum) } }]
      return [{ path, code: issue.origin === 'array' ? 'too-few' : 'too-small', details: { limit: Number(issue.minimum) } }]
    case 'invalid_type':
      return [{ path, code: issue.input === undefined || issue.input === null ? 'required' : 'wrong-type' }]
    case 'invalid_value':
      return [{ path, code: 'not-a-choice', details: { choices: issue.values.map(String).slice(0, 20).join(', ') } }]
    case 'invalid_format':
      return [{ path, code: FORMATS[issue.format] ?? (issue.message in es.problems ? issue.message : 'wrong-format') }]
    case 'invalid_union':
      return [{ path, code: 'wrong-type' }]
    case 'custom':
      return [{ path, code: issue.message || 'wrong-format' }]
    default:
      return [{ path, code: 'wrong-format' }]
  }
}

const FORMATS: Record<string, string> = { date: 'date', datetime: 'instant', email: 'email', uuid: 'wrong-id' }
