import './BarStatus.css'
import { useFormats } from '../words.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Link } from './Link.tsx'

/** A number in the bar that opens its rows: calls in the queue, notices. */
export function BarStatus({ icon, count, label, href, tone }: { icon: IconName; count: number; label: string; href: string; tone?: 'near' | 'broken' }) {
  const formats = useFormats()
  return (
    <Link className="BarStatus" href={href} data-tone={tone} title={label}>
      <Icon name={icon} size={18} />
      <span>{formats.number(count)}</span>
      <span className="BarStatus-label">{label}</span>
    </Link>
  )
}
