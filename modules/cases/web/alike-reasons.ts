import type { AlikeWords } from '../es-alike.ts'

export type AlikeReason = { text: string; against: boolean }

/** 'same-serial:A1' as a person says it, and whether it speaks for one matter or against. A reason not yet known here is left out. */
export function alikeReasons(reasons: readonly string[], words: AlikeWords['reasons']): AlikeReason[] {
  return reasons.flatMap((reason) => {
    const [code = '', ...filled] = reason.split(':')
    const say = words[code]
    return say ? [{ text: say(filled.join(':')), against: code.startsWith('different-') }] : []
  })
}
