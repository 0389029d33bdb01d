import newCode from 'qrcode-generator'
import { INK } from './look.ts'
import type { Pdf } from './sheet.ts'

/** A QR code (ISO/IEC 18004, level M: a seventh of it may be lost to a stamp or a fold) as one filled shape, without its quiet zone. */
export function drawQr(pdf: Pdf, content: string, x: number, y: number, side: number): void {
  const code = newCode(0, 'M')
  code.addData(content)
  code.make()
  const count = code.getModuleCount()
  const module = side / count
  for (let row = 0; row < count; row++) {
    for (let from = 0; from < count; from++) {
      if (!code.isDark(row, from)) continue
      let to = from
      while (to < count && code.isDark(row, to)) to++
      // A hair taller than the module, or viewers show white seams between rows.
      pdf.rect(x + from * module, y + row * module, (to - from) * module, module * 1.02)
      from = to
    }
  }
  pdf.fill(INK)
}
