import { expect, test } from 'vitest'
import { typedDoor } from './typed-doors.ts'

test.each<[string, string, ReturnType<typeof typedDoor>, string]>([
  ['Hola @', 'Hola @@', { text: 'Hola ', door: 'mentions' }, 'at the end'],
  ['Ver :con', 'Ver ::con', { text: 'Ver con', door: 'templateId' }, 'in the middle'],
  [':', '::', { text: '', door: 'templateId' }, 'alone'],
  ['', '/', { text: '', door: 'commands' }, 'a command, where nothing is written'],
  ['y', 'y/', null, 'a stroke in a text'],
  ['', '@@', null, 'pasted'],
  ['a@@b', 'a@@bc', null, 'stood there'],
  ['luz@clinica', 'luz@clinica.', null, 'an address'],
  ['Hora: 8:3', 'Hora: 8:30', null, 'an hour'],
])('%s, then %s, is %o: %s', (before, text, door) => {
  expect(typedDoor(before, text)).toEqual(door)
})
