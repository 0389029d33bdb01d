import './Frame.css'
import { useState, type ReactNode } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { ActionGroupContext, useAction } from '../keys.ts'
import { useFormats, useWords } from '../words.ts'
import { openCommandMenu } from './command-menu-door.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { Link } from './Link.tsx'
import { Menu } from './Menu.tsx'

export type Area = { href: string; word: string; icon: IconName; count?: number; current?: boolean }
export type FrameProps = {
  areas: readonly Area[]
  /** One branch only: its name alone. */
  branch: { value: string; options: readonly { value: string; label: string }[]; onChange: (value: string) => void }
  /** Of all screens, in a line below the bar: said when it comes, gone when it is over. */
  notice?: ReactNode
  /** The person's menu: profile, theme, leave. */
  person: ReactNode
  children: ReactNode
}

/** What stays while screens change: the areas of work at the left, one bar above. */
export function Frame({ areas, branch, notice, person, children }: FrameProps) {
  const words = useWords({ es, en })
  const [drawer, setDrawer] = useState(false)
  return (
    <div className="Frame">
      <a className="Frame-skip" href="#content">{words.frame.skip}</a>
      <ActionGroupContext value={words.shortcuts.everywhere}>
      <header className="Frame-bar">
        <button type="button" className="Frame-menu" aria-expanded={drawer} aria-controls="areas" aria-label={words.frame.menu} onClick={() => setDrawer(!drawer)}>
          <Icon name={drawer ? 'close' : 'menu'} size={20} />
        </button>
        <BranchChooser {...branch} />
        <button type="button" className="Frame-search" aria-label={words.commands.title} aria-keyshortcuts="Control+K" onClick={() => openCommandMenu()}>
          <Icon name="search" />
          <span>{words.commands.placeholder}</span>
          <Kbd keys="$mod+k" />
        </button>
        <div className="Frame-person">{person}</div>
      </header>
      </ActionGroupContext>
      <div className="Frame-notice" role="status">{notice}</div>
      <nav className="Frame-areas" id="areas" aria-label={words.frame.areas} data-open={drawer || undefined}
        onKeyDown={(event) => event.key === 'Escape' && setDrawer(false)}>
        <ul>{areas.map((area, i) => <AreaLink key={area.href} area={area} number={i + 1} onFollow={() => setDrawer(false)} />)}</ul>
      </nav>
      {drawer && <div className="Frame-veil" onClick={() => setDrawer(false)} />}
      <main className="Frame-content" id="content" tabIndex={-1}>{children}</main>
    </div>
  )
}

function AreaLink({ area, number, onFollow }: { area: Area; number: number; onFollow: () => void }) {
  const words = useWords({ es, en })
  const formats = useFormats()
  const id = `area-${number}`
  useAction({ verb: area.word, key: `g ${number}`, group: words.shortcuts.everywhere, run: () => document.getElementById(id)?.click() }, number <= 9)
  return (
    <li>
      <Link id={id} className="Frame-area" href={area.href} aria-current={area.current ? 'page' : undefined} onClick={onFollow}>
        <Icon name={area.icon} size={20} />
        <span className="Frame-word">{area.word}</span>
        {area.count !== undefined && area.count > 0 && <span className="Frame-count">{formats.number(area.count)}</span>}
      </Link>
    </li>
  )
}

function BranchChooser({ value, options, onChange }: FrameProps['branch']) {
  const words = useWords({ es, en })
  const chosen = options.find((option) => option.value === value)?.label ?? ''
  if (options.length < 2) return <strong className="Frame-branch">{chosen}</strong>
  return (
    <Menu label={`${words.frame.branch}: ${chosen}`} trigger={<><strong className="Frame-branch">{chosen}</strong><Icon name="down" size={14} /></>}
      items={options.map((option) => ({ verb: option.label, checked: option.value === value, run: () => onChange(option.value) }))} />
  )
}
