import {
  createRootRoute, createRoute, createRouter, lazyRouteComponent, RouterProvider, useParams as useRouteParams, useRouter, useSearch as useRouteSearch,
} from '@tanstack/react-router'
import { useCallback, useMemo, type ReactNode } from 'react'

/** A screen by its address; its code is fetched when it is first gone to, or pointed at. */
export type Screen = {
  /** '/cases/$number'. */
  path: string
  load: () => Promise<{ default: () => ReactNode }>
}

export type Search = Record<string, string>

export type Frames = {
  screens: readonly Screen[]
  /** Stays while screens change; draws the router's outlet. */
  shell: () => ReactNode
  failed: (props: { error: unknown; reset: () => void }) => ReactNode
  missing: () => ReactNode
}

/** The address is the view: plain `?name=value`, no JSON in it, so that it can be read out and pasted. */
const parseSearch = (text: string): Search => Object.fromEntries(new URLSearchParams(text))

function stringifySearch(search: Record<string, unknown>): string {
  const named = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(named.map(([name, value]): [string, string] => [name, String(value)])).toString()
  return text && `?${text}`
}

function routerFor({ screens, shell, failed, missing }: Frames) {
  const root = createRootRoute({ component: shell })
  const routes = screens.map(({ path, load }) => createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) }))
  return createRouter({
    routeTree: root.addChildren(routes), defaultPreload: 'intent', parseSearch, stringifySearch,
    defaultErrorComponent: failed, defaultNotFoundComponent: missing,
  })
}

export function Routes({ frames }: { frames: Frames }) {
  const router = useMemo(() => routerFor(frames), [frames])
  return <RouterProvider router={router} />
}

/** Goes to an address of the application. */
export function useGo(): (href: string, how?: { replace?: boolean }) => void {
  const router = useRouter()
  return useCallback((href, how) => void router.navigate({ href, replace: how?.replace }), [router])
}

/** One `$name` of the screen's path. Throws when the path has none: a mistake in the route, not of the person. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useRouteParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`the address has no $${name}`)
  return value
}

/** What follows '?', and how to change some of it; undefined takes a name away. */
export function useSearch(): [search: Search, change: (some: Record<string, string | undefined>, how?: { replace?: boolean }) => void] {
  const router = useRouter()
  const search: Search = useRouteSearch({ strict: false })
  const change = useCallback((some: Record<string, string | undefined>, how?: { replace?: boolean }) => {
    const { pathname, search: now } = router.latestLocation
    void router.navigate({ href: pathname + stringifySearch({ ...now, ...some }), replace: how?.replace ?? true })
  }, [router])
  return [search, change]
}
