/** What, typed in a text, leads elsewhere: a text to begin with, a colleague to be told, any command. */
const DOORS = { '::': 'templateId', '@@': 'mentions' } as const
export type Door = (typeof DOORS)[keyof typeof DOORS] | 'commands'

/** The text without what was just typed to go elsewhere, and where; null where it is only text. What was pasted or stood there is text. */
export function typedDoor(before: string, text: string): { text: string; door: Door } | null {
  if (text.length !== before.length + 1) return null
  if (text === '/') return { text: '', door: 'commands' }
  for (const [typed, door] of Object.entries(DOORS)) {
    const at = text.split(typed).length > before.split(typed).length ? newAt(before, text, typed) : -1
    if (at >= 0) return { text: text.slice(0, at) + text.slice(at + typed.length), door }
  }
  return null
}

/** Where the second character was just typed after the first. */
function newAt(before: string, text: string, typed: string): number {
  let same = 0
  while (same < before.length && before[same] === text[same]) same++
  const at = text.slice(Math.max(0, same - 1), same + 1) === typed ? same - 1 : text.slice(same, same + 2) === typed ? same : -1
  return at
}
