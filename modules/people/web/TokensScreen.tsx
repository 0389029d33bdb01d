import './StaffScreen.css'
import { useState } from 'react'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { useReply, useVerb } from '#platform/web/data.ts'
import { Button } from '#platform/web/design/Button.tsx'
import { ConfirmDialog } from '#platform/web/design/Dialog.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { SidePeek } from '#platform/web/design/SidePeek.tsx'
import { StateMark } from '#platform/web/design/StateMark.tsx'
import { EmptyState, ErrorState, Skeleton } from '#platform/web/design/States.tsx'
import { Table, type Column } from '#platform/web/design/Table.tsx'
import { TextField } from '#platform/web/design/TextField.tsx'
import { showToast } from '#platform/web/design/Toast.tsx'
import { errorOf, formErrors } from '#platform/web/problem-errors.ts'
import { useFormats, useWords } from '#platform/web/words.ts'
import { CreateApiToken, EndApiToken, ListApiTokens } from '../contract-account.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { submitting } from './Door.tsx'
import { GivenOnce } from './GivenOnce.tsx'
import { GrantFields, NEW_GRANT, refuseDraft } from './GrantFields.tsx'
import { useMay } from './use-me.ts'
import { usePlaceNames } from './use-place-names.ts'
import { useSettingsWords } from './use-settings-words.ts'

type Token = ReplyOf<typeof ListApiTokens>['items'][number]

/** The programs that may come in, what each may do, and the way to shut one out. */
export function TokensScreen() {
  const t = useSettingsWords()
  const mayManage = useMay('staff.manage')
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Token | null>(null)
  const { data, error, refetch } = useReply(ListApiTokens, {}, { enabled: mayManage })
  const end = useVerb(EndApiToken, { rereads: [ListApiTokens] })
  const close = () => setEnding(null)
  return (
    <Page title={t.tokens.title} flush eyebrow={<Link href="/settings">{t.back}</Link>} facts={<p className="soft">{t.tokens.note}</p>}
      primary={<Button weight="primary" kbd="n" disabledReason={mayManage ? null : t.tokens.mayNot} onPress={() => setAdding(true)}>{t.tokens.add}</Button>}>
      {!mayManage && <ErrorState what={t.tokens.mayNot} />}
      {error && <ErrorState what={error.message} onRetry={refetch} />}
      {data ? <TokenTable rows={data.items} onEnd={setEnding} /> : mayManage && !error && <Skeleton />}
      <SidePeek open={adding} title={t.tokens.add} onClose={() => setAdding(false)}>
        <NewToken onDone={() => setAdding(false)} />
      </SidePeek>
      <ConfirmDialog open={ending !== null} onClose={close} title={t.tokens.endTitle(ending?.name ?? '')} verb={t.tokens.end}
        onConfirm={() => end.mutateAsync({ params: { tokenId: ending!.id } }).then(() => showToast({ text: t.tokens.endedNow }))}>
        <p>{t.tokens.endNote}</p>
      </ConfirmDialog>
    </Page>
  )
}

function TokenTable({ rows, onEnd }: { rows: readonly Token[]; onEnd: (token: Token) => void }) {
  const { tokens } = useSettingsWords()
  const { roles } = useWords({ es, en })
  const formats = useFormats()
  const placeName = usePlaceNames()
  const columns: Column<Token>[] = [
    { id: 'name', head: tokens.name, cell: ({ name }) => <span dir="auto">{name}</span> },
    { id: 'role', head: tokens.role, cell: (token) => `${roles[token.role]}, ${placeName(token) ?? tokens.everywhere}`, width: '32%' },
    { id: 'used', head: tokens.lastUsed, cell: ({ lastUsedAt }) => (lastUsedAt ? formats.ago(lastUsedAt) : tokens.never), hideBelow: 'medium', width: '150px' },
    { id: 'state', head: tokens.state, cell: ({ endedAt }) => <StateMark shape={endedAt ? 'cancelled' : 'done'} tone={endedAt ? 'soft' : 'plain'}>{endedAt ? tokens.ended : tokens.on}</StateMark>, width: '130px' },
    { id: 'end', head: tokens.end, cell: (token) => !token.endedAt && <Button small onPress={() => onEnd(token)}>{tokens.end}</Button>, width: '120px' },
  ]
  return <Table label={tokens.title} rows={rows} columns={columns} rowKey={({ id }) => id} rowName={({ name }) => name} empty={<EmptyState title={tokens.empty}>{tokens.emptyText}</EmptyState>} />
}

function NewToken({ onDone }: { onDone: () => void }) {
  const { tokens } = useSettingsWords()
  const { refusals } = useWords({ es, en })
  const create = useVerb(CreateApiToken, { rereads: [ListApiTokens] })
  const [name, setName] = useState('')
  const [grant, setGrant] = useState(NEW_GRANT)
  if (create.data) return <GivenOnce title={tokens.onceTitle} note={tokens.once} text={create.data.token} done={tokens.kept} onDone={onDone} />
  const { role, branchId, areaId, supplierId } = grant
  const refusal = refuseDraft(grant)
  return (
    <form className="Staff-form" noValidate onSubmit={submitting(() => create.mutate({ body: { name, role, branchId, areaId, supplierId } }))}>
      <FormErrors errors={formErrors(create.error)} />
      <TextField label={tokens.name} name="name" value={name} onChange={setName} hint={tokens.nameHint} error={errorOf(create.error, 'name')} autoFocus />
      <GrantFields grant={grant} onChange={setGrant} error={create.error} dated={false} />
      <Button type="submit" weight="primary" kbd="$mod+Enter" pending={create.isPending} disabledReason={refusal && refusals[refusal]}>{tokens.create}</Button>
    </form>
  )
}
