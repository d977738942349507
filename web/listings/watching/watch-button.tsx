import { Link } from '@tanstack/react-router'
import { BellPlus, BellRing } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useShortcut } from '../../lib/shortcuts/shortcuts.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { useWatched, useWatching, useWatchOf } from './use-watching.ts'

interface Thing {
  id: number
  title: string
}

/** On a card. */
export function WatchIconButton({ thing }: { thing: Thing }) {
  const t = useTranslations('deals.watching')
  const isWatched = useWatched()(thing.id)
  const { turn } = useWatching()
  const Icon = isWatched ? BellRing : BellPlus
  return (
    <IconButton
      name={t('watch')}
      aria-pressed={isWatched}
      className={`size-8! ${isWatched ? 'text-ink' : 'text-muted'}`}
      onClick={() => turn(thing)}
    >
      <Icon aria-hidden size={17} />
    </IconButton>
  )
}

/** On the page of the thing. */
export function WatchButton({
  thing,
  hasKey,
}: {
  thing: Thing /** Else the list beside it has the key. */
  hasKey: boolean
}) {
  const t = useTranslations('deals.watching')
  const own = useWatchOf()(thing.id)
  const { turn } = useWatching()
  const Icon = own ? BellRing : BellPlus
  return (
    <>
      {hasKey && <WatchKey onPress={() => turn(thing)} />}
      <Button className="mt-2 w-full" aria-pressed={own !== undefined} onClick={() => turn(thing)}>
        <Icon aria-hidden size={17} />
        {t('watch')}
      </Button>
      {own && (
        <Link
          to="/watching/$id"
          params={{ id: String(own.id) }}
          className="mt-1 inline-block min-h-6 text-sm text-muted underline underline-offset-4 hover:text-ink"
        >
          {t('what')}
        </Link>
      )}
    </>
  )
}

function WatchKey({ onPress }: { onPress(): void }) {
  const t = useTranslations('deals.keys')
  useShortcut({ keys: 'w', shown: 'w', label: t('watch') }, onPress)
  return null
}
