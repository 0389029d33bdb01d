import type { Uploaded } from './use-upload.ts'

/** A text with its fields, as the server keeps a draft. */
export type Written = { body: string; fields: Record<string, string> }

/** The files that a draft goes with, which one of its fields keeps: they come back with it, also on another device. */
export function filesIn({ files }: Record<string, string>): Uploaded[] {
  try {
    return JSON.parse(files ?? '[]') as Uploaded[]
  } catch {
    return []
  }
}

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** Whether nothing is lost by taking one for the other: the same words, spaces apart. Empty fields are no fields. */
export const sameText = (one: Written, other: Written): boolean => plain(one.body) === plain(other.body)

/** Both, one after the other, where neither holds the other already. */
export function joinedTexts(one: string, other: string): string {
  if (plain(one).includes(plain(other))) return one
  if (plain(other).includes(plain(one))) return other
  return `${one.trimEnd()}\n\n${other}`
}

const EMPTY_FIELD = /\{\{([^{}]{1,200})\}\}/g

/** Fields of a template still to be filled: what they are called, and where they stand in the text. */
export const emptyFields = (text: string): { name: string; from: number; to: number }[] =>
  Array.from(text.matchAll(EMPTY_FIELD), (found) => ({ name: (found[1] ?? '').trim(), from: found.index, to: found.index + found[0].length }))
