import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { GetDealsParams } from '../../clients/typescript/api.ts'
import { useLiveEvents } from '../lib/live/live.tsx'
import { Pill } from '../ui/pill.tsx'
import { dealsQuery, newDealsMax, newDealsQuery } from './queries.ts'

/** Pages of listings come in bursts: they are counted together. */
const gatheredMs = 1_500

/** "12 new": what came since the list was read and fits its filters. It is shown from the top when it is asked for. */
export function NewPill({ ask }: { ask: GetDealsParams }) {
  const t = useTranslations('live')
  const queryClient = useQueryClient()
  const own = dealsQuery(ask)
  const deals = useInfiniteQuery({ ...own, enabled: false })
  const shown = deals.data?.pages.flatMap(({ items }) => items) ?? []
  const since = deals.data?.pages[0]?.items[0]?.scoredAt ?? readAt(deals.dataUpdatedAt)
  const asked = useAsked(since)
  const { data: found = [] } = useQuery({ ...newDealsQuery(ask, since, asked), enabled: asked > 0 })
  const known = new Set(shown.map(({ id }) => id))
  const count = found.filter(({ id }) => !known.has(id)).length
  async function show() {
    // One page of it, so that no more than that is read anew.
    queryClient.setQueryData(
      own.queryKey,
      (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
    )
    scrollTo({ top: 0 })
    await deals.refetch()
    void queryClient.invalidateQueries({ queryKey: ['deal-points'] })
  }
  return (
    <Pill onPress={() => void show()}>
      {count === 0 ? null : t('new', { count, least: found.length >= newDealsMax ? '+' : '' })}
    </Pill>
  )
}

const readAt = (updatedAt: number) => new Date(updatedAt).toISOString()

/** Counts how often it is worth asking what is new: while the page is looked at, some time after something came. */
function useAsked(since: string): number {
  const [asked, ask] = useState(0)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that was read anew has nothing new yet.
  useEffect(() => ask(0), [since])
  useEffect(() => () => clearTimeout(timer.current), [])
  const due = useRef(false)
  const soon = () => {
    due.current = true
    if (document.hidden) return
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      due.current = false
      ask((before) => before + 1)
    }, gatheredMs)
  }
  useLiveEvents(({ kind }) => {
    if (kind === 'listings-new' || kind === 'reset') soon()
  })
  useEffect(() => {
    const onSeen = () => {
      if (!document.hidden && due.current) soon()
    }
    document.addEventListener('visibilitychange', onSeen)
    return () => document.removeEventListener('visibilitychange', onSeen)
  })
  return asked
}
