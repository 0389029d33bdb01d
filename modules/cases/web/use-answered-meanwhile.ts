import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#platform/web/data.ts'
import { ReadCase, type CaseSheet } from '../contract-sheet.ts'

export type SentAnswer = CaseSheet['answers'][number]

/** Answers of others since one began to write: shown before one's own leaves, so that nobody answers twice unknowing. */
export function useAnsweredMeanwhile(sheet: CaseSheet, me: string) {
  const client = useQueryClient()
  const [known, setKnown] = useState(() => new Set(sheet.answers.map(({ id }) => id)))
  const isNew = ({ id, writtenBy, status }: SentAnswer) => !known.has(id) && writtenBy?.id !== me && status !== 'withdrawn'
  return {
    meanwhile: sheet.answers.filter(isNew),
    heed: () => setKnown(new Set(sheet.answers.map(({ id }) => id))),
    /** Sends only if nothing was sent that is not on this screen: what is here is read again first. */
    unlessAnswered: async (send: () => unknown) => {
      const fresh = await client.fetchQuery({ queryKey: [ReadCase.name, { number: sheet.number }, {}], queryFn: () => call(ReadCase, { params: { number: sheet.number } }), staleTime: 0 }).catch(() => sheet)
      if (!fresh.answers.some(isNew)) await send()
    },
  }
}
