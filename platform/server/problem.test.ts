import { expect, test } from 'vitest'
import { z } from 'zod'
import { email } from '#kernel/fields.ts'
import { fieldsOf } from './problem.ts'

const Form = z.object({ reason: z.string().trim().min(10), email: email() }).partial()

test.each<[keyof z.input<typeof Form>, string, string, string]>([
  ['reason', '', 'required', 'nothing is no short reason'],
  ['reason', '  ', 'required', 'nor are spaces'],
  ['reason', 'porque sí', 'too-short', 'something is'],
  ['email', '', 'required', 'an address that nobody wrote is not incomplete'],
  ['email', 'rosa@', 'email', 'one that breaks off is'],
])('%s written as “%s” is %s: %s', (field, written, code) => {
  const { error } = Form.safeParse({ [field]: written }, { reportInput: true })
  expect(fieldsOf(error?.issues ?? [])).toMatchObject([{ path: field, code }])
})
