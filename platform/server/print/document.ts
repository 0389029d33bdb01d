/** A document to print, as plain data: who writes letters, acknowledgements and reports says what is in them, not where it goes. */
export type PrintedDocument = {
  /** BCP 47; the printer's own words exist for es and en, any other language reads the Spanish ones. */
  language: string
  title: string
  /** The company, for the file's properties. */
  author: string
  mark: Mark
  /** Number and QR, at the same corner of every document. */
  reference?: Reference
  blocks: readonly Block[]
  /** Name, tax number, address: at the foot of each page. */
  footer?: string
  paper?: 'letter' | 'a4'
  /** '#rrggbb' of the mark's square and the line below it; what is read stays black. */
  accent?: string
  /** Written into the file's properties; the same document of the same moment gives the same bytes. */
  madeAt?: Date
}

export type Mark =
  /** PNG or JPEG. Unreadable bytes give the text mark of `alt`. */
  | { kind: 'image'; bytes: Uint8Array; alt: string }
  | { kind: 'text'; name: string; detail?: string }

/** `url` goes into the QR code and is what it says when read aloud. */
export type Reference = { label: string; number: string; url?: string }

export type Text = string | readonly Span[]
type Span = { text: string; strong?: boolean }

export type Block =
  | { kind: 'heading'; text: string; level?: 2 | 3 }
  | { kind: 'paragraph'; text: Text; tone?: 'normal' | 'quiet' | 'small' }
  | { kind: 'list'; items: readonly Text[]; ordered?: boolean }
  | { kind: 'facts'; facts: readonly Fact[]; columns?: 1 | 2 }
  | TableBlock
  /** Side by side, as an addressee and a date. Short: what is taller than a page is stacked. */
  | { kind: 'columns'; left: readonly Block[]; right: readonly Block[] }
  | { kind: 'notice'; title?: string; text: Text }
  | { kind: 'signatures'; people: readonly Signatory[] }
  | { kind: 'picture'; bytes: Uint8Array; alt: string; caption?: string; maxHeight?: number }
  /** Points (1/72 inch). */
  | { kind: 'gap'; height: number }
  | { kind: 'page-break' }

export type Fact = { label: string; value: Text }
export type TableBlock = {
  kind: 'table'
  caption?: string
  /** `share` is relative to the others; 'figures' aligns right with digits of one width. */
  columns: readonly { title: string; share?: number; align?: 'start' | 'figures' }[]
  rows: readonly (readonly Text[])[]
  /** Below the rows, between two lines. */
  total?: readonly Text[]
}
export type Signatory = { name: string; role?: string; detail?: string; image?: Uint8Array }
