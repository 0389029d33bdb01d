// oxlint-disable-next-line import/no-named-as-default -- its types know only the default
import qrcode from 'qrcode-generator'

/** Drawn as one SVG path, black on white in either theme: a camera reads ink on paper. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const QUIET = 4
  const dark = Array.from({ length: size * size }, (_, i) => [Math.floor(i / size), i % size] as const).filter(([row, column]) => code.isDark(row, column))
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an image drawn here has no address for an img
    <svg className="QrCode" role="img" aria-label={label} viewBox={`0 0 ${size + 2 * QUIET} ${size + 2 * QUIET}`} width={208} height={208} shapeRendering="crispEdges">
      <rect width="100%" height="100%" fill="#fff" />
      <path fill="#000" d={dark.map(([row, column]) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`).join('')} />
    </svg>
  )
}
