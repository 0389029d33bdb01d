import './RegisterScreen.css'
import { useRef, useState } from 'react'
import type { ReplyOf } from '#kernel/endpoint.ts'
import type { Me } from '#modules/people/contract-account.ts'
import { useMe } from '#modules/people/web/use-me.ts'
import { useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { Choice } from '#platform/web/design/Choice.tsx'
import { allChosen } from '#platform/web/design/ComboBox.tsx'
import { MarkRequired } from '#platform/web/design/Field.tsx'
import { Fold } from '#platform/web/design/Fold.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Icon } from '#platform/web/design/Icon.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { TextArea } from '#platform/web/design/TextArea.tsx'
import { useDraft } from '#platform/web/drafts.ts'
import { useAction } from '#platform/web/keys.ts'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useSearch } from '#platform/web/routing.tsx'
import { useFormats, useReader, useWords } from '#platform/web/words.ts'
import { en as casesEn } from '../en.ts'
import { es as casesEs } from '../es.ts'
import { RegisterCase, type Kind } from '../contract.ts'
import { CountCases, ListCases } from '../contract-lists.ts'
import { en } from '../en-register.ts'
import { es } from '../es-register.ts'
import { momentOf } from './instant-of.ts'
import { LikeCases, type Written } from './LikeCases.tsx'
import { faultInMore, MoreData, saysMore } from './MoreData.tsx'
import { Registered } from './Registered.tsx'
import { bodyOf, emptyRegistration, type Registration } from './registration.ts'
import { WhereSection } from './WhereSection.tsx'
import { ReporterRow, WhoSection } from './WhoSection.tsx'

const KINDS: readonly [Kind, string][] = [['claim', '1'], ['complaint', '2'], ['request', '3'], ['suggestion', '4'], ['compliment', '5']]

/** A new customer's own address and telephone are the ones written for whoever tells it. */
const WRITTEN_IN: Record<string, string> = { 'customer.email': 'reporter.email', 'customer.telephone': 'reporter.telephone' }

/** One page, no wizard: from the first ring to the number in under half a minute, without a mouse. */
export function RegisterScreen() {
  const { register: t } = useWords({ es, en })
  const [search] = useSearch()
  const [done, setDone] = useState<ReplyOf<typeof RegisterCase> | null>(null)
  const [round, setRound] = useState(0)
  const another = () => {
    setDone(null)
    setRound(round + 1)
  }
  if (done) return <Page title={t.done(done.number)}><Registered reply={done} onAnother={another} /></Page>
  return <RegisterForm key={round} branchId={search['branchId'] ?? ''} onDone={setDone} onAgain={another} />
}

/** What is compared with cases that tell the same. */
const writtenOf = ({ description, customer, newCustomer, reporter, serial, orderNumber, channel, receivedOn, files }: Registration): Written => ({
  description, customerId: customer?.id, customerName: customer?.label ?? newCustomer?.name ?? reporter.name, serial, orderNumber,
  spoke: receivedOn === null && (channel === 'telephone' || channel === 'visit'), files: files.map(({ id }) => id),
})

/** Whoever works in one branch registers there. */
const soleBranch = (me: Me | undefined): string => (me && !me.places.all && me.places.branchIds.length === 1 ? me.places.branchIds[0]! : '')

function RegisterForm({ branchId, onDone, onAgain }: { branchId: string; onDone: (reply: ReplyOf<typeof RegisterCase>) => void; onAgain: () => void }) {
  const { register: t, away } = useWords({ es, en })
  const words = useWords({ es: casesEs, en: casesEn })
  const formats = useFormats()
  const { timeZone, now } = useReader()
  const me = useMe()
  const [start] = useState(() => emptyRegistration(branchId || soleBranch(me)))
  const draft = useDraft<Registration>(`${me?.id ?? ''}:register`, start)
  // What was begun before an update knows less of the form.
  const r = { ...start, ...draft.value }
  const set = (some: Partial<Registration>) => draft.set((last) => ({ ...last, ...some }))
  const [more, setMore] = useState<boolean | null>(null)
  const register = useVerb(RegisterCase, { rereads: [ListCases, CountCases] })
  const form = useRef<HTMLFormElement>(null)
  const discard = () => {
    draft.discard()
    onAgain()
  }
  const send = () => {
    if (register.isPending || !allChosen(form.current)) return
    // The key is the case's own id: pressed twice or sent again after a cut, it is one case.
    register.mutate({ key: `register-${r.id}`, body: bodyOf(r, me?.organisation.language ?? 'es', (day, time) => momentOf({ day, time }, timeZone, now())) }, {
      onSuccess: (reply) => {
        draft.discard()
        onDone(reply)
      },
    })
  }
  useAction({ verb: t.verb, key: '$mod+Enter', run: send, first: true, unlisted: true })
  // What was said of the story that was sent is not said of another.
  const stands = (field: string | null) => field !== 'description' || register.variables?.body?.description === r.description
  const errors = formErrors(register.error).filter(({ field }) => stands(field)).map(({ field, message }) => ({ field: field && (WRITTEN_IN[field] ?? field), message: message || away }))
  return (
    <Page title={t.title} primary={<Button weight="primary" kbd="$mod+Enter" pending={register.isPending} onPress={send}>{t.verb}</Button>}>
      <form ref={form} className="Register" onSubmit={(event) => { event.preventDefault(); send() }} noValidate>
        {draft.recovered && <p className="Register-note">{t.recovered} <Button small onPress={discard}>{t.discard}</Button></p>}
        <FormErrors errors={errors} />
        <MarkRequired>
          <WhoSection registration={r} set={set} error={register.error} />
          <Choice label={t.what} name="kind" value={r.kind} onChange={(kind) => set({ kind })} options={KINDS.map(([value, kbd]) => ({ value, label: words.kinds[value], mark: <Icon name={value} size={16} />, kbd }))} />
          <TextArea label={t.story} name="description" value={r.description} onChange={(description) => set({ description })} rows={8} limit={20_000} error={stands('description') ? errorOf(register.error, 'description') : null} />
          <LikeCases written={writtenOf(r)} kind={r.kind} cause={r.cause} area={r.area} onUse={set} onAdded={draft.discard} />
          <ReporterRow registration={r} set={set} error={register.error} />
          <WhereSection registration={r} set={set} error={register.error} />
          <Fold label={t.more} holds={t.moreHolds} kbd="$mod+." open={faultInMore(register.error) || (more ?? saysMore(r))} onToggle={setMore}>
            <MoreData registration={r} set={set} error={register.error} />
          </Fold>
        </MarkRequired>
        <p className="Register-kept">{draft.savedAt !== null && t.savedAt(formats.time(draft.savedAt))}</p>
      </form>
    </Page>
  )
}
