import type { Written } from './draft-text.ts'
import { sameText } from './draft-text.ts'

export type Versioned = Written & { version: number }
/** What the keeper asks of the server: `save` answers the new version, or 'stale' when another window saved in between. */
export type DraftDoor = {
  read: () => Promise<Versioned | null>
  save: (draft: Versioned & { overwrite: boolean }) => Promise<number | 'stale'>
}
export type DraftTold = {
  /** Take this in place of what is shown; nothing that was typed is lost by it. */
  onTake: (some: Partial<Versioned>) => void
  onClash: (theirs: Versioned) => void
  onState: (state: 'saved' | 'away') => void
}

const SAVE_AFTER_MS = 300

/**
 * Keeps a draft on the server while it is typed: one save at a time, the last text always among them. When the server holds another
 * version, that is taken if nothing is lost by it, else told as a clash and nothing is saved until one is chosen.
 */
export function keepOnServer(door: DraftDoor, told: DraftTold, start: Versioned) {
  let latest = start
  let busy = false
  let dirty = false
  let gone = false
  let clashing = false
  let insist = false
  let held = false
  let saving: Promise<void> = Promise.resolve()
  let timer: ReturnType<typeof setTimeout> | undefined

  function meet(theirs: Versioned) {
    const empty = !latest.body.trim()
    if (!empty && !sameText(theirs, latest)) {
      clashing = true
      return told.onClash(theirs)
    }
    const taken = empty ? theirs : { version: theirs.version }
    latest = { ...latest, ...taken }
    return told.onTake(taken)
  }

  async function save(overwrite: boolean): Promise<void> {
    clearTimeout(timer)
    if (busy || gone || clashing || held) return
    busy = true
    dirty = false
    const over = overwrite || insist
    insist = false
    try {
      const answer = await door.save({ ...latest, overwrite: over })
      if (answer === 'stale') {
        const theirs = await door.read()
        if (theirs && !gone) meet(theirs)
        // One that was emptied is nobody's: there is nothing to lose.
        else insist = true
        dirty = true
      } else if (!gone) {
        latest = { ...latest, version: answer }
        told.onTake({ version: answer })
        told.onState('saved')
      }
    } catch {
      if (!gone) told.onState('away')
    }
    busy = false
    if (dirty) later()
  }

  function later() {
    clearTimeout(timer)
    if (!gone && !clashing && !held) timer = setTimeout(() => { saving = save(false) }, SAVE_AFTER_MS)
  }

  return {
    /** Begun on another device, taken back, or returned by who should have approved it: it waits on the server. */
    async open() {
      const theirs = await door.read().catch(() => null)
      if (theirs && !gone && theirs.version !== latest.version) meet(theirs)
    },
    write(some: Partial<Written>) {
      latest = { ...latest, ...some }
      dirty = true
      later()
    },
    /** Of two, this one. */
    choose({ body, fields }: Written, version: number) {
      latest = { body, fields, version }
      clashing = false
      told.onTake(latest)
      saving = save(true)
    },
    /** Leaving the screen: what is not saved yet is. */
    flush() {
      if (dirty) void save(false)
    },
    /** While it is being sent nothing is saved beside it: what was on its way arrives first. */
    async hold() {
      held = true
      clearTimeout(timer)
      await saving
    },
    /** It was not sent after all. */
    release() {
      held = false
      if (dirty) later()
    },
    /** Sent, or thrown away. */
    end(): number {
      gone = true
      clearTimeout(timer)
      return latest.version
    },
  }
}
