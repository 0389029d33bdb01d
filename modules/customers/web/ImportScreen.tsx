import './CustomersScreen.css'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReplyOf } from '#kernel/endpoint.ts'
import { call, useVerb, type ProblemError } from '#platform/web/data.ts'
import { FileField } from '#platform/web/design/FileField.tsx'
import { FormErrors } from '#platform/web/design/FormErrors.tsx'
import { Link } from '#platform/web/design/Link.tsx'
import { Page } from '#platform/web/design/Page.tsx'
import { formErrors } from '#platform/web/problem-errors.ts'
import { useSearch } from '#platform/web/routing.tsx'
import { useWords } from '#platform/web/words.ts'
import { InspectImport, ListImports, StartImport, type Mapping } from '../contract-import.ts'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { EarlierImports, ImportProgress } from './ImportProgress.tsx'
import { MappingTable } from './MappingTable.tsx'
import { sendFile } from './send-file.ts'

type Inspected = ReplyOf<typeof InspectImport> & { fileId: string; fileName: string; size: number }

/** A file dropped, what its columns are, a trial, and then the import itself; the address keeps the import, so that one may leave and come back. */
export function ImportScreen() {
  const { imports: t, screens } = useWords({ es, en })
  const [{ import: importId }, change] = useSearch()
  const [file, setFile] = useState<Inspected | null>(null)
  const [asked, setAsked] = useState<{ mapping: Mapping; source: string } | null>(null)
  const inspect = useMutation<Inspected, ProblemError, File>({
    mutationFn: async (chosen) => {
      const { id, name } = await sendFile(chosen)
      return { ...(await call(InspectImport, { body: { fileId: id } })), fileId: id, fileName: name, size: chosen.size }
    },
    onSuccess: (read) => {
      setFile(read)
      setAsked(null)
    },
  })
  const start = useVerb(StartImport, { rereads: [ListImports] })
  const run = (mapping: Mapping, source: string, dryRun: boolean) => {
    if (!file) return
    setAsked({ mapping, source })
    start.mutate({ body: { fileId: file.fileId, source, mapping, dryRun } }, { onSuccess: ({ id }) => change({ import: id }) })
  }
  return (
    <Page title={t.title} eyebrow={<Link href="/customers">{screens.title}</Link>}>
      <FormErrors errors={[...formErrors(inspect.error), ...formErrors(start.error)]} />
      {importId && <ImportProgress importId={importId} onRun={file && asked ? () => run(asked.mapping, asked.source, false) : null} onMend={file ? () => change({ import: undefined }) : null} />}
      <FileField label={t.drop} hint={file ? undefined : t.dropHint} name="file" one accept=".csv,.txt,.tsv,.xlsx" onAdd={([chosen]) => { change({ import: undefined }); if (chosen) inspect.mutate(chosen) }}
        files={file ? [{ id: file.fileId, name: file.fileName, size: file.size }] : []} onRemove={() => setFile(null)} />
      {file && !importId && <MappingTable key={file.fileId} file={file} asked={asked} pending={start.isPending} onTry={(mapping, source) => run(mapping, source, true)} />}
      <EarlierImports onOpen={(id) => change({ import: id })} />
    </Page>
  )
}
