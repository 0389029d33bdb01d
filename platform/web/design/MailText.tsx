import './MailText.css'
import { Fragment } from 'react'

/**
 * Text in which a long address of mail stands on a line of its own, and where even that is too short breaks after its @ or a dot, never
 * in the middle of a word. Where lines may break: a row of a table has one.
 */
export function MailText({ text }: { text: string }) {
  return text.split(/(\S+@\S+)/).map((part, at) => (at % 2 === 0 ? part : <span key={at} className="MailText">{pieces(part).map((piece, nth) => <Fragment key={nth}>{nth > 0 && <wbr />}{piece}</Fragment>)}</span>))
}

const pieces = (address: string) => address.split(/(?<=[@.])/)
