import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Failed } from './Failed.tsx'
import { FormErrors } from './design/FormErrors.tsx'
import { ErrorState } from './design/States.tsx'
import { ReaderContext } from './words.ts'

const seen = (matter: ReactNode) => renderToStaticMarkup(<ReaderContext value={{ language: 'es', locale: 'es-CO', timeZone: 'America/Bogota', now: () => 0 }}>{matter}</ReaderContext>).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('where nobody answered, a list says so; a refusal says its own', () => {
  expect(seen(<ErrorState what="" />)).toContain('El servidor no responde')
  expect(seen(<ErrorState what="Eso no está a su alcance." />)).not.toContain('servidor')
})

test('what no field can mend is nothing to correct', () => {
  expect(seen(<FormErrors errors={[{ field: null, message: '' }]} />).trim()).toBe('El servidor no responde. Lo que escribió se conserva; intente de nuevo en unos segundos.')
  expect(seen(<FormErrors errors={[{ field: null, message: 'Ese código ya es de otro.' }]} />).trim()).toBe('Ese código ya es de otro.')
  const both = seen(<FormErrors errors={[{ field: 'name', message: 'Falta este dato.' }, { field: null, message: 'Y otra cosa.' }]} />)
  expect(both).toContain('Hay 2 datos por corregir')
  expect(both).toContain('Y otra cosa.')
})

test.each(['Failed to fetch dynamically imported module: /assets/a.js', 'error loading dynamically imported module', 'Importing a module script failed.', 'Unable to preload CSS for /assets/a.css'])(
  'a screen that did not come is a server that is away: %s', (message) => {
    const told = seen(<Failed error={new Error(message)} reset={() => {}} />)
    expect(told).toContain('El servidor no responde')
    expect(told).not.toContain(message)
  })

test('a screen that broke gives support something to go by', () => expect(seen(<Failed error={new Error('x is undefined')} reset={() => {}} />)).toContain('x is undefined'))
