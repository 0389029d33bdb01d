/** The words around what was found, which stands between ⟦ and ⟧. */
export function Excerpt({ text }: { text: string }) {
  return (
    <span className="Excerpt" dir="auto" title={text.replace(/[⟦⟧]/g, '')}>
      {text.split(/⟦(.*?)⟧/).map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part))}
    </span>
  )
}
