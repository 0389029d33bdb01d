export type Repeating = {
  /** Asks for a pass now, or for one more after the pass under way. */
  poke(): void
  /** Resolves when the pass under way has ended; there is none after. */
  stop(): Promise<void>
}

/**
 * Does `body` every `everyMs` and when poked, never twice at once. What it throws is told, and the next pass comes all the same. A long
 * pass asks `stopping` whether it may go on.
 */
export function repeat(everyMs: number, body: (stopping: () => boolean) => Promise<unknown>, onError: (error: unknown) => void): Repeating {
  let timer: NodeJS.Timeout | null = null
  let pass: Promise<void> | null = null
  let again = false
  let stopped = false

  const run = async (): Promise<void> => {
    again = false
    await body(() => stopped).catch(onError)
    if (again && !stopped) await run()
  }
  const start = () => {
    if (timer) clearTimeout(timer)
    timer = null
    pass = run().finally(() => {
      pass = null
      if (!stopped) wait()
    })
  }
  const wait = () => {
    timer = setTimeout(start, everyMs).unref()
  }
  wait()

  return {
    poke() {
      if (stopped) return
      if (pass) again = true
      else start()
    },
    async stop() {
      stopped = true
      if (timer) clearTimeout(timer)
      await pass
    },
  }
}
