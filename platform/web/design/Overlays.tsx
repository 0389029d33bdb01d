import { en } from '../en.ts'
import { es } from '../es.ts'
import { useAction } from '../keys.ts'
import { useWords } from '../words.ts'
import { CommandMenu, type CommandSearch } from './CommandMenu.tsx'
import { setOverlay, useOverlay } from './command-menu-door.ts'
import { ShortcutsHelp } from './ShortcutsHelp.tsx'
import { Toasts } from './Toast.tsx'

/** What may lie over any screen: the command menu, the list of keys, the notices. Once, beside the frame. */
export function Overlays({ search }: { search?: CommandSearch }) {
  const words = useWords({ es, en })
  const overlay = useOverlay()
  const close = () => setOverlay(null)
  const group = words.shortcuts.everywhere
  useAction({ verb: words.commands.title, key: '$mod+k', group, run: () => setOverlay('commands') })
  useAction({ verb: words.commands.title, key: '/', group, unlisted: true, run: () => setOverlay('commands') })
  useAction({ verb: words.shortcuts.open, key: '[Shift]+?', group, run: () => setOverlay('shortcuts') })
  return (
    <>
      <CommandMenu open={overlay === 'commands'} onClose={close} search={search} />
      <ShortcutsHelp open={overlay === 'shortcuts'} onClose={close} />
      <Toasts />
    </>
  )
}
