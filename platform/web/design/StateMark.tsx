import './StateMark.css'
import type { ReactNode } from 'react'

/** Each is told from the others in black and white. */
const SHAPES = {
  hollow: <circle cx="6" cy="6" r="4.5" />,
  half: <><circle cx="6" cy="6" r="4.5" /><path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" stroke="none" /></>,
  dot: <><circle cx="6" cy="6" r="4.5" /><circle cx="6" cy="6" r="1.9" fill="currentColor" stroke="none" /></>,
  paused: <path d="M4 2v8M8 2v8" strokeWidth="2" />,
  done: <><circle cx="6" cy="6" r="5.2" fill="currentColor" stroke="none" /><path d="M3.6 6.2l1.7 1.7 3.2-3.6" stroke="var(--paper)" /></>,
  cancelled: <><circle cx="6" cy="6" r="4.5" /><path d="M3 9l6-6" /></>,
  near: <path d="M6 1.4l5 9.2H1z" fill="currentColor" strokeLinejoin="round" />,
  broken: <path d="M6 .3L11.7 6 6 11.7.3 6z" fill="currentColor" stroke="none" />,
  verified: <><circle cx="6" cy="6" r="4.7" /><path d="M3.7 6.1l1.6 1.7 3-3.5" /></>,
  emergency: <><path d="M1 1h10v10H1z" fill="currentColor" stroke="none" /><path d="M6 3v3.6M6 8.5v.1" stroke="var(--paper)" strokeWidth="1.8" /></>,
}

export type StateShape = keyof typeof SHAPES
export type StateTone = 'plain' | 'soft' | 'accent' | 'near' | 'broken' | 'verified' | 'emergency'

export function Shape({ shape, size = 12 }: { shape: StateShape; size?: number }) {
  return (
    <svg className="Shape" width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round">
      {SHAPES[shape]}
    </svg>
  )
}

/** A state: its shape and its word, never a colour alone. */
export function StateMark({ shape, tone = 'plain', children }: { shape: StateShape; tone?: StateTone; children: ReactNode }) {
  return <span className="StateMark" data-tone={tone}><Shape shape={shape} /><span>{children}</span></span>
}

/** A word set apart from the text: a label somebody put on the thing. */
export function Pill({ tone = 'plain', children }: { tone?: StateTone; children: ReactNode }) {
  return <span className="Pill" data-tone={tone}>{children}</span>
}
