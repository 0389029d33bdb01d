/** The smallest thing that a page break never cuts. Blocks are laid out as boxes, and boxes flow down the pages. */
export type Box = {
  height: number
  /** Left out at the top of a page. */
  gap: number
  /** Not left at the foot of a page without the next. */
  keep: boolean
  draw(x: number, y: number): void
  /** Drawn first when a page begins with this box: a table's header, again. */
  repeated?: { height: number; draw(x: number, y: number): void }
  /** A page begins here. */
  breaks?: boolean
}

/** Boxes from this one on that stay together. */
export function together(boxes: readonly Box[], from: number): { count: number; height: number } {
  let height = 0
  for (let i = from; i < boxes.length; i++) {
    height += boxes[i]!.height + (i > from ? boxes[i]!.gap : 0)
    if (!boxes[i]!.keep) return { count: i - from + 1, height }
  }
  return { count: boxes.length - from, height }
}

export const heightOf = (boxes: readonly Box[]): number => boxes.reduce((sum, box, i) => sum + box.height + (i > 0 ? box.gap : 0), 0)

export function drawStacked(boxes: readonly Box[], x: number, y: number): void {
  for (const [i, box] of boxes.entries()) {
    if (i > 0) y += box.gap
    box.draw(x, y)
    y += box.height
  }
}

/** The first begins after `gap`; all but the last are kept with the next. */
export const held = (boxes: readonly Box[], gap: number): Box[] =>
  boxes.map((box, i) => ({ ...box, gap: i === 0 ? gap : box.gap, keep: i < boxes.length - 1 || box.keep }))
