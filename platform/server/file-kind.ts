import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { BadInput } from '#kernel/refusal.ts'
import { extensionOf } from './file-name.ts'

/** What a file is by its content: its media type, and the endings its name may have, the first of them added where it has none of these. */
export type FileKind = { mediaType: string; endings: readonly string[] }

const PLAIN: FileKind = { mediaType: 'text/plain', endings: ['txt', 'log', 'md', 'json', 'vcf', 'ics', 'tsv'] }
const CSV: FileKind = { mediaType: 'text/csv', endings: ['csv'] }
const MAIL: FileKind = { mediaType: 'message/rfc822', endings: ['eml'] }
/** Kept and given back as bytes, whatever a browser might make of them. */
const BYTES = 'application/octet-stream'

/** By what file-type calls it. What is neither here nor text is refused. */
const KINDS: Record<string, FileKind> = Object.fromEntries(
  (
    [
      ['application/pdf', 'pdf'],
      ['image/jpeg', 'jpg', 'jpeg', 'jfif'], ['image/png', 'png'], ['image/apng', 'png', 'apng'], ['image/gif', 'gif'], ['image/webp', 'webp'], ['image/avif', 'avif'],
      ['image/heic', 'heic', 'heif'], ['image/heif', 'heif', 'heic'], ['image/tiff', 'tif', 'tiff'], ['image/bmp', 'bmp'],
      ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
      ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
      ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
      ['application/vnd.oasis.opendocument.text', 'odt'], ['application/vnd.oasis.opendocument.spreadsheet', 'ods'], ['application/vnd.oasis.opendocument.presentation', 'odp'],
      ['application/rtf', 'rtf'], ['application/vnd.ms-outlook', 'msg'],
      ['audio/mpeg', 'mp3'], ['audio/wav', 'wav'], ['audio/ogg', 'ogg', 'oga'], ['audio/ogg; codecs=opus', 'opus', 'ogg'], ['audio/mp4', 'm4a'], ['audio/x-m4a', 'm4a'],
      ['audio/aac', 'aac'], ['audio/amr', 'amr'], ['audio/flac', 'flac'],
      ['video/mp4', 'mp4'], ['video/quicktime', 'mov'], ['video/webm', 'webm'], ['video/3gpp', '3gp'], ['video/3gpp2', '3g2'], ['video/x-m4v', 'm4v'], ['video/matroska', 'mkv'],
      ['application/zip', 'zip'], ['application/gzip', 'gz', 'tgz'], ['application/x-7z-compressed', '7z'], ['application/x-rar-compressed', 'rar'],
      ['text/calendar', 'ics'], ['text/vcard', 'vcf'],
    ] as const
  ).map(([mediaType, ...endings]) => [mediaType, { mediaType: mediaType.replace(/;.*/, ''), endings }]),
)

/** Word, Excel, PowerPoint and Outlook before 2007 share one container; only the name tells them apart, and an installer is one too. */
const OLD_OFFICE: Record<string, string> = {
  doc: 'application/msword', xls: 'application/vnd.ms-excel', ppt: 'application/vnd.ms-powerpoint', msg: 'application/vnd.ms-outlook',
}

/** Shown by a browser as they are; everything else is only downloaded. */
export const PREVIEWED: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/gif', 'image/webp', 'image/avif', 'application/pdf'])

/** Tells the kind of the file at `path` by its content, its name helping only where the content leaves a choice. Refuses programs and what it does not know. */
export async function kindOfFile(path: string, name: string): Promise<FileKind> {
  const found = await fileTypeFromFile(path).catch(() => undefined)
  const ending = extensionOf(name)
  const old = OLD_OFFICE[ending]
  if (found?.mime === 'application/x-cfb' && old) return { mediaType: old, endings: [ending] }
  const text = !found || found.mime === 'application/xml' ? readText(await readHead(path)) : null
  const kind = text === null ? KINDS[found?.mime ?? ''] : kindOfText(text, ending)
  if (!kind) throw new BadInput([{ path: 'file', code: 'file-kind-refused', details: { kind: found?.ext ?? (ending || '?') } }])
  return kind
}

function kindOfText(text: string, ending: string): FileKind {
  if (ending === 'eml' && MAIL_HEADER.test(text)) return MAIL
  if (ending === 'csv' && !/^\s*</.test(text)) return CSV
  // An electronic invoice keeps its name; nothing that draws or runs does.
  if (ending === 'xml' && /^\s*<\?xml/.test(text) && !/xhtml|svg|xslt?\b|stylesheet/i.test(text)) return { mediaType: BYTES, endings: ['xml'] }
  return MARKUP.test(text) ? { mediaType: BYTES, endings: ['txt'] } : PLAIN
}

/** A page, a drawing with scripts, or another text that a browser would run; looked for anywhere in the beginning, as browsers do. */
const MARKUP = /<(?:!doctype|\?xml|html|head|body|svg|script|iframe|object|embed|img|style|meta|link|a\s|math|!--)/i
const MAIL_HEADER = /^(?:[A-Za-z][\w-]{0,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2}/

const HEAD_BYTES = 4096

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The head as text, or null where some byte is of no text in UTF-8, Windows-1252 or (marked as such) UTF-16. */
function readText(head: Buffer): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le').slice(1)
  const texty = head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c)
  return texty ? head.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '') : null
}
