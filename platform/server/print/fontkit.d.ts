/** The part of fontkit that we use; the package brings no types. */
declare module 'fontkit' {
  export type Glyph = { id: number; advanceWidth: number; codePoints: number[] }
  export type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number; advanceWidth?: number }
  export type Run = { glyphs: Glyph[]; positions: Position[]; advanceWidth: number }
  export type Font = {
    unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): Glyph
    layout(text: string, features?: readonly string[]): Run
  }
  export function create(bytes: Uint8Array): Font
}
