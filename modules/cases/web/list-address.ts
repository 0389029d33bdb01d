let last = '/'

/** The list or search one comes from, as one left it: where going back leads. */
export const listAddress = (): string => last
export const keepListAddress = (address: string): void => void (last = address)
