import './Gallery.css'
import { useState, type ReactNode } from 'react'
import { Button } from '../design/Button.tsx'
import { GoContext } from '../design/Link.tsx'
import { Overlays } from '../design/Overlays.tsx'
import { applyTheme } from '../theme.ts'
import { ReaderContext, type Language } from '../words.ts'
import { CaseSample, ListSample } from './FrameSamples.tsx'
import { FieldSamples } from './FieldSamples.tsx'
import { MatterSamples } from './MatterSamples.tsx'
import { NOW } from './samples.ts'
import { OverlaySamples } from './OverlaySamples.tsx'
import { TableSamples } from './TableSamples.tsx'

const asked = new URLSearchParams(location.search)
const language: Language = asked.get('lang') === 'en' ? 'en' : 'es'
const theme = asked.get('theme')

document.documentElement.lang = language

/** `?screen=list|case` shows the frame; without it, every component in its states. `?lang=en&theme=dark&density=compact`. */
export function Gallery() {
  if (theme === 'light' || theme === 'dark') applyTheme(theme)
  return (
    <ReaderContext value={{ language, locale: language === 'es' ? 'es-CO' : 'en-GB', timeZone: 'America/Bogota', now: () => NOW }}>
      <GoContext value={() => {}}>
        {screen(asked.get('screen'))}
        <Overlays search={async () => [{ id: '1', label: 'Clínica del Norte', detail: 'NIT 900.123.456-8', run: () => {} }]} />
      </GoContext>
    </ReaderContext>
  )
}

function screen(name: string | null): ReactNode {
  if (name === 'list') return <ListSample />
  if (name === 'case') return <CaseSample />
  return <Sheet />
}

function Sheet() {
  const [dense, setDense] = useState(asked.get('density') === 'compact')
  return (
    <main className="Gallery" data-density={dense ? 'compact' : undefined}>
      <header>
        <h1>Acuse: {language === 'es' ? 'las piezas' : 'the pieces'}</h1>
        <Button small onPress={() => setDense(!dense)}>{language === 'es' ? 'Cambiar la densidad' : 'Change the density'}</Button>
      </header>
      <FieldSamples />
      <TableSamples />
      <MatterSamples />
      <OverlaySamples />
    </main>
  )
}
