import { useState } from 'react'

const OFF = 'acuse.going-on-off'

/** Whether the next case opens when one is finished (interaction rule 17): kept in this browser. */
export function useGoingOn(): [goesOn: boolean, set: (on: boolean) => void] {
  const [goesOn, setGoesOn] = useState(() => localStorage.getItem(OFF) !== '1')
  return [goesOn, (on) => {
    localStorage.setItem(OFF, on ? '' : '1')
    setGoesOn(on)
  }]
}
