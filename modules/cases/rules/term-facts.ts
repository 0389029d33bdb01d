/** What chooses the rules that bind a case: its kind, how it came, and what of it the law cares about. */
export const factsOf = (kind: string, channel: string, { subjects = [], personalData = false, consumer = false }: { subjects?: string[]; personalData?: boolean; consumer?: boolean }) => ({
  kind,
  subjects,
  flags: channel === 'telephone' || channel === 'visit' ? ['oral'] : [],
  personalData,
  consumer,
})
