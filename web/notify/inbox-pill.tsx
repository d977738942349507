import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLiveEvents } from '../lib/live/live.tsx'
import { Pill } from '../ui/pill.tsx'
import type { InboxSearch } from './inbox.ts'
import { inboxQuery } from './queries.ts'

/** "2 new": messages that came since the list was read; they are shown when they are asked for. */
export function InboxPill({ search }: { search: InboxSearch }) {
  const t = useTranslations('live')
  const queryClient = useQueryClient()
  const own = inboxQuery(search)
  const inbox = useInfiniteQuery({ ...own, enabled: false })
  const [told, setTold] = useState<readonly number[]>([])
  useLiveEvents((event) => {
    if (event.kind === 'told') setTold((before) => [...before, ...event.data.ids])
  })
  const known = new Set(inbox.data?.pages.flatMap(({ items }) => items.map(({ id }) => id)))
  const count = told.filter((id) => !known.has(id)).length
  async function show() {
    setTold([])
    queryClient.setQueryData(
      own.queryKey,
      (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
    )
    scrollTo({ top: 0 })
    await inbox.refetch()
  }
  return <Pill onPress={() => void show()}>{count === 0 ? null : t('new', { count, least: '' })}</Pill>
}
