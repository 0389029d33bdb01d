import { foldText as fold } from '#kernel/plain-text.ts'

/** A search among what is already here: by any part of the name, without accents. */
export const among = <Option extends { label: string }>(options: readonly Option[]) => (text: string) => options.filter(({ label }) => fold(label).includes(fold(text)))
