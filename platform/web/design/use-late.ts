import { useEffect, useState } from 'react'

/** True only once `on` has lasted 200 ms: what is quicker needs no sign of waiting. */
export function useLate(on: boolean, afterMs = 200): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!on) return undefined
    const timer = setTimeout(() => setLate(true), afterMs)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [on, afterMs])
  return on && late
}
