import './ShortcutsHelp.css'
import { useState } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { keyCaps, useActions, useLetterKeys, type Action } from '../keys.ts'
import { useWords } from '../words.ts'
import { Checkbox } from './Checkbox.tsx'
import { Dialog } from './Dialog.tsx'

/** `?`: the keys of this screen, and the switch that turns single letters off. */
export function ShortcutsHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useWords({ es, en })
  const here = useActions()
  const [offered, setOffered] = useState<Action[]>([])
  if (!open && offered !== here) setOffered(here)
  const [on, setOn] = useLetterKeys()
  const keyed = offered.filter(({ key }) => key)
  const groups = [...new Set([words.shortcuts.here, ...keyed.map(({ group }) => group ?? words.shortcuts.here)])]
    .filter((group) => keyed.some((action) => (action.group ?? words.shortcuts.here) === group))
  return (
    <Dialog open={open} onClose={onClose} title={words.shortcuts.title} size="large">
      {groups.length === 0 && <p>{words.shortcuts.none}</p>}
      <div className="ShortcutsHelp">
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl>
              {keyed.filter((action) => (action.group ?? words.shortcuts.here) === group).map(({ verb, key = '' }) => (
                <div key={verb + key}>
                  <dt>{verb}</dt>
                  <dd>{key.split(' ').map((press, i) => (
                    <span key={i}>{i > 0 && <small> {words.shortcuts.followedBy} </small>}{keyCaps(press).map((cap) => <kbd key={cap}>{cap}</kbd>)}</span>
                  ))}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Checkbox label={words.shortcuts.letters} hint={words.shortcuts.lettersHint} checked={on} onChange={setOn} />
    </Dialog>
  )
}
