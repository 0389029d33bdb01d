import { useLayoutEffect, useRef } from 'react'

const NEAR_PX = 120

/** Keeps the bottom in sight as entries come, unless the reader has gone up to look at something. */
export function useNewestInSight(count: number | undefined, narrower: boolean) {
  const box = useRef<HTMLElement>(null)
  const wasAtEnd = useRef(true)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const look = () => { wasAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX }
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [])
  useLayoutEffect(() => {
    const element = box.current
    if (element && wasAtEnd.current) element.scrollTop = element.scrollHeight
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new entry, or less room, moves the bottom
  }, [count, narrower])
  return box
}
