import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { listen } from './event-stream.ts'
import { setHeard } from './heard.ts'

/** Names of endpoints to read again when a thing of a kind changes. */
export type Touched = Record<string, readonly string[]>

/** Where the others at a thing are kept, as they were last heard of. */
export const presenceKey = (kind: string, id: string) => ['presence', kind, id]

const GATHER_MS = 250

/**
 * Hears what others change and reads again what this screen shows of it: many changes at once are one reading. While the server is not
 * heard the screens say so, and once it is, all that they show is read again: what failed meanwhile mends itself.
 */
export function useLive(touched: Touched, onEnded: () => void): void {
  const client = useQueryClient()
  useEffect(() => {
    const names = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const gather = (more: readonly string[]) => {
      for (const name of more) names.add(name)
      timer ??= setTimeout(() => {
        timer = undefined
        for (const name of names) void client.invalidateQueries({ queryKey: [name] })
        names.clear()
      }, GATHER_MS)
    }
    const rereadAll = () => void client.invalidateQueries()
    const hear = (source: EventSource) => {
      let lost = false
      source.addEventListener('error', () => {
        lost = true
        setHeard(false)
      })
      source.addEventListener('open', () => {
        if (lost) rereadAll()
        lost = false
        setHeard(true)
      })
      source.addEventListener('change', (event) => gather(touched[(JSON.parse(event.data) as { kind: string }).kind] ?? []))
      source.addEventListener('presence', (event) => {
        const { kind, id, people } = JSON.parse(event.data) as { kind: string; id: string; people: unknown[] }
        client.setQueryData(presenceKey(kind, id), people)
      })
      source.addEventListener('reread', rereadAll)
      source.addEventListener('ended', () => {
        leave()
        onEnded()
      })
    }
    const leave = listen('/api/v1/events', { hear, again: rereadAll })
    return () => {
      clearTimeout(timer)
      leave()
      setHeard(true)
    }
  }, [client, touched, onEnded])
}
