/** The option that was said, where it is one: from an address, a draft or a field. */
export const oneOf = <Option extends string>(options: readonly Option[], said: unknown): Option | undefined => options.find((option) => option === said)
