import { useEffect, useRef, useState } from 'react'
import { call, ProblemError, useReply } from '#platform/web/data.ts'
import { useDraft } from '#platform/web/drafts.ts'
import { ReadDrafts, SaveDraft } from '../contract-work.ts'
import { filesIn, type Written } from './draft-text.ts'
import { keepOnServer, type DraftDoor, type Versioned } from './server-draft.ts'
import type { Uploaded } from './use-upload.ts'

export type DraftKind = 'answer' | 'note' | 'area-request' | 'area-answer'
/** What lies in this browser: the text and its fields, and the version of the server's that it goes on from. */
type Local = Versioned
export type KeptDraft = ReturnType<typeof useKeptDraft>

function doorTo(number: string, kind: DraftKind): DraftDoor {
  return {
    read: async () => {
      const { items } = await call(ReadDrafts, { params: { number } })
      const mine = items.find((one) => one.mine && one.kind === kind)
      return mine ? { body: mine.body, fields: mine.fields, version: mine.version } : null
    },
    save: ({ body, fields, version, overwrite }) =>
      call(SaveDraft, { params: { number, kind }, ifMatch: version, body: { body, fields, overwrite } }).then(
        (kept) => kept.version,
        (error: unknown) => {
          if (error instanceof ProblemError && error.status === 412) return 'stale' as const
          throw error
        },
      ),
  }
}

/**
 * What is being written on a case: kept in this browser at once and on the server 300 ms after the last letter, so that it is found on
 * another device and the team sees it. Saved elsewhere in between, both stay in sight until one is chosen.
 */
export function useKeptDraft({ number, kind, me, start }: { number: string; kind: DraftKind; me: string; start: Written }) {
  const [initial] = useState<Local>(() => ({ ...start, version: 0 }))
  const local = useDraft<Local>(`${me}:${number}:${kind}`, initial)
  const [clash, setClash] = useState<Versioned | null>(null)
  const [state, setState] = useState<'idle' | 'saved' | 'away'>('idle')
  const { set: put, discard } = local
  const [keeper] = useState(() => {
    const onTake = (some: Partial<Versioned>) => put((last) => ({ ...last, ...some, fields: { ...last.fields, ...some.fields } }))
    return keepOnServer(doorTo(number, kind), { onTake, onClash: setClash, onState: setState }, local.value)
  })
  const opened = useRef(false)
  useEffect(() => {
    // What was taken back is a draft again, with its fields, also on another device.
    if (!opened.current) void keeper.open().then(() => (initial.body ? keeper.write({ body: initial.body, fields: initial.fields }) : undefined))
    opened.current = true
    return () => keeper.flush()
  }, [keeper, initial])
  const files = filesIn(local.value.fields)
  const write = ({ files: sent, ...some }: Partial<Written> & { files?: readonly Uploaded[] }) => {
    const change = { ...some, ...(sent && { fields: { ...(some.fields ?? local.value.fields), files: JSON.stringify(sent) } }) }
    put((last) => ({ ...last, ...change }))
    keeper.write(change)
  }
  /** Sent or thrown away: forgotten here, and emptied on the server, where an empty text is no draft. An answer that is sent empties its own. */
  const forget = ({ sent }: { sent: boolean }) => {
    const version = keeper.end()
    discard()
    if (sent && kind === 'answer') return
    void call(SaveDraft, { params: { number, kind }, ifMatch: version, body: { body: '', fields: {}, overwrite: true } }).catch(() => {})
  }
  const choose = (chosen: Written, version: number) => {
    setClash(null)
    keeper.choose(chosen, version)
  }
  return { value: { ...local.value, files }, write, hold: () => keeper.hold(), release: () => keeper.release(), forget, clash, choose, state, savedAt: local.savedAt, recovered: local.recovered }
}

/** What others of the team are writing on it. */
export function useTeamDrafts(number: string) {
  const { data } = useReply(ReadDrafts, { params: { number } }, { staleTime: 2_000, refetchInterval: 20_000 })
  return (data?.items ?? []).filter(({ mine, body }) => !mine && body.trim())
}
