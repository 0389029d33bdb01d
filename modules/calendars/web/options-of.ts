/** Words by their value, as a list to choose from. */
export const optionsOf = <Value extends string>(words: Record<Value, string>) => (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }))
