import { useCallback, useEffect, useRef, useState } from 'react'

/** As it lies in the browser. */
type Kept = { key: string; value: unknown; savedAt: number }

export type Draft<Value> = {
  value: Value
  /** Takes a value or a change of the last one. */
  set: (next: Value | ((last: Value) => Value)) => void
  /** Epoch milliseconds of the last keeping; null while nothing is kept. */
  savedAt: number | null
  /** True when the value was found here on coming back. */
  recovered: boolean
  /** After sending, or by wish: forgets it and returns to the initial value. */
  discard: () => void
}

const SAVE_AFTER_MS = 300
const STORE = 'drafts'
const memory = new Map<string, Kept>()
const unsaved = new Map<string, () => void>()
let database: IDBDatabase | null = null

/**
 * Reads what was being written when the browser closed or died. Call before the first drawing: drafts are then at hand
 * without waiting. IndexedDB, because localStorage reaches the disk seconds later and a crash loses them.
 */
export async function openDrafts(): Promise<void> {
  try {
    database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('acuse', 1)
      asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(STORE, { keyPath: 'key' }))
      asked.addEventListener('success', () => resolve(asked.result))
      asked.addEventListener('error', () => reject(asked.error ?? new Error('no database')))
    })
    const kept = await new Promise<Kept[]>((resolve, reject) => {
      const asked = database!.transaction(STORE).objectStore(STORE).getAll()
      asked.addEventListener('success', () => resolve(asked.result as Kept[]))
      asked.addEventListener('error', () => reject(asked.error ?? new Error('unreadable')))
    })
    for (const draft of kept) memory.set(draft.key, draft)
  } catch {
    database = null // a private window without storage: drafts then last as long as the page
  }
  addEventListener('pagehide', saveAllNow)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && saveAllNow())
}

function saveAllNow() {
  for (const save of unsaved.values()) save()
}

function write(change: (store: IDBObjectStore) => void) {
  if (!database) return
  change(database.transaction(STORE, 'readwrite', { durability: 'strict' }).objectStore(STORE))
}

function keep(key: string, value: unknown): number {
  const draft = { key, value, savedAt: Date.now() }
  memory.set(key, draft)
  write((store) => store.put(draft))
  return draft.savedAt
}

function forget(key: string) {
  memory.delete(key)
  write((store) => store.delete(key))
}

/** What is being written under a key of its own ('person:case:answer'): kept 300 ms after the last letter. */
export function useDraft<Value>(key: string, initial: Value): Draft<Value> {
  const found = memory.get(key)
  const [value, setValue] = useState<Value>((found?.value as Value | undefined) ?? initial)
  const [savedAt, setSavedAt] = useState<number | null>(found?.savedAt ?? null)
  const [recovered, setRecovered] = useState(found !== undefined)
  const latest = useRef(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const start = useRef(initial)

  const saveNow = useCallback(() => {
    clearTimeout(timer.current)
    unsaved.delete(key)
    setSavedAt(keep(key, latest.current))
  }, [key])

  const set = useCallback<Draft<Value>['set']>((next) => {
    latest.current = typeof next === 'function' ? (next as (last: Value) => Value)(latest.current) : next
    setValue(latest.current)
    clearTimeout(timer.current)
    unsaved.set(key, saveNow)
    timer.current = setTimeout(saveNow, SAVE_AFTER_MS)
  }, [key, saveNow])

  const discard = useCallback(() => {
    clearTimeout(timer.current)
    unsaved.delete(key)
    forget(key)
    latest.current = start.current
    setValue(start.current)
    setSavedAt(null)
    setRecovered(false)
  }, [key])

  // Leaving the screen within the 300 ms keeps it too.
  useEffect(() => () => unsaved.get(key)?.(), [key])

  return { value, set, savedAt, recovered, discard }
}
