import { Page } from '#platform/web/design/Page.tsx'
import { useWords } from '#platform/web/words.ts'
import { en } from '../en-screens.ts'
import { es } from '../es-screens.ts'

/** Everything the company decides for itself, by what it is for. */
export function SettingsScreen() {
  const { settings } = useWords({ es, en })
  return <Page title={settings.title}>{null}</Page>
}
