import { newId } from '#kernel/id.ts'
import { BadInput, NotFound } from '#kernel/refusal.ts'
import type { BlobStore, Staged } from './blob-store.ts'
import type { Tx } from './database.ts'
import { kindOfFile } from './file-kind.ts'
import { cleanFileName } from './file-name.ts'
import type { Reading } from './readings.ts'
import type { Work } from './work.ts'

/** `size` in bytes, `sha256` in hexadecimal. */
export type StoredFile = { id: string; name: string; size: number; mediaType: string; sha256: string }

/** A module that hangs files on things of its own says here which of them an actor may read. */
export type FileLinks = {
  /** 'case', 'answer': for whoever reads the list. */
  kind: string
  /** What the actor of this work sees that the file hangs on, which is then looked at; null where they see nothing. Asked under row-level security. */
  seen(this: void, work: Work, fileId: string): Promise<Reading | null>
}

/** Its bytes are on the disk and its kind is known; until it is kept nothing is named by it. */
export type Received = StoredFile & {
  keep(work: Work): Promise<StoredFile>
  /** Once all is done: nothing is left behind of what was not kept. */
  discard(): Promise<void>
}

/** Takes in the bytes of an upload: hashed, typed by content. `sentName` is whatever the sender called it. */
export async function receiveFile(blobs: BlobStore, bytes: AsyncIterable<Uint8Array>, sentName: string, limit: number): Promise<Received> {
  const staged = await blobs.stage(bytes, limit)
  try {
    if (staged.size === 0) throw new BadInput([{ path: 'file', code: 'file-empty' }])
    const received = await describe(staged, sentName)
    return { ...received, keep: (work) => saveFile(work, staged, received), discard: () => staged.discard() }
  } catch (error) {
    await staged.discard()
    throw error
  }
}

async function describe({ path, sha256, size }: Staged, sentName: string): Promise<StoredFile> {
  const { mediaType, endings } = await kindOfFile(path, sentName)
  return { id: newId(), name: cleanFileName(sentName, endings), size, mediaType, sha256 }
}

/** The first half of the advisory lock's key of a content: shared by whoever names it, alone for whoever clears it away. */
export const CONTENT = 4_228_732

async function saveFile({ tx, actor, now }: Work, staged: Staged, file: StoredFile): Promise<StoredFile> {
  // The same bytes may be there already, named by nobody any more: they are not cleared away until this is committed.
  await tx`select pg_advisory_xact_lock_shared(${CONTENT}, hashtext(${file.sha256}))`
  await staged.keep()
  await tx`
    insert into files (organisation_id, id, sha256, size, media_type, name, uploaded_by, uploaded_at)
    values (${actor.organisationId}, ${file.id}, ${Buffer.from(file.sha256, 'hex')}, ${file.size}, ${file.mediaType}, ${file.name}, ${actor.id}, ${now})`
  return file
}

const UPLOADER_MINUTES = 60

/**
 * The file, for whoever may read it: its uploader for an hour, then only who sees something it hangs on. Its id alone
 * gives nothing; what may not be read is not found. `readings`: whose data it shows, to be noted before it is shown.
 */
export async function readFile(work: Work, links: readonly FileLinks[], fileId: string): Promise<StoredFile & { readings: readonly Reading[] }> {
  const [file] = await fileOf(work.tx, work.actor.organisationId, fileId)
  if (!file) throw new NotFound('file')
  const seen = await firstSeen(work, links, fileId)
  if (!seen && !isUploader(work, file)) throw new NotFound('file')
  const { id, name, size, mediaType, sha256 } = file
  return { id, name, size, mediaType, sha256: sha256.toString('hex'), readings: seen ? [seen] : [] }
}

/** People on the public pages share one actor: what they sent is theirs only by what it hangs on. */
function isUploader({ actor, now }: Work, { uploadedBy, uploadedAt }: FileRow): boolean {
  if (actor.kind === 'system') return true
  return actor.kind !== 'public' && uploadedBy === actor.id && Date.parse(now) - Date.parse(uploadedAt) < UPLOADER_MINUTES * 60_000
}

async function firstSeen(work: Work, links: readonly FileLinks[], fileId: string): Promise<Reading | null> {
  for (const { seen } of links) {
    const reading = await seen(work, fileId)
    if (reading) return reading
  }
  return null
}

type FileRow = { id: string; name: string; size: number; mediaType: string; sha256: Buffer; uploadedBy: string; uploadedAt: string }

const fileOf = (tx: Tx, organisationId: string, id: string) => tx<FileRow>`
  select id, name, size, media_type, sha256, uploaded_by, uploaded_at
  from files
  where organisation_id = ${organisationId} and id = ${id}`
