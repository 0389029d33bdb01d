import type { FastifyRequest } from 'fastify'
import { BadInput } from '#kernel/refusal.ts'
import { TooLarge, type BlobStore } from '#platform/server/blob-store.ts'
import { receiveFile, type Received } from '#platform/server/files.ts'

const MOST_FILES = 5
const FILE_BYTES = 20 * 1024 * 1024

/** `dropped`: files came that nobody may leave here; not a byte of them is kept. */
export type SentForm = { fields: Record<string, string>; files: Received[]; refused: { path: string; code: string }[]; dropped: boolean }

/** Once all is done: nothing is left behind of what was not kept. */
export const discardFiles = ({ files }: SentForm) => Promise.all(files.map((file) => file.discard()))

/**
 * A form as a browser sends it, with or without files. Files are on the disk when this resolves, to be kept or discarded; a refused one
 * is told and the rest is read. `mayLeaveFiles` is asked when the first file comes, with the fields that stand before it: whoever may send nothing fills no disk.
 */
export async function readForm(request: FastifyRequest, blobs: BlobStore, mayLeaveFiles: (fields: Record<string, string>) => Promise<boolean>): Promise<SentForm> {
  const form: SentForm = { fields: Object.create(null) as Record<string, string>, files: [], refused: [], dropped: false }
  let may: Promise<boolean> | null = null
  if (!request.isMultipart()) return { ...form, fields: Object.assign(form.fields, request.body as Record<string, string> | undefined) }
  for await (const part of request.parts({ limits: { fileSize: FILE_BYTES + 1, files: MOST_FILES + 1, fields: 40, fieldSize: 128 * 1024 } })) {
    if (part.type === 'field') form.fields[part.fieldname] = String(part.value)
    else if (part.filename === '') part.file.resume()
    else if (await (may ??= mayLeaveFiles(form.fields))) await takeFile(form, blobs, part)
    else {
      part.file.resume()
      form.dropped = true
    }
  }
  return form
}

async function takeFile(form: SentForm, blobs: BlobStore, part: { file: AsyncIterable<Uint8Array> & { resume(): unknown }; filename: string }): Promise<void> {
  if (form.files.length === MOST_FILES) {
    part.file.resume()
    form.refused.push({ path: 'files', code: 'too-many-files' })
    return
  }
  try {
    form.files.push(await receiveFile(blobs, part.file, part.filename, FILE_BYTES))
  } catch (error) {
    part.file.resume()
    // A browser sends an empty part for a field of files that nothing was chosen in.
    if (error instanceof BadInput && error.fields[0]?.code === 'file-empty') return
    if (!(error instanceof BadInput) && !(error instanceof TooLarge)) throw error
    form.refused.push({ path: 'files', code: error instanceof TooLarge ? 'file-too-large' : 'file-kind' })
  }
}
