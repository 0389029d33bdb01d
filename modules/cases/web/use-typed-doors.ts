import type { RefObject } from 'react'
import { openCommandMenu } from '#platform/web/design/command-menu-door.ts'
import { typedDoor } from './typed-doors.ts'

/** Writes a text, but for what was typed to go elsewhere: there goes the focus, where the form has it (interaction rule 20). */
export function useTypedDoors(form: RefObject<HTMLFormElement | null>, body: string, write: (body: string) => void): (text: string) => void {
  return (text) => {
    const typed = typedDoor(body, text)
    const field = typed && typed.door !== 'commands' ? form.current?.querySelector<HTMLElement>(`[name="${typed.door}"]`) : null
    if (!typed || (typed.door !== 'commands' && !field)) return write(text)
    write(typed.text)
    if (field) field.focus()
    else openCommandMenu()
  }
}
