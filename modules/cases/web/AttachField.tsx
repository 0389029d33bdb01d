import { FileField } from '#platform/web/design/FileField.tsx'
import type { useUpload } from './use-upload.ts'
import { useCaseWords } from './use-case-words.ts'

/** Files that go with what is being written. */
export function AttachField({ upload, error }: { upload: ReturnType<typeof useUpload>; error: string | null }) {
  const { t } = useCaseWords()
  return <FileField label={t.attach} name="files" files={upload.files} onAdd={upload.add} onRemove={upload.remove} optional error={error} />
}
