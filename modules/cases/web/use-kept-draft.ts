import { useCallback, useEffect, useRef, useState } from 'react'
import { call, ProblemError, useReply } from '#platform/web/data.ts'
import { useDraft } from '#platform/web/drafts.ts'
import { ReadDrafts, SaveDraft } from '../contract.ts'
import { sameText, type Written } from './draft-text.ts'
import type { Uploaded } from './use-upload.ts'

export type DraftKind = 'answer' | 'note' | 'area-request' | 'area-answer'
/** What lies in this browser: the text and its fields, its files, and the version of the server's that it goes on from. */
type Local = Written & { files: Uploaded[]; version: number }
export type KeptDraft = ReturnType<typeof useKeptDraft>

const SAVE_AFTER_MS = 300

/**
 * What is being written on a case: kept in this browser at once and on the server 300 ms after the last letter, so that it is found on
 * another device and the team sees it. Saved elsewhere in between, both stay in sight until one is chosen.
 */
export function useKeptDraft({ number, kind, me, start }: { number: string; kind: DraftKind; me: string; start: Written }) {
  const [initial] = useState<Local>(() => ({ ...start, files: [], version: 0 }))
  const local = useDraft<Local>(`${me}:${number}:${kind}`, initial)
  const [clash, setClash] = useState<(Written & { version: number }) | null>(null)
  const [state, setState] = useState<'idle' | 'saved' | 'away'>('idle')
  const latest = useRef(local.value)
  const busy = useRef(false)
  const dirty = useRef(false)
  const gone = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { set: setLocal } = local

  const set = useCallback((some: Partial<Local>) => {
    latest.current = { ...latest.current, ...some }
    setLocal(latest.current)
  }, [setLocal])

  const read = useCallback(async () => (await call(ReadDrafts, { params: { number } })).items.find((one) => one.mine && one.kind === kind), [number, kind])

  /** Takes the other's version when it says the same, else shows both. */
  const meet = useCallback((theirs: Written & { version: number }) => {
    if (sameText(theirs, latest.current) || !latest.current.body.trim()) set(latest.current.body.trim() ? { version: theirs.version } : theirs)
    else setClash(theirs)
  }, [set])

  const save = useCallback(async (overwrite = false): Promise<void> => {
    clearTimeout(timer.current)
    if (busy.current || gone.current) return
    busy.current = true
    dirty.current = false
    const { body, fields, version } = latest.current
    try {
      const kept = await call(SaveDraft, { params: { number, kind }, body: { body, fields, version, overwrite } })
      if (!gone.current) set({ version: kept.version })
      setState('saved')
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) {
        const theirs = await read().catch(() => undefined)
        if (theirs) meet(theirs)
      } else setState('away')
    } finally {
      busy.current = false
      if (dirty.current) timer.current = setTimeout(() => void save(), SAVE_AFTER_MS)
    }
  }, [number, kind, set, read, meet])

  // Begun on another device, taken back, or returned by who should have approved it: it is waiting on the server.
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) return
    first.current = false
    void read().then((theirs) => (theirs && theirs.version !== latest.current.version ? meet(theirs) : undefined), () => {})
  }, [read, meet])
  useEffect(() => () => { if (dirty.current) void save() }, [save])

  const write = (some: Partial<Omit<Local, 'version'>>) => {
    set(some)
    dirty.current = true
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), SAVE_AFTER_MS)
  }
  /** Sent or thrown away: forgotten here, and emptied on the server, where an empty text is no draft. */
  const forget = ({ sent }: { sent: boolean }) => {
    gone.current = true
    dirty.current = false
    clearTimeout(timer.current)
    const { version } = latest.current
    local.discard()
    if (!sent || kind !== 'answer') void call(SaveDraft, { params: { number, kind }, body: { body: '', fields: {}, version, overwrite: true } }).catch(() => {})
  }
  const choose = (chosen: Written, version: number) => {
    setClash(null)
    set({ body: chosen.body, fields: chosen.fields, version })
    void save(true)
  }
  return { value: local.value, write, forget, clash, choose, state, savedAt: local.savedAt, recovered: local.recovered }
}

/** What others of the team are writing on it. */
export function useTeamDrafts(number: string) {
  const { data } = useReply(ReadDrafts, { params: { number } }, { staleTime: 2_000, refetchInterval: 20_000 })
  return (data?.items ?? []).filter(({ mine, body }) => !mine && body.trim())
}
