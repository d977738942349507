import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Keyboard, LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { personOf } from '../accounts/person-of.ts'
import { accountQuery, meQuery, signOut } from '../accounts/queries.ts'
import { PersonProvider } from '../lib/person.tsx'
import { type Shortcut, useShortcut } from '../lib/shortcuts/shortcuts.tsx'
import { setTheme, storedTheme, themes } from '../lib/theme.ts'
import { unreadQuery } from '../notify/queries.ts'
import { IconButton } from '../ui/button.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { isIn, places } from './places.ts'

const ShortcutHelp = lazy(() => import('./shortcut-help.tsx'))
const Palette = lazy(() => import('./palette.tsx'))
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
  const person = personOf(me.data)
  return (
    <PersonProvider person={person}>
      <a
        href="#page"
        className="sr-only z-50 bg-ink px-4 py-2 text-card focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      {places.map(({ id, to, key }) => (
        <PlaceShortcut
          key={id}
          to={to}
          shortcut={{ keys: `g>${key}`, shown: `g ${key}`, label: t(`places.${id}`) }}
        />
      ))}
      <div className="sm:pl-20 lg:pl-56">
        <main id="page" tabIndex={-1} className="min-h-dvh pb-18 outline-none sm:pb-0">
          {me.data ? <Outlet /> : me.isError ? <Unreachable query={me} /> : <PageSkeleton />}
        </main>
      </div>
      <Rail onHelp={() => setHelps(true)} />
      <Suspense fallback={null}>
        <Toasts />
        {helps && <ShortcutHelp onClose={() => setHelps(false)} />}
        {finds && <Palette onClose={() => setFinds(false)} />}
      </Suspense>
    </PersonProvider>
  )
}

function PlaceShortcut({ to, shortcut }: { to: (typeof places)[number]['to']; shortcut: Shortcut }) {
  const navigate = useNavigate()
  useShortcut(shortcut, () => void navigate({ to }))
  return null
}

/** At the side where there is room, else at the bottom, under the thumb. */
function Rail({ onHelp }: { onHelp(): void }) {
  const t = useTranslations('shell')
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const unread = useQuery(unreadQuery).data ?? 0
  return (
    <header className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-card sm:inset-x-auto sm:inset-y-0 sm:left-0 sm:flex sm:w-20 sm:flex-col sm:border-t-0 sm:border-r lg:w-56">
      <Link
        to="/deals"
        className="hidden items-center gap-2.5 px-5 pt-6 pb-5 text-xl font-extrabold tracking-tight sm:flex sm:justify-center lg:justify-start"
        aria-label="Deal Scout"
      >
        <Brand />
        <span className="hidden lg:inline">Deal Scout</span>
      </Link>
      <nav aria-label={t('navigation')} className="sm:px-2 lg:px-3">
        <ul className="grid grid-cols-4 sm:grid-cols-1 sm:gap-1">
          {places.map(({ id, to, icon: Icon }) => {
            const isHere = isIn(path, to)
            return (
              <li key={id}>
                <Link
                  to={to}
                  aria-current={isHere ? 'page' : undefined}
                  className={`flex h-16 flex-col items-center justify-center gap-1 text-xs font-semibold sm:h-14 sm:rounded-md lg:h-11 lg:flex-row lg:justify-start lg:gap-3 lg:px-3 lg:text-sm ${isHere ? 'text-ink lg:bg-mark lg:text-mark-ink' : 'text-muted hover:text-ink sm:hover:bg-sunk'}`}
                >
                  <span
                    className={`relative rounded-full px-4 py-0.5 lg:p-0 ${isHere ? 'bg-mark text-mark-ink lg:bg-transparent' : ''}`}
                  >
                    <Icon aria-hidden size={20} />
                    {id === 'inbox' && unread > 0 && (
                      <Count count={unread} className="absolute -top-1.5 left-8 lg:hidden" />
                    )}
                  </span>
                  {t(`places.${id}`)}
                  {id === 'inbox' && unread > 0 && (
                    <Count count={unread} className="ml-auto hidden lg:block" />
                  )}
                  {id === 'inbox' && unread > 0 && (
                    <span className="sr-only">{t('unread', { count: unread })}</span>
                  )}
                </Link>
              </li>
            )
          })}
        </ul>
      </nav>
      <div className="hidden grow flex-col items-center justify-end gap-1 p-3 sm:flex lg:flex-row lg:items-end lg:justify-start">
        <ThemeButton />
        <IconButton name={t('help')} onClick={onHelp}>
          <Keyboard aria-hidden size={19} />
        </IconButton>
        <SignOutButton />
      </div>
    </header>
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

const themeIcons = { system: Monitor, light: Sun, dark: Moon }

function ThemeButton() {
  const t = useTranslations('shell')
  const [theme, choose] = useState(storedTheme)
  const Icon = themeIcons[theme]
  const next = themes[(themes.indexOf(theme) + 1) % themes.length]!
  return (
    <IconButton
      name={t('theme', { theme: t(`themes.${theme}`), next: t(`themes.${next}`) })}
      onClick={() => {
        setTheme(next)
        choose(next)
      }}
    >
      <Icon aria-hidden size={19} />
    </IconButton>
  )
}

function SignOutButton() {
  const t = useTranslations('shell')
  const account = useQuery(accountQuery).data
  const { mutate } = useMutation({
    mutationFn: signOut,
    onSettled: () => location.assign('/account/sign-in'),
  })
  // Before somebody has claimed the program nobody signs in.
  if (account?.email == null) return null
  return (
    <IconButton name={t('signOut')} onClick={() => mutate()}>
      <LogOut aria-hidden size={19} />
    </IconButton>
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
