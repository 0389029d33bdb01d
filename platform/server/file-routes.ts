import fastifyMultipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { BadInput, NotFound } from '#kernel/refusal.ts'
import { TooLarge, type BlobStore } from './blob-store.ts'
import { PREVIEWED } from './file-kind.ts'
import { contentDisposition } from './file-name.ts'
import { readFile, receiveFile, type FileLinks, type Received, type StoredFile } from './files.ts'
import { doWork } from './ground.ts'
import { admit, sendProblem, type ServerNeeds } from './http.ts'
import { doOnce, keyOf, readKey } from './once.ts'
import type { BytesDoor } from './openapi.ts'
import { watchReadings } from './readings.ts'
import { throttle } from './throttle.ts'

export type FileRoutesNeeds = Pick<ServerNeeds, 'ground' | 'authenticate' | 'problems' | 'publicUrl'> & {
  blobs: BlobStore
  links: readonly FileLinks[]
  /** Of one file, in bytes. */
  limit: number
}

/** Of one person or program: far more than work asks for, and less than fills a disk. */
const FILES = { limit: 300, windowSeconds: 600 }
const MEGABYTES = { limit: 5000, windowSeconds: 3600 }
/** What a multipart envelope adds to its one file, at the most. */
const ENVELOPE = 64 * 1024

export const FILE_DOORS: readonly BytesDoor[] = [
  { method: 'POST', path: '/files', name: 'UploadFile', summary: 'Keeps one file, to be named by its id afterwards.', takes: 'multipart/form-data', gives: 'application/json' },
  { method: 'GET', path: '/files/:id', name: 'DownloadFile', summary: 'Its bytes, as an attachment; a part where `Range` asks for one.', gives: 'application/octet-stream' },
]

/** POST /files and GET /files/:id. Multipart is understood only here: everywhere else what is sent is JSON. */
export async function mountFiles(server: FastifyInstance, needs: FileRoutesNeeds): Promise<void> {
  await server.register(async (scope) => {
    await acceptMultipart(scope)
    scope.post('/api/v1/files', (request, reply) => upload(needs, request, reply))
    const noteReadings = watchReadings(needs.ground)
    scope.get('/api/v1/files/:id', (request, reply) => download(needs, noteReadings, request, reply))
  })
}

/** For a scope of routes that take files. busboy reads names as latin1 unless told. */
export const acceptMultipart = (scope: FastifyInstance) =>
  scope.register(fastifyMultipart, { defParamCharset: 'utf8', throwFileSizeLimit: false, limits: { fieldSize: 64 * 1024, fields: 100, headerPairs: 50 } } as object)

async function upload(needs: FileRoutesNeeds, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { ground, blobs, limit } = needs
  const actor = await admit(needs, 'signed-in', request)
  if ('status' in actor) return sendProblem(closing(reply), actor)
  const key = readKey(request)
  let received: Received | null = null
  try {
    const size = Number(request.headers['content-length'] ?? limit)
    // Said beforehand to be too large, not a byte of it is read.
    if (size > limit + ENVELOPE) throw new TooLarge(limit)
    await throttle(ground.db, [[`upload:${actor.id}`, FILES], [`upload-mb:${actor.id}`, MEGABYTES, Math.ceil(size / 1_000_000)]])
    const { sha256, name } = (received = await receiveOne(request, blobs, limit))
    const file = await doOnce(ground, actor, keyOf(request, key, 201, `${sha256} ${name}`), (work) => received!.keep(work))
    return await reply.code(201).header('cache-control', 'no-store').send(file)
  } catch (error) {
    // The rest of the body is not read: the connection ends with the answer.
    closing(reply)
    throw error
  } finally {
    await received?.discard()
  }
}

const closing = (reply: FastifyReply): FastifyReply => reply.header('connection', 'close')

/** The one file of a form; whatever else it carries is refused. */
async function receiveOne(request: FastifyRequest, blobs: BlobStore, limit: number): Promise<Received> {
  if (!request.isMultipart()) throw new BadInput([{ path: 'file', code: 'file-missing' }])
  const received: Received[] = []
  try {
    for await (const part of request.parts({ limits: { fileSize: limit + 1, files: 2, fields: 0 } })) {
      if (part.type !== 'file' || part.fieldname !== 'file') throw new BadInput([{ path: part.fieldname, code: 'unknown-field' }])
      if (received.length > 0) throw new BadInput([{ path: 'file', code: 'files-one-at-a-time' }])
      received.push(await receiveFile(blobs, part.file, part.filename, limit))
    }
    if (!received[0]) throw new BadInput([{ path: 'file', code: 'file-missing' }])
    return received[0]
  } catch (error) {
    await received[0]?.discard()
    throw error
  }
}

const Params = z.strictObject({ id: z.uuid() })

async function download(needs: FileRoutesNeeds, noteReadings: ReturnType<typeof watchReadings>, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = await admit(needs, 'signed-in', request)
  if ('status' in actor) return sendProblem(reply, actor)
  const params = Params.safeParse(request.params)
  if (!params.success) throw new NotFound('file')
  const file = await doWork(needs.ground, actor, (work) => readFile(work, needs.links, params.data.id), { readOnly: true })
  await noteReadings(actor, file.readings)
  return sendFile(needs.blobs, file, request, reply)
}

/** Answers with a file's bytes, in part where a part is asked for. Whoever calls has made sure that it may be read. */
export async function sendFile(blobs: BlobStore, file: StoredFile, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const etag = `"${file.sha256}"`
  void reply.headers(headersOf(file, 'preview' in (request.query as object))).header('etag', etag)
  if (request.headers['if-none-match']?.split(',').some((one) => one.trim() === etag)) return reply.code(304).send()
  const ifRange = request.headers['if-range']
  const range = ifRange === undefined || ifRange === etag ? readRange(request.headers.range, file.size) : null
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${file.size}`).send()
  const bytes = await blobs.open(file.sha256, range ?? undefined)
  if (!bytes) throw new Error(`the bytes of file ${file.id} are gone: ${file.sha256}`)
  if (range) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
  void reply.header('content-length', range ? range.end - range.start + 1 : file.size)
  return reply.send(bytes)
}

/** Downloaded, never a page: a picture or a PDF may be looked at, where nothing in it can run or fetch. */
function headersOf({ name, mediaType }: StoredFile, preview: boolean): Record<string, string> {
  const shown = preview && PREVIEWED.has(mediaType)
  // Browsers give a PDF to a reader of their own, which a sandbox would keep from starting.
  const sandbox = mediaType === 'application/pdf' ? '' : '; sandbox'
  return {
    'content-type': mediaType,
    'content-disposition': contentDisposition(name, shown ? 'inline' : 'attachment'),
    'content-security-policy': `default-src 'none'; frame-ancestors 'self'${sandbox}`,
    'x-frame-options': 'SAMEORIGIN',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    // Kept by the browser of who read it, and asked for again each time: a right may have ended.
    'cache-control': 'private, no-cache',
    'accept-ranges': 'bytes',
  }
}

/** One range of bytes as RFC 9110 §14 has it; several, or what cannot be read, is answered with the whole. */
export function readRange(asked: string | undefined, size: number): { start: number; end: number } | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked ?? '') ?? []
  if ((first ?? '') === '' && (last ?? '') === '') return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null
  return start > end || start >= size ? 'unsatisfiable' : { start, end }
}
