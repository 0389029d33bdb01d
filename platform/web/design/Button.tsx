import './Button.css'
import './floating.css'
import { useId, useRef, useState, type ReactNode } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { ariaKey, useAction } from '../keys.ts'
import { useWords } from '../words.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Kbd } from './Kbd.tsx'
import { Link } from './Link.tsx'
import { useFloating } from './use-floating.ts'
import { useLate } from './use-late.ts'

export type ButtonProps = {
  /** A verb; without one, `icon` and `label`. */
  children?: ReactNode
  /** `primary` once a screen. `emergency` is for emergencies and nothing else. */
  weight?: 'primary' | 'plain' | 'quiet' | 'danger' | 'emergency'
  /** Shown, bound, and told in the command menu and the list of keys. */
  kbd?: string
  /** Why not now: the button stays reachable and says it on hover, on focus and aloud. */
  disabledReason?: string | null
  /** From outside; a promise returned by `onPress` is waited for anyway. */
  pending?: boolean
  /** A form's submit has none: pressing it, or its key, submits. */
  onPress?: () => unknown
  icon?: IconName
  /** The name of a button that shows only its icon; also shown on hover. */
  label?: string
  type?: 'button' | 'submit'
  /** Which form it submits, where it stands outside of it: in the foot of a dialog. */
  form?: string
  small?: boolean
  /** It shows and hides what stands below it. */
  expanded?: boolean
  /** Listed in the command menu though it has no key. */
  listed?: boolean
}

export function Button(props: ButtonProps) {
  const { children, weight = 'plain', kbd, disabledReason, pending = false, onPress, icon, label, type = 'button', form, small, expanded, listed } = props
  const words = useWords({ es, en })
  const { anchor, panel, show, hide } = useFloating<HTMLButtonElement>()
  const tipId = useId()
  const [busy, setBusy] = useState(false)
  const waiting = busy || pending
  const late = useLate(waiting)
  const tipText = disabledReason || label
  const verb = label ?? (typeof children === 'string' ? children : '')

  function press() {
    if (disabledReason || waiting) return
    const outcome = onPress?.()
    if (!(outcome instanceof Promise)) return
    setBusy(true)
    void outcome.catch(() => {}).finally(() => setBusy(false)) // whoever gave the promise tells of its failure
  }

  useAction({ verb, key: kbd, disabledReason, first: weight === 'primary', run: () => anchor.current?.click() }, verb !== '' && Boolean(kbd ?? listed))

  return (
    <>
      <button
        ref={anchor} type={type} form={form} className="Button" data-weight={weight} data-small={small || undefined}
        data-bare={!children || undefined} aria-label={label} aria-disabled={disabledReason || waiting ? true : undefined}
        aria-busy={late || undefined} aria-expanded={expanded} aria-describedby={disabledReason ? tipId : undefined} aria-keyshortcuts={kbd && ariaKey(kbd)}
        onClick={(event) => {
          if (disabledReason || waiting) event.preventDefault()
          else press()
        }}
        onPointerEnter={tipText ? show : undefined} onPointerLeave={hide}
        onFocus={(event) => tipText && event.currentTarget.matches(':focus-visible') && show()} onBlur={hide}
      >
        {late ? <span className="Button-wait" aria-hidden="true" /> : icon && <Icon name={icon} />}
        {children && <span className="Button-verb">{children}</span>}
        {kbd && children && <Kbd keys={kbd} />}
        {late && <span className="unseen">{words.working}</span>}
      </button>
      {tipText && (
        <span ref={panel} id={tipId} popover="manual" role="tooltip" className="Floating Floating--tip">{tipText}</span>
      )}
    </>
  )
}

/** Goes to another screen with a button's weight: 'Registrar un caso'. */
export function LinkButton({ href, children, weight = 'plain', kbd, icon, small }: Pick<ButtonProps, 'weight' | 'kbd' | 'icon' | 'small'> & { href: string; children: string }) {
  const link = useRef<HTMLAnchorElement>(null)
  useAction({ verb: children, key: kbd, first: weight === 'primary', run: () => link.current?.click() }, kbd !== undefined)
  return (
    <Link ref={link} href={href} className="Button" data-weight={weight} data-small={small || undefined} aria-keyshortcuts={kbd && ariaKey(kbd)}>
      {icon && <Icon name={icon} />}
      <span className="Button-verb">{children}</span>
      {kbd && <Kbd keys={kbd} />}
    </Link>
  )
}
