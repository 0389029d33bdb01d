import './Table.css'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { en } from '../en.ts'
import { es } from '../es.ts'
import { useFormats, useWords } from '../words.ts'
import { Checkbox } from './Checkbox.tsx'
import { Icon } from './Icon.tsx'
import { Link } from './Link.tsx'
import { useRowFocus } from './use-row-focus.ts'

export type Column<Row> = {
  id: string
  head: string
  cell: (row: Row) => ReactNode
  /** Figures and dates stand under each other; a due date brings its own bar. */
  kind?: 'text' | 'number' | 'date' | 'due'
  /** CSS length or fraction: '120px', '2fr'. */
  width?: string
  /** Left out where the table has less room: narrow 520 px, medium 760, wide 1020. */
  hideBelow?: 'narrow' | 'medium' | 'wide'
  sortable?: boolean
  /** Where a row is a card: in the line of its name, after it. */
  beside?: boolean
}

export type Sort = { column: string; direction: 'up' | 'down' }

export type TableProps<Row> = {
  /** What these rows are, for the ear: 'Mis casos'. */
  label: string
  rows: readonly Row[]
  /** The first column names the row: its cell becomes the link. */
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  /** How the row is called: 'BOG-2026-000123'. */
  rowName: (row: Row) => string
  rowHref?: (row: Row) => string
  onOpen?: (row: Row) => void
  onPeek?: (row: Row) => void
  /** The row open in the next pane. */
  currentKey?: string | null
  /** `broken` and `near` draw a bar at the row's edge; the words are the cell's affair. */
  rowTone?: (row: Row) => 'near' | 'broken' | 'emergency' | undefined
  selected?: ReadonlySet<string>
  onSelect?: (keys: Set<string>) => void
  sort?: Sort | null
  onSort?: (sort: Sort) => void
  /** Instead of the plain count at the foot: what may be done with those selected. */
  acts?: ReactNode
  /** j, k, Enter, x and Space act here: one table a screen. */
  keys?: boolean
  /** Instead of no rows. */
  empty?: ReactNode
  /** Called when the end comes in sight. */
  onEnd?: () => void
}

const VIRTUAL_FROM = 200

/** A native table that scrolls inside its own frame under a head that stays. */
export function Table<Row>(props: TableProps<Row>) {
  const { rows, columns, rowKey, label, selected, onSelect, empty, onEnd, keys } = props
  const words = useWords({ es, en })
  const formats = useFormats()
  const frame = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight(frame)
  const virtual = rows.length > VIRTUAL_FROM
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => frame.current, estimateSize: () => rowHeight, overscan: 12, enabled: virtual })
  const drawn = virtualizer.getVirtualItems()
  const first = virtual ? (drawn[0]?.index ?? 0) : 0
  const last = virtual ? (drawn.at(-1)?.index ?? Math.min(40, rows.length - 1)) : rows.length - 1
  const end = useRef<HTMLDivElement>(null)
  const focus = useRowFocus(props, frame, (index) => virtual && virtualizer.scrollToIndex(index))

  useEffect(() => virtualizer.measure(), [rowHeight, virtualizer])
  useEffect(() => {
    if (onEnd && virtual && last >= rows.length - 5) onEnd()
  }, [onEnd, virtual, last, rows.length])
  // All of its rows are drawn: the end is in sight when it is seen, not when it is there.
  useEffect(() => {
    if (!onEnd || virtual || !end.current) return undefined
    const watcher = new IntersectionObserver(([seen]) => seen?.isIntersecting && onEnd(), { rootMargin: '400px' })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [onEnd, virtual, rows.length])

  if (rows.length === 0 && empty) return <>{empty}</>
  const every = selected !== undefined && rows.length > 0 && rows.every((row) => selected.has(rowKey(row)))
  return (
    // Where no row opens anything the frame itself takes the focus, or the keys could not scroll it.
    <div className="Table" ref={frame} data-keys={keys || undefined} {...(!(props.rowHref || props.onOpen || onSelect) && { tabIndex: 0, role: 'group', 'aria-label': label })}>
      <table aria-label={label} aria-rowcount={virtual ? rows.length + 1 : undefined}>
        <colgroup>
          {onSelect && <col className="Table-pickCol" />}
          {columns.map(({ id, width, hideBelow }) => <col key={id} data-hide={hideBelow} style={width ? { width } : undefined} />)}
        </colgroup>
        <thead>
          <tr>
            {onSelect && (
              <th scope="col" className="Table-pick">
                <Checkbox label={<span className="unseen">{words.table.selectAll}</span>} checked={every} mixed={!every && (selected?.size ?? 0) > 0}
                  onChange={(on) => onSelect(new Set(on ? rows.map(rowKey) : []))} />
              </th>
            )}
            {columns.map((column) => <Head key={column.id} column={column} sort={props.sort} onSort={props.onSort} />)}
          </tr>
        </thead>
        <tbody onKeyDown={focus.press}>
          {first > 0 && <tr aria-hidden="true" className="Table-gap"><td style={{ height: first * rowHeight }} /></tr>}
          {rows.slice(first, last + 1).map((row, i) => (
            <TableRow key={rowKey(row)} {...props} row={row} index={first + i} virtual={virtual} />
          ))}
          {last < rows.length - 1 && <tr aria-hidden="true" className="Table-gap"><td style={{ height: (rows.length - 1 - last) * rowHeight }} /></tr>}
        </tbody>
      </table>
      {onEnd && <div ref={end} aria-hidden="true" />}
      {selected && selected.size > 0 && onSelect && (props.acts ?? (
        <p className="Table-selected" role="status">
          <strong>{formats.plural(selected.size, words.table.selected)}</strong>
          <button type="button" onClick={() => onSelect(new Set())}>{words.table.clearSelection}</button>
        </p>
      ))}
    </div>
  )
}

function Head<Row>({ column, sort, onSort }: { column: Column<Row>; sort?: Sort | null; onSort?: (sort: Sort) => void }) {
  const words = useWords({ es, en })
  const direction = sort?.column === column.id ? sort.direction : undefined
  return (
    <th scope="col" data-kind={column.kind} data-hide={column.hideBelow}
      aria-sort={direction ? (direction === 'up' ? 'ascending' : 'descending') : undefined}>
      {column.sortable && onSort ? (
        <button type="button" className="Table-sort" data-direction={direction}
          onClick={() => onSort({ column: column.id, direction: direction === 'up' ? 'down' : 'up' })}>
          {column.head}
          {direction && <Icon name="down" size={12} />}
          {direction && <span className="unseen">, {direction === 'up' ? words.table.sortedUp : words.table.sortedDown}</span>}
        </button>
      ) : column.head}
    </th>
  )
}

function TableRow<Row>({ row, index, virtual, columns, rowKey, rowName, rowHref, onOpen, currentKey, rowTone, selected, onSelect }: TableProps<Row> & {
  row: Row
  index: number
  virtual: boolean
}) {
  const words = useWords({ es, en })
  const key = rowKey(row)
  const picked = selected?.has(key) ?? false

  function pick(on: boolean) {
    const next = new Set(selected)
    if (on) next.add(key)
    else next.delete(key)
    onSelect?.(next)
  }

  return (
    <tr data-row={index} data-tone={rowTone?.(row)} data-picked={picked || undefined} data-current={key === currentKey || undefined} aria-rowindex={virtual ? index + 2 : undefined}
      onClick={(event) => {
        const elsewhere = (event.target as Element).closest('a, button, input, label, [popover]')
        if (!elsewhere && !getSelection()?.toString()) event.currentTarget.querySelector<HTMLElement>('[data-opens]')?.click()
      }}>
      {onSelect && (
        <td className="Table-pick">
          <Checkbox label={<span className="unseen">{words.table.select(rowName(row))}</span>} checked={picked} onChange={pick} />
        </td>
      )}
      {columns.map((column, i) => i > 0
        ? <td key={column.id} dir={column.kind ? undefined : 'auto'} data-kind={column.kind} data-hide={column.hideBelow} data-beside={column.beside || undefined}>{column.cell(row)}</td>
        : (
          <th key={column.id} scope="row" data-kind={column.kind}>
            {rowHref ? (
              <Link data-opens href={rowHref(row)} aria-current={key === currentKey || undefined}
                onClick={onOpen && ((event) => { if (!event.metaKey && !event.ctrlKey) { event.preventDefault(); onOpen(row) } })}>{column.cell(row)}</Link>
            ) : onOpen ? <button type="button" data-opens className="Table-open" aria-current={key === currentKey || undefined} onClick={() => onOpen(row)}>{column.cell(row)}</button>
              : <span data-opens tabIndex={-1}>{column.cell(row)}</span>}
          </th>
        ))}
    </tr>
  )
}

/** As the style sheet has it: it changes with density, with a thumb, and where a row needs two lines. */
function useRowHeight(frame: React.RefObject<HTMLDivElement | null>): number {
  const [height, setHeight] = useState(36)
  useEffect(() => {
    const table = frame.current
    if (!table) return undefined
    const measure = () => {
      const row = table.querySelector('tbody tr[data-row]')
      if (row) setHeight(row.getBoundingClientRect().height)
    }
    measure()
    const watcher = new ResizeObserver(measure)
    watcher.observe(table)
    return () => watcher.disconnect()
  }, [frame])
  return height
}
