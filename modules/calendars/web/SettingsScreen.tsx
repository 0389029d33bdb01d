import './SettingsScreen.css'
import { Link } from '#platform/web/design/Link.tsx'
import { Page, Section } from '#platform/web/design/Page.tsx'
import { useWords } from '#platform/web/words.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

const GROUPS = {
  time: ['terms', 'law', 'calendars', 'ladder'],
  cases: ['causes', 'routing', 'templates', 'approvals', 'products', 'gaps'],
  people: ['organisation', 'staff', 'branches', 'areas', 'suppliers'],
  outside: ['outbox', 'tokens'],
} as const
/** Kept elsewhere than under /settings. */
const ELSEWHERE: Record<string, string> = { staff: '/staff', branches: '/branches', outbox: '/outbox' }

/** Everything the company decides for itself, by what it is for. */
export function SettingsScreen() {
  const { settings } = useWords({ es, en })
  return (
    <Page title={settings.title} facts={<p className="soft">{settings.note}</p>}>
      <div className="Settings">
        {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
          <Section key={group} title={settings.groups[group]}>
            <ul className="Settings-list">
              {GROUPS[group].map((item) => {
                const [name, what] = settings.items[item]!
                return (
                  <li key={item}>
                    <Link href={ELSEWHERE[item] ?? `/settings/${item}`}>
                      <strong>{name}</strong>
                      <span className="soft small">{what}</span>
                    </Link>
                  </li>
                )
              })}
            </ul>
          </Section>
        ))}
      </div>
    </Page>
  )
}
