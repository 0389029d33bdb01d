import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#platform/web/design/Button.tsx'
import { Frame, type Area } from '#platform/web/design/Frame.tsx'
import { GoContext } from '#platform/web/design/Link.tsx'
import { Menu } from '#platform/web/design/Menu.tsx'
import { Overlays } from '#platform/web/design/Overlays.tsx'
import { useGo } from '#platform/web/routing.tsx'
import { chooseTheme, chosenTheme } from '#platform/web/theme.ts'

const AREAS: readonly Area[] = [{ href: '/', word: 'Casos', icon: 'inbox', current: true }]

/** What every screen stands in. Provisional: the session and the areas come with the modules. */
export function Shell() {
  const go = useGo()
  const [theme, setTheme] = useState(chosenTheme())
  const choose = (next: 'system' | 'light' | 'dark') => () => {
    chooseTheme(next)
    setTheme(next)
  }
  if (location.pathname === '/gallery') return <GoContext value={go}><Outlet /></GoContext>
  return (
    <GoContext value={go}>
      <Frame areas={AREAS} branch={{ value: '', options: [{ value: '', label: 'Acuse' }], onChange: () => {} }}
        emergency={<Button weight="emergency" icon="warning">Emergencia</Button>}
        person={<Menu label="Apariencia" items={[
          { verb: 'Como el sistema', checked: theme === 'system', run: choose('system') },
          { verb: 'Clara', checked: theme === 'light', run: choose('light') },
          { verb: 'Oscura', checked: theme === 'dark', run: choose('dark') },
        ]} />}>
        <Outlet />
      </Frame>
      <Overlays />
    </GoContext>
  )
}
