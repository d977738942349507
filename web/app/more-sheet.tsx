import { Link, useRouterState } from '@tanstack/react-router'
import { Keyboard } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../lib/person.tsx'
import { IconButton } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { SignOutButton, ThemeButton } from './own-buttons.tsx'
import { isIn, openTo, placesBehindBar } from './places.ts'

/** On a phone: the places that are not in the bar, and what else stands in the rail. */
export default function MoreSheet({ onClose, onHelp }: { onClose(): void; onHelp(): void }) {
  const t = useTranslations('shell')
  const { mayAdmin } = usePerson()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  return (
    <Sheet
      open
      title={t('more')}
      onClose={onClose}
      actions={
        <>
          <ThemeButton />
          <IconButton name={t('help')} onClick={onHelp}>
            <Keyboard aria-hidden size={19} />
          </IconButton>
          <SignOutButton />
        </>
      }
    >
      <nav aria-label={t('more')}>
        <ul className="space-y-1">
          {placesBehindBar.filter(openTo(mayAdmin)).map(({ id, to, icon: Icon }) => (
            <li key={id}>
              <Link
                to={to}
                onClick={onClose}
                aria-current={isIn(path, to) ? 'page' : undefined}
                className="flex h-12 items-center gap-4 rounded-md px-3 font-semibold aria-[current=page]:bg-mark aria-[current=page]:text-mark-ink"
              >
                <Icon aria-hidden size={20} />
                {t(`places.${id}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </Sheet>
  )
}
