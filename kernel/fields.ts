import { z } from 'zod'
import { unreadableAt } from './plain-text.ts'

const readable = (text: string) => unreadableAt(text) === null

/** Text of a person, trimmed and in Unicode's composed form: `max` UTF-16 units, at least `min`. */
export const text = (max: number, { min = 1 }: { min?: number } = {}) =>
  z
    .string()
    .max(max)
    .refine(readable, 'unreadable-character')
    .transform((value) => value.normalize('NFC').trim())
    .pipe(z.string().min(min))

export const optionalText = (max: number) => text(max, { min: 0 }).default('')
export const id = () => z.uuid()
/** Any of some, in a query: one, or the name again for each. */
export const ids = (max = 100) => z.union([id(), z.array(id()).max(max)]).transform((value) => [value].flat()).optional()
/** 'YYYY-MM-DD', a day that exists. */
export const day = () => z.iso.date()
/** ISO 8601 with offset, kept as UTC with milliseconds. */
export const instant = () => z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString())
export const email = () => z.string().max(254).refine(readable, 'unreadable-character').transform((value) => value.trim().toLowerCase()).pipe(z.string().regex(EMAIL, 'email'))
/** One @, a dot in the domain, nothing that a mail header could be broken with. Linear in the text's length. */
const EMAIL = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\.]+(?:\.[^\s@<>,;:"()[\]\\.]+)+$/
const Email = email()
/** As it is kept; null where it is no address that mail could go to. */
export const mailAddress = (text: unknown): string | null => Email.safeParse(text).data ?? null
export const language = () => z.enum(['es', 'en'])

/** A page of a list: at most `limit` items after `cursor`. */
export const page = { limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(6000).optional() }
export const listOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), nextCursor: z.string().nullable() })

type Changes<Shape extends z.core.$ZodLooseShape> = { [Key in keyof Shape]: z.ZodOptional<Shape[Key] extends z.ZodDefault<infer Plain> ? Plain : Shape[Key]> }

/**
 * What may be changed of a thing: every field may be left out, and what is left out stays as it is. Plain `.partial()` would fill
 * the defaults in and so wipe what nobody mentioned.
 */
export function changesOf<Shape extends z.core.$ZodLooseShape>(object: z.ZodObject<Shape>): z.ZodObject<Changes<Shape>> {
  const optional = (field: z.ZodType) => z.optional(field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field)
  const shape = Object.fromEntries(Object.entries(object.shape).map(([name, field]) => [name, optional(field as z.ZodType)]))
  return z.object(shape) as z.ZodObject<Changes<Shape>>
}

/** What a change says, without what it leaves as it is: spread over a row, an undefined would wipe what nobody mentioned. */
export const given = <Asked extends object>(asked: Asked) =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as { [Key in keyof Asked]?: Exclude<Asked[Key], undefined> }
