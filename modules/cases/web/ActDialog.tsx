import { useRef, type ReactNode } from 'react'
import type { Endpoint, ReplyOf } from '#kernel/endpoint.ts'
import { useVerb, type ProblemError, type ToDo } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { allChosen } from '#platform/web/design/ComboBox.tsx'
import { Dialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { formErrors } from '#platform/web/problem-errors.ts'
import { CASE_REREADS } from './use-case.ts'
import { useCaseWords } from './use-case-words.ts'

type Props<E extends Endpoint> = {
  endpoint: E
  title: string
  /** What the button does. */
  verb: string
  asked: () => ToDo<E>
  /** What it is called once it is done. */
  told: string
  undo?: (reply: ReplyOf<E>) => unknown
  /** Why it cannot be sent yet. */
  notYet?: string | null
  onClose: () => void
  onDone?: (reply: ReplyOf<E>) => void
  danger?: boolean
  size?: 'small' | 'large'
  children: ReactNode | ((error: ProblemError | null) => ReactNode)
}

/** A form over the case: what is asked, what stands in the way, and one button. What was typed stays when it is refused. */
export function ActDialog<E extends Endpoint>({ endpoint, title, verb, asked, told, undo, notYet, onClose, onDone, danger, size, children }: Props<E>) {
  const { away } = useCaseWords()
  const act = useVerb(endpoint, { rereads: CASE_REREADS })
  const form = useRef<HTMLFormElement>(null)
  const send = () => {
    if (act.isPending || notYet || !allChosen(form.current)) return
    act.mutate(asked(), {
      onSuccess: (reply) => {
        showToast({ text: told, ...(undo && { undo: () => undo(reply) }) })
        onClose()
        onDone?.(reply)
      },
    })
  }
  const errors = formErrors(act.error).map((one) => ({ ...one, message: one.message || away }))
  return (
    <Dialog open onClose={onClose} title={title} size={size} primary={<Button weight={danger ? 'danger' : 'primary'} kbd="$mod+Enter" pending={act.isPending} disabledReason={notYet} onPress={send}>{verb}</Button>}>
      <form ref={form} className="Case-form" noValidate onSubmit={(event) => { event.preventDefault(); event.stopPropagation(); send() }}>
        <FormErrors errors={errors} />
        {typeof children === 'function' ? children(act.error) : children}
      </form>
    </Dialog>
  )
}
