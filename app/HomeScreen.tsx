import { EmptyState } from '#platform/web/design/States.tsx'
import { Page } from '#platform/web/design/Page.tsx'

/** Stands here until the first module brings its own. */
export function HomeScreen() {
  return (
    <Page title="Acuse">
      <EmptyState title="Aún no hay pantallas" icon="inbox">Cada módulo trae las suyas en su lista de rutas.</EmptyState>
    </Page>
  )
}
