import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../lib/person.tsx'
import { setTheme, themes } from '../lib/theme.ts'
import { rulesQuery } from '../rules/queries.ts'
import { matching, type PaletteEntry } from './palette-entries.ts'
import { allPlaces, openTo } from './places.ts'

const shownMax = 12

/** Wherever one is: the way to any page and rule, a search of the deals, and what is often done. */
export default function Palette({ onClose }: { onClose(): void }) {
  const t = useTranslations('palette')
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const entries = useEntries()
  const text = typed.trim()
  const search: PaletteEntry[] =
    text === ''
      ? []
      : [
          {
            id: 'search',
            text: t('searchFor', { text }),
            kind: t('kinds.deals'),
            to: `/deals?${query(text)}`,
          },
        ]
  const shown = [...matching(entries, text).slice(0, shownMax), ...search]
  const choose = ({ to, run }: PaletteEntry) => {
    onClose()
    run?.()
    if (to !== undefined) void navigate({ href: to })
  }
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/45" />
        <Dialog.Popup className="fixed top-[12vh] left-1/2 z-50 flex max-h-[70vh] w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 flex-col overflow-hidden rounded-lg border border-line bg-paper shadow-2xl">
          <Dialog.Title className="sr-only">{t('title')}</Dialog.Title>
          <Autocomplete.Root
            inline
            open
            mode="none"
            autoHighlight="always"
            keepHighlight
            items={shown}
            value={typed}
            onValueChange={setTyped}
            itemToStringValue={(entry: PaletteEntry) => entry.text}
          >
            <Autocomplete.Input
              aria-label={t('title')}
              placeholder={t('hint')}
              className="h-14 w-full border-b border-line bg-card px-5 text-base text-ink outline-none placeholder:text-muted"
            />
            <Autocomplete.List className="overflow-y-auto p-2">
              {(entry: PaletteEntry) => (
                <Autocomplete.Item
                  key={entry.id}
                  value={entry}
                  onClick={() => choose(entry)}
                  className="flex min-h-11 cursor-default items-center justify-between gap-4 rounded-md px-3 text-sm data-highlighted:bg-sunk"
                >
                  <span className="min-w-0 truncate font-semibold">{entry.text}</span>
                  <span className="shrink-0 text-xs text-muted">{entry.kind}</span>
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const query = (text: string) => new URLSearchParams({ q: text }).toString()

function useEntries(): PaletteEntry[] {
  const { mayAdmin } = usePerson()
  const t = useTranslations()
  const rules = useInfiniteQuery(rulesQuery).data?.pages.flatMap(({ items }) => items) ?? []
  return [
    ...allPlaces.filter(openTo(mayAdmin)).map(({ id, to }) => ({
      id,
      text: t(`shell.places.${id}`),
      kind: t('palette.kinds.page'),
      to,
    })),
    {
      ...{ id: 'channels', text: t('settings.notifications'), kind: t('palette.kinds.page') },
      to: '/settings/notifications',
    },
    {
      ...{ id: 'security', text: t('settings.account'), kind: t('palette.kinds.page') },
      to: '/settings/security',
    },
    { id: 'new-rule', text: t('palette.newRule'), kind: t('palette.kinds.deed'), to: '/rules/new' },
    ...themes.map((theme) => ({
      ...{ id: `theme-${theme}`, text: t('palette.theme', { theme: t(`settings.themes.${theme}`) }) },
      ...{ kind: t('palette.kinds.deed'), run: () => setTheme(theme) },
    })),
    ...rules.map(({ id, name }) => ({
      ...{ id: `rule-${id}`, text: name, kind: t('palette.kinds.rule'), to: `/rules/${id}` },
    })),
  ]
}
