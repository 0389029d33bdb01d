import { pathToFileURL } from 'node:url'

/**
 * What the browser gets of a module's contract, as the text of a module: of a door its name, method and path, of a choice its
 * options, of a list its items, of a limit its number. Schemas stay on the server, which alone refuses: with them would come the library that reads
 * them, a fifth of the first load. What cannot be handed over is not exported, so that a screen that asks for it does not build.
 */
export async function contractFacts(file: string): Promise<string> {
  const contract = (await import(pathToFileURL(file).href)) as Record<string, unknown>
  return Object.entries(contract)
    .map(([name, value]) => [name, factsOf(value)] as const)
    .filter(([, facts]) => facts !== undefined)
    .map(([name, facts]) => `export const ${name} = ${JSON.stringify(facts)}`)
    .join('\n')
}

function factsOf(value: unknown): unknown {
  if (typeof value === 'number') return value
  if (typeof value !== 'object' || value === null) return undefined
  if ('name' in value && 'method' in value && 'path' in value) return { name: value.name, method: value.method, path: value.path }
  if ('options' in value && Array.isArray(value.options) && value.options.every((option) => typeof option === 'string')) return { options: value.options }
  return Array.isArray(value) ? value : undefined
}
