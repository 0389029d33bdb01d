import { Button } from '#platform/web/design/Button.tsx'
import { Menu, type MenuItem } from '#platform/web/design/Menu.tsx'
import type { CaseSheet } from '../contract-sheet.ts'
import type { CaseAct } from '../rules/permitted-acts.ts'
import { reasonNot, type ComposerName, type DialogName } from './case-acts.ts'
import { useQuickActs } from './use-quick-acts.ts'
import { useCaseWords } from './use-case-words.ts'

type Props = { sheet: CaseSheet; me: string; hidden: boolean; onWrite: (name: ComposerName) => void; onDialog: (name: DialogName) => void }

/**
 * What one does to a case, each with its key and, where not now, the reason. Keys of this screen: r a n e, t o d l g s m u, i p f, Esc back;
 * `c` is everywhere's (register), j k x and Space are the list's, z takes back.
 */
export function CaseActions({ sheet, me, hidden, onWrite, onDialog }: Props) {
  const { t, words } = useCaseWords()
  const quick = useQuickActs(sheet, me)
  const not = (act: CaseAct) => reasonNot(sheet, act, words, t.forbidden)
  // Not answered yet is no obstacle: the dialog asks how they were told.
  const notClose = sheet.may['close'] === 'not-answered-yet' ? null : not('close')
  const closed = sheet.status === 'closed' || sheet.status === 'withdrawn'
  const dialog = (verb: string, name: DialogName, act: CaseAct, more: Partial<MenuItem> = {}): MenuItem => ({ verb, run: () => onDialog(name), disabledReason: not(act), ...more })
  const items: MenuItem[] = [
    ...(sheet.owner?.id === me ? [] : [{ verb: t.take, kbd: 't', run: quick.take, disabledReason: sheet.owner ? not('assign') : not('take') }]),
    dialog(t.assign, 'assign', 'assign', { kbd: 'o' }),
    dialog(t.route, 'route', 'route', { kbd: 'd' }),
    dialog(t.classify, 'classify', 'classify', { kbd: 'l' }),
    dialog(t.retype, 'retype', 'retype', { kbd: 'g' }),
    dialog(t.correct, 'correct', 'correct', { kbd: 'i' }),
    sheet.snoozedUntil ? { verb: t.wake, kbd: 's', run: quick.wake, disabledReason: not('wake'), apart: true } : dialog(t.snooze, 'snooze', 'snooze', { kbd: 's', apart: true }),
    dialog(t.merge, 'merge', 'merge', { kbd: 'm' }),
    dialog(t.link, 'link', 'link', { kbd: 'u' }),
    { verb: t.print, kbd: 'p', run: () => void window.open(`/api/v1/cases/${sheet.number}/acknowledgement.pdf`, '_blank', 'noopener'), apart: true },
    { verb: t.next, kbd: 'f', run: quick.next },
    ...(closed ? [] : [dialog(t.withdraw, 'withdraw', 'withdraw', { danger: true, apart: true })]),
    ...(sheet.status === 'answered' ? [dialog(t.reopen, 'reopen', 'reopen')] : []),
  ]
  return (
    <fieldset className="CaseActions" aria-label={t.keys} hidden={hidden}>
      <Menu label={t.more} items={items} />
      {!closed && <Button kbd="e" label={t.close} disabledReason={notClose} onPress={() => onDialog('close')}>{t.shortClose}</Button>}
      <Button kbd="n" disabledReason={not('note')} onPress={() => onWrite('note')}>{t.note}</Button>
      <Button kbd="a" label={t.askArea} disabledReason={not('askArea')} onPress={() => onWrite('area-request')}>{t.shortArea}</Button>
      {closed
        ? <Button weight="primary" kbd="e" disabledReason={not('reopen')} onPress={() => onDialog('reopen')}>{t.reopen}</Button>
        : <Button weight="primary" kbd="r" disabledReason={not('answer')} onPress={() => onWrite('answer')}>{t.reply}</Button>}
    </fieldset>
  )
}
