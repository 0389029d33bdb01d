import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { MailText } from '#platform/web/design/MailText.tsx'
import { Facts, Section } from '#platform/web/design/Page.tsx'
import { useWords } from '#platform/web/words.ts'
import { SignIn, type SetUpState } from '../contract-account.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useDoorErrors } from './use-door-errors.ts'
import { useEnter } from './use-enter.ts'

/** Of the demonstration, where nobody is real: somebody of each role, to come in as with one press. */
export function DemonstrationAccounts({ accounts: { password, people } }: { accounts: NonNullable<SetUpState['accounts']> }) {
  const { setUp, door, roles } = useWords({ es, en })
  const enter = useEnter()
  const signIn = useVerb(SignIn)
  const errors = useDoorErrors(signIn.error)
  const comeIn = (email: string) => signIn.mutate({ body: { email, password } }, { onSuccess: ({ state }) => state === 'signed-in' && enter() })
  return (
    <Section title={setUp.demonstrationAccounts} note={setUp.demonstrationAccountsNote}>
      <FormErrors errors={errors} />
      <Facts facts={[{ name: door.password, value: <code>{password}</code> }]} />
      <ul className="Door-accounts">
        {people.map(({ role, name, post, email }) => (
          <li key={role}>
            <span className="Door-account">
              <strong>{roles[role]}</strong>
              <span className="small">{name}, {post}</span>
              <span className="soft small"><MailText text={email} /></span>
            </span>
            <Button small label={`${door.signIn}: ${roles[role]}`} pending={signIn.isPending && signIn.variables.body?.email === email} onPress={() => comeIn(email)}>{door.signIn}</Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
