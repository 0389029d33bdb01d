/**
 * Phrases written with their variants in them, so that a person can read and mend them:
 * `{ayer|el lunes|}` one of these · `<nos/les>` as the customer says it / as the agent notes it · `$gas` a fact of the case.
 */
export type Voice = 0 | 1
/** What a phrase is said with: a source of chance, who speaks, and the facts. */
export type Speaker = { pick: (below: number) => number; voice: Voice; fact: (name: string) => string }

type Part = string | { choices: Phrase[] } | { voices: readonly [Phrase, Phrase] } | { fact: string }
export type Phrase = readonly Part[]

/** Throws SyntaxError on a bracket that does not close: a phrase is data and its mistakes should show at the start. */
export function phrase(source: string): Phrase {
  let at = 0
  const read = (ends: string): Phrase => {
    const parts: Part[] = []
    let plain = ''
    const flush = () => { if (plain) parts.push(plain); plain = '' }
    while (at < source.length && !ends.includes(source[at] ?? '')) {
      const letter = source[at++] ?? ''
      if (letter === '{' || letter === '<') {
        flush()
        const choices = readAll(letter === '{' ? '|' : '/', letter === '{' ? '}' : '>')
        if (letter === '{') parts.push({ choices })
        else parts.push({ voices: [choices[0] ?? [], choices[1] ?? []] })
      } else if (letter === '$' && /[a-zA-Z]/.test(source[at] ?? '')) {
        flush()
        const name = /^[a-zA-Z]+/.exec(source.slice(at))?.[0] ?? ''
        at += name.length
        parts.push({ fact: name })
      } else plain += letter
    }
    flush()
    return parts
  }
  const readAll = (between: string, end: string): Phrase[] => {
    const all: Phrase[] = []
    for (;;) {
      all.push(read(between + end))
      const letter = source[at++]
      if (letter === end) return all
      if (letter !== between) throw new SyntaxError(`a bracket stays open in: ${source}`)
    }
  }
  const whole = read('')
  if (at < source.length) throw new SyntaxError(`odd bracket in: ${source}`)
  return whole
}

export const phrases = (sources: readonly string[]): readonly Phrase[] => sources.map(phrase)

export function say(said: Phrase, speaker: Speaker): string {
  let text = ''
  for (const part of said) {
    if (typeof part === 'string') text += part
    else if ('fact' in part) text += speaker.fact(part.fact)
    else if ('choices' in part) text += say(part.choices[speaker.pick(part.choices.length)] ?? [], speaker)
    else text += say(part.voices[speaker.voice], speaker)
  }
  return text
}

/** Whether a phrase, in any of its variants, tells one of these facts. */
export const tells = (said: Phrase, facts: ReadonlySet<string>): boolean => said.some((part) =>
  typeof part === 'string' ? false : 'fact' in part ? facts.has(part.fact) : ('choices' in part ? part.choices : part.voices).some((one) => tells(one, facts)))

export const sayOne = (of: readonly Phrase[], speaker: Speaker): string => (of.length === 0 ? '' : say(of[speaker.pick(of.length)] ?? [], speaker))
