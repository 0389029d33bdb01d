import { Outlet, useRouterState } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { CountAreaRequests } from '#modules/cases/contract-lists.ts'
import { searchEverything } from '#modules/cases/web/search-everything.ts'
import { EditMe, ReadSession, ReadSetUp, type Me } from '#modules/people/contract-account.ts'
import { ListBranches } from '#modules/people/contract-places.ts'
import { useSignOut } from '#modules/people/web/use-sign-out.ts'
import { call, useReply } from '#platform/web/data.ts'
import { Frame, type Area } from '#platform/web/design/Frame.tsx'
import { GoContext } from '#platform/web/design/Link.tsx'
import { Icon } from '#platform/web/design/Icon.tsx'
import { Menu } from '#platform/web/design/Menu.tsx'
import { Overlays } from '#platform/web/design/Overlays.tsx'
import { ErrorState } from '#platform/web/design/States.tsx'
import { useLate } from '#platform/web/design/use-late.ts'
import { useHeard } from '#platform/web/heard.ts'
import { useAction } from '#platform/web/keys.ts'
import { useLive, type Touched } from '#platform/web/live.ts'
import { useGo, useSearch } from '#platform/web/routing.tsx'
import { chooseTheme, type Theme } from '#platform/web/theme.ts'
import { ReaderContext, useFormats, useWords, type Reader } from '#platform/web/words.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { DOORS } from './screens.tsx'

/** What to read again when others change something. */
const TOUCHED: Touched = {
  case: ['ListCases', 'CountCases', 'ReadCase', 'ReadTimeline', 'ReadTerms', 'ListAreaRequests', 'CountAreaRequests', 'ReadBoard', 'CountClosed', 'ListWarnings', 'ReadDrafts', 'ListMentions'],
  customer: ['ListCustomers', 'ReadCustomer'],
  import: ['ReadImport', 'ListImports'],
  mail: ['ListMails', 'ReadCase'],
  grant: ['ReadSession', 'ListStaff'],
  person: ['ReadSession', 'ListStaff'],
  settings: ['ReadSession', 'ListCauses', 'ListBranches', 'ListAreas', 'ListCalendars', 'ReadCalendar', 'ListTermRules', 'ReadTermRule', 'ReadTermChange'],
}

/** What every screen stands in: who is in, in their language and zone, with the areas of work that are theirs. */
export function Shell() {
  const go = useGo()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return <GoContext value={go}>{isDoor(path) ? <AtTheDoor /> : <SignedIn path={path} />}</GoContext>
}

const isDoor = (path: string) => DOORS.includes(path) || path === '/gallery'

/** Nobody is known yet: the browser says which language its person reads. */
function AtTheDoor() {
  const [reader] = useState(readerOfBrowser)
  useLanguageOfThePage(reader.language)
  // While the door's code is on its way the outlet still holds the screen one came from, which would ask as nobody.
  const here = useRouterState({ select: ({ matches }) => isDoor(matches.at(-1)?.pathname ?? '') })
  return <ReaderContext value={reader}>{here && <Outlet />}</ReaderContext>
}

function readerOfBrowser(): Reader {
  const language = /^en\b/i.test(navigator.language) ? 'en' : 'es'
  return { language, locale: LOCALES[language], timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, now: () => Date.now() }
}

/** For whoever listens to the page: it is read aloud in its own language. */
const useLanguageOfThePage = (language: Reader['language']) => useEffect(() => void (document.documentElement.lang = language), [language])

/** Who one is is asked again by itself, where the server was away or had too much to do. */
const AGAIN_MS = 4_000

function SignedIn({ path }: { path: string }) {
  const go = useGo()
  const { data: session, error } = useReply(ReadSession, {}, { staleTime: 60_000, refetchInterval: ({ state }) => (state.error ? AGAIN_MS : false) })
  const me = session?.me
  const toDoor = useCallback(() => void findDoor().then((door) => go(`${door}?next=${encodeURIComponent(location.pathname + location.search)}`, { replace: true })), [go])
  const out = me === null
  useEffect(() => {
    if (out) toDoor()
  }, [out, toDoor])
  const reader = useMemo(() => (me ? readerOf(me) : null), [me])
  // Whoever is in stays in: what they are writing does not go away with the server.
  if (error && !session) return <Away message={error.message} />
  if (!me || !reader) return null
  return (
    <ReaderContext value={reader}>
      <Inside me={me} path={path} onEnded={toDoor} />
    </ReaderContext>
  )
}

/** Where one comes in: while there is no company, one is made first. */
const findDoor = async (): Promise<string> => (await call(ReadSetUp).then(({ state }) => state === 'empty', () => false) ? '/setup' : '/sign-in')

const LOCALES = { es: 'es-CO', en: 'en-GB' }

const readerOf = ({ language, organisation }: Me): Reader => ({
  language, locale: LOCALES[language], timeZone: organisation.timeZone, now: () => Date.now(),
})

function Away({ message }: { message: string }) {
  const [reader] = useState(readerOfBrowser)
  return <ReaderContext value={reader}><ErrorState what={message} onRetry={() => location.reload()} /></ReaderContext>
}

function Inside({ me, path, onEnded }: { me: Me; path: string; onEnded: () => void }) {
  useLive(TOUCHED, onEnded)
  useLanguageOfThePage(me.language)
  const words = useWords({ es, en })
  const go = useGo()
  const may = (permission: Me['permissions'][number]) => me.permissions.includes(permission)
  useBeginning(me, path)
  const waiting = useReply(CountAreaRequests, {}, { enabled: may('areas.answer'), refetchInterval: 60_000 }).data?.open ?? 0
  const branch = useBranchChooser(me, path)
  const narrowed = (href: string) => (branch.chosen ? `${href}?branchId=${branch.chosen}` : href)
  useAction({ verb: words.go.register, key: 'c', run: () => go(narrowed('/register')), group: words.areas.cases, disabledReason: may('cases.register') ? null : '' })
  return (
    <>
      <Frame areas={areasOf(words, may, path, waiting).map((area) => ({ ...area, href: narrowed(area.href) }))} branch={branch} notice={<Notice />} person={<PersonMenu me={me} />}>
        <Outlet />
      </Frame>
      <Overlays search={searchEverything(go, words.everythingOf)} />
    </>
  )
}

/** Whoever answers for an area and works no case begins at what it was asked; once, for the cases are a press away. */
function useBeginning(me: Me, path: string) {
  const go = useGo()
  const [search] = useSearch()
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const answersOnly = me.permissions.includes('areas.answer') && !me.permissions.includes('cases.work')
    if (answersOnly && path === '/' && Object.keys(search).length === 0) go('/area-requests', { replace: true })
  }, [me, path, search, go])
}

/** A server that comes back at once needs no word. */
const NOTED_MS = 2_000

function Notice() {
  const words = useWords({ es, en })
  const formats = useFormats()
  const away = useLate(!useHeard(), NOTED_MS)
  // Whoever looks while the demonstration is still being told sees two years go by; nothing of it is announced, so all is read at its end.
  const { data } = useReply(ReadSetUp, {}, { staleTime: Infinity, refetchInterval: ({ state }) => (state.data?.loading ? 2_000 : false) })
  const filling = Boolean(data?.loading)
  const client = useQueryClient()
  const filled = useRef(!filling)
  useEffect(() => {
    if (!filling && !filled.current) void client.invalidateQueries()
    filled.current = !filling
  }, [client, filling])
  if (away) return <><Icon name="warning" size={14} /><span>{words.unheard}</span></>
  return data?.loading && <span>{words.filling(formats.percent(data.loading.done / Math.max(1, data.loading.of)))}</span>
}

function areasOf(words: typeof es, may: (permission: Me['permissions'][number]) => boolean, path: string, waiting: number): Area[] {
  const all: (Area | false)[] = [
    may('cases.read') && { href: '/', word: words.areas.cases, icon: 'inbox' },
    may('cases.register') && { href: '/register', word: words.areas.register, icon: 'plus' },
    may('areas.answer') && { href: '/area-requests', word: words.areas.requests, icon: 'swap', count: waiting },
    may('board.read') && { href: '/board', word: words.areas.board, icon: 'chart' },
    may('customers.read') && { href: '/customers', word: words.areas.customers, icon: 'smile' },
    may('staff.read') && { href: '/staff', word: words.areas.staff, icon: 'book' },
    may('settings.read') && { href: '/settings', word: words.areas.settings, icon: 'settings' },
  ]
  return all.filter((area): area is Area => area !== false).map((area) => ({ ...area, current: isCurrent(area.href, path) }))
}

/** Rooms that one reaches from another. */
const WITHIN: Record<string, readonly string[]> = { '/': ['/cases'], '/settings': ['/branches', '/outbox'] }
const isCurrent = (href: string, path: string) => path === href || [...(WITHIN[href] ?? []), ...(href === '/' ? [] : [href])].some((room) => path === room || path.startsWith(`${room}/`))

/** Narrows the screens to one branch: in the address, so that a link shows the same, and kept from one screen to the next. */
function useBranchChooser(me: Me, path: string) {
  const words = useWords({ es, en })
  const [search, change] = useSearch()
  const said = search['branchId'] ?? ''
  const [kept, keep] = useState(said)
  if (said && said !== kept) keep(said)
  useEffect(() => {
    // A case is of one branch, whichever was chosen; every other screen shows only the chosen one.
    if (kept && !said && !path.startsWith('/cases/')) change({ branchId: kept })
  }, [kept, said, path, change])
  const { data } = useReply(ListBranches, {}, { staleTime: 60_000 })
  const own = (data?.items ?? []).filter(({ id, active }) => active && (me.places.all || me.places.branchIds.includes(id)))
  const options = own.map(({ id, name }) => ({ value: id, label: name }))
  return {
    chosen: kept,
    value: options.length === 1 ? options[0]!.value : kept,
    options: options.length === 1 ? options : [{ value: '', label: options.length === 0 ? me.organisation.name : words.everywhere }, ...options],
    onChange: (branchId: string) => {
      keep(branchId)
      change({ branchId: branchId || undefined })
    },
  }
}

function PersonMenu({ me }: { me: Me }): ReactNode {
  const words = useWords({ es, en })
  const go = useGo()
  const leave = useSignOut()
  const client = useQueryClient()
  const change = async (some: Partial<{ language: 'es' | 'en'; theme: Theme }>) => {
    if (some.theme) chooseTheme(some.theme)
    await call(EditMe, { body: some })
    await client.invalidateQueries({ queryKey: [ReadSession.name] })
  }
  const theme = (verb: string, value: Theme) => ({ verb, checked: me.preferences.theme === value, run: () => void change({ theme: value }) })
  return (
    <Menu
      label={me.name}
      trigger={<><span>{me.name.split(' ')[0]}</span><Icon name="down" size={14} /></>}
      items={[
        ...(me.permissions.includes('cases.read') ? [{ verb: words.me.mentions, run: () => go('/mentions') }] : []),
        { verb: words.me.account, run: () => go('/account') },
        { verb: words.me.language, run: () => void change({ language: me.language === 'es' ? 'en' : 'es' }) },
        { ...theme(words.me.system, 'system'), apart: true },
        theme(words.me.light, 'light'),
        theme(words.me.dark, 'dark'),
        { verb: words.me.leave, run: () => void leave(), apart: true },
      ]}
    />
  )
}
