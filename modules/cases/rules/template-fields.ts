/** What a template may name; each is filled from the case it is used on. */
export const TEMPLATE_FIELDS = [
  'customer.name', 'case.number', 'case.title', 'case.receivedOn', 'case.dueOn', 'case.product', 'case.serial', 'case.orderNumber', 'branch.name', 'branch.telephone',
  'person.name', 'person.post', 'company.name',
] as const
export type TemplateField = (typeof TEMPLATE_FIELDS)[number]
export type TemplateValues = Record<TemplateField, string>

/** What stands between the braces is trimmed afterwards: blanks that a pattern may take in two ways it tries in every way. */
const PLACEHOLDER = /\{\{([^{}]{0,200})\}\}/g

/** Names in {{ }} that are no field, in the order of the text, each once. */
export const unknownFields = (text: string): string[] => fieldsLeft(text).filter((name) => !TEMPLATE_FIELDS.includes(name as TemplateField))

/** What a text still has between braces, each once: nobody sends it so. */
export const fieldsLeft = (text: string): string[] => [...new Set(Array.from(text.matchAll(PLACEHOLDER), ([, name]) => name!.trim()))]

/** The text with its fields filled; one that the case has no value for stays as it was and is named, so that nobody sends it unseen. */
export function fillTemplate(text: string, values: TemplateValues): { text: string; missing: string[] } {
  const missing = new Set<string>()
  const filled = text.replace(PLACEHOLDER, (whole, said: string) => {
    const name = said.trim()
    const value = values[name as TemplateField]
    if (!value) missing.add(name)
    return value || whole
  })
  return { text: filled, missing: [...missing] }
}
