const AGAIN_MS = 5000

/**
 * Listens to a stream of events until the returned function is called. A browser takes a broken connection up again by itself, and gives
 * up for good when the server refuses once, as one that starts or has too much to do: then it is begun anew, and `again` told, for
 * nothing is known of what went by in between.
 */
export function listen(url: string, { hear, again }: { hear: (source: EventSource) => void; again: () => void }): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(url)
    hear(source)
    source.addEventListener('error', ({ target }) => {
      if (target !== source || source.readyState !== EventSource.CLOSED) return
      timer = setTimeout(() => {
        open()
        source.addEventListener('open', again, { once: true })
      }, AGAIN_MS)
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
