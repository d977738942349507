import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Ellipsis, Keyboard } from 'lucide-react'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { personOf } from '../accounts/person-of.ts'
import { meQuery } from '../accounts/queries.ts'
import { pageIdle } from '../lib/idle.ts'
import { PersonProvider, usePerson } from '../lib/person.tsx'
import { type Shortcut, useShortcut } from '../lib/shortcuts/shortcuts.tsx'
import { unreadQuery } from '../notify/queries.ts'
import { IconButton } from '../ui/button.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { SignOutButton, ThemeButton } from './own-buttons.tsx'
import { allPlaces, isIn, openTo, type Place, places, placesBehind, placesBehindBar } from './places.ts'

const ShortcutHelp = lazy(() => import('./shortcut-help.tsx'))
const MoreSheet = lazy(() => import('./more-sheet.tsx'))
const Palette = lazy(() => import('./palette.tsx'))
const Worker = lazy(() => pageIdle().then(() => import('./worker.tsx')))
const Toasts = lazy(() => import('../ui/toast.tsx').then(({ Toasts }) => ({ default: Toasts })))

/** Around every page: the way to each place, and what is wherever one is. */
export function Shell() {
  const t = useTranslations('shell')
  const me = useQuery(meQuery)
  useFocusOnPage()
  const [helps, setHelps] = useState(false)
  useShortcut({ keys: '?', shown: '?', label: t('help') }, () => setHelps(true))
  const [finds, setFinds] = useState(false)
  useShortcut({ keys: 'mod+k', shown: 'Ctrl K', label: t('find') }, () => setFinds(true))
  const [more, setMore] = useState(false)
  // The same one while it is: whatever writes a figure follows it.
  const person = useMemo(() => personOf(me.data), [me.data])
  return (
    <PersonProvider person={person}>
      <a
        href="#page"
        className="sr-only z-50 bg-ink px-4 py-2 text-card focus:not-sr-only focus:fixed focus:top-2 focus:inset-s-2"
      >
        {t('skip')}
      </a>
      {allPlaces.filter(openTo(person.mayAdmin)).map(({ id, to, key }) => (
        <PlaceShortcut
          key={id}
          to={to}
          shortcut={{ keys: `g>${key}`, shown: `g ${key}`, label: t(`places.${id}`) }}
        />
      ))}
      <div className="sm:ps-24 lg:ps-56 print:ps-0!">
        <main id="page" tabIndex={-1} className="min-h-dvh pb-18 outline-none sm:pb-0 print:min-h-0">
          {me.data ? <Outlet /> : me.isError ? <Unreachable query={me} /> : <PageSkeleton />}
        </main>
      </div>
      <Rail onHelp={() => setHelps(true)} onMore={() => setMore(true)} />
      <Suspense fallback={null}>
        <Toasts />
        <Worker />
        {helps && <ShortcutHelp onClose={() => setHelps(false)} />}
        {more && (
          <MoreSheet
            onClose={() => setMore(false)}
            onHelp={() => {
              setMore(false)
              setHelps(true)
            }}
          />
        )}
        {finds && <Palette onClose={() => setFinds(false)} />}
      </Suspense>
    </PersonProvider>
  )
}

function PlaceShortcut({ to, shortcut }: { to: Place['to']; shortcut: Shortcut }) {
  const navigate = useNavigate()
  useShortcut(shortcut, () => void navigate({ to }))
  return null
}

/** At the side where there is room, else at the bottom, under the thumb. */
function Rail({ onHelp, onMore }: { onHelp(): void; onMore(): void }) {
  const t = useTranslations('shell')
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const isBehind = placesBehindBar.some(({ to }) => isIn(path, to))
  const { mayAdmin } = usePerson()
  return (
    <header className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-card sm:inset-x-auto sm:inset-y-0 sm:start-0 sm:flex sm:w-24 sm:flex-col sm:overflow-y-auto sm:border-t-0 sm:border-e lg:w-56">
      <Link
        to="/deals"
        className="hidden items-center gap-2.5 px-5 pt-6 pb-5 text-xl font-extrabold tracking-tight sm:flex sm:justify-center lg:justify-start"
        aria-label="Deal Scout"
      >
        <Brand />
        <span className="hidden lg:inline">Deal Scout</span>
      </Link>
      <nav aria-label={t('navigation')} className="sm:flex sm:grow sm:flex-col sm:px-1 lg:px-3">
        <ul className="grid grid-cols-5 sm:grow sm:grid-cols-1 sm:content-start sm:gap-1">
          {places.map((place) => (
            <PlaceLink key={place.id} place={place} path={path} />
          ))}
          <li className="sm:hidden">
            <button type="button" onClick={onMore} aria-haspopup="dialog" className={linkLook(isBehind)}>
              <span className={signLook(isBehind)}>
                <Ellipsis aria-hidden size={20} />
              </span>
              {t('more')}
            </button>
          </li>
          <li aria-hidden className="hidden sm:my-1 sm:block sm:border-t sm:border-line" />
          {placesBehind.filter(openTo(mayAdmin)).map((place) => (
            <PlaceLink key={place.id} place={place} path={path} />
          ))}
        </ul>
      </nav>
      <div className="hidden flex-col items-center gap-1 p-3 sm:flex lg:flex-row lg:items-end lg:justify-start">
        <ThemeButton />
        <IconButton name={t('help')} onClick={onHelp}>
          <Keyboard aria-hidden size={19} />
        </IconButton>
        <SignOutButton />
      </div>
    </header>
  )
}

const linkLook = (isHere: boolean) =>
  `flex h-16 w-full cursor-pointer flex-col items-center justify-center gap-1 text-xs font-semibold sm:h-14 sm:max-lg:text-2xs sm:rounded-md lg:h-11 lg:flex-row lg:justify-start lg:gap-3 lg:px-3 lg:text-sm ${isHere ? 'text-ink lg:bg-mark lg:text-mark-ink' : 'text-muted hover:text-ink sm:hover:bg-sunk'}`
const signLook = (isHere: boolean) =>
  `relative rounded-full px-4 py-0.5 lg:p-0 ${isHere ? 'bg-mark text-mark-ink lg:bg-transparent' : ''}`

function PlaceLink({ place: { id, to, icon: Icon }, path }: { place: Place; path: string }) {
  const t = useTranslations('shell')
  const unread = useQuery(unreadQuery).data ?? 0
  const isHere = isIn(path, to)
  const isBehind = placesBehindBar.some((one) => one.id === id)
  return (
    <li className={isBehind ? 'hidden sm:block' : undefined}>
      <Link to={to} aria-current={isHere ? 'page' : undefined} className={linkLook(isHere)}>
        <span className={signLook(isHere)}>
          <Icon aria-hidden size={20} />
          {id === 'inbox' && unread > 0 && (
            <Count count={unread} className="absolute -top-1.5 start-8 lg:hidden" />
          )}
        </span>
        {t(`places.${id}`)}
        {id === 'inbox' && unread > 0 && <Count count={unread} className="ms-auto hidden lg:block" />}
        {id === 'inbox' && unread > 0 && <span className="sr-only">{t('unread', { count: unread })}</span>}
      </Link>
    </li>
  )
}

function Count({ count, className }: { count: number; className: string }) {
  return (
    <span
      aria-hidden
      className={`figure min-w-5 rounded-full bg-danger px-1 text-center text-2xs leading-5 font-bold text-card ${className}`}
    >
      {count > 99 ? '99+' : count}
    </span>
  )
}

function Brand() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-8 shrink-0">
      <path
        className="fill-ink"
        d="M3 4a1 1 0 0 1 1-1h12.200c.8 0 1.600.3 2.100.9l10.100 10c1.200 1.200 1.200 3.100 0 4.300L18.200 28.400c-1.200 1.200-3.100 1.200-4.300 0L3.900 18.300A3 3 0 0 1 3 16.200z"
      />
      <circle cx="10.500" cy="10.500" r="4" className="fill-mark" />
      <circle cx="10.500" cy="10.500" r="1.600" className="fill-mark-ink" />
    </svg>
  )
}

/** Without knowing who is here no page can be shown. */
function Unreachable({ query: { error, refetch } }: { query: { error: unknown; refetch(): unknown } }) {
  return (
    <div className="px-4 py-10">
      <Problem error={error} onRetry={() => void refetch()} />
    </div>
  )
}

/** Who moves on by a link is at the next page, not at its very beginning before the way to each place. */
function useFocusOnPage(): void {
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    // What had the focus is gone with its page, and nothing of the new one asked for it.
    if (document.activeElement === document.body)
      document.getElementById('page')?.focus({ preventScroll: true })
  }, [path])
}

/** While it is not known yet who is here. */
function PageSkeleton() {
  return (
    <div className="mx-auto max-w-5xl space-y-3 px-4 py-5 sm:px-6">
      <Skeleton className="h-9 w-48" />
      <Skeleton className="h-11" />
      {['a', 'b', 'c', 'd', 'e'].map((key) => (
        <Skeleton key={key} className="h-34" />
      ))}
    </div>
  )
}
