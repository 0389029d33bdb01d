import { createContext, useContext, type AnchorHTMLAttributes, type MouseEvent, type Ref } from 'react'

/** How a screen is changed without loading the page; without one, links are links. Given by the router. */
export const GoContext = createContext<((href: string) => void) | null>(null)

export type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; ref?: Ref<HTMLAnchorElement> }

// What the server itself hands out, a report or a paper, is fetched and not gone to.
const isScreen = (href: string) => href.startsWith('/') && !href.startsWith('/api/')

export function Link({ href, onClick, ...rest }: LinkProps) {
  const go = useContext(GoContext)
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0 || rest.target
    if (event.defaultPrevented || elsewhere || !go || !isScreen(href)) return
    event.preventDefault()
    go(href)
  }
  return <a href={href} onClick={follow} {...rest} />
}
