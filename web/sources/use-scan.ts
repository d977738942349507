import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLiveEvents } from '../lib/live/live.tsx'
import { type ScanAnswer, type Source, scanNow } from './queries.ts'
import { type Asked, askedFor, noteProgress, type Standing, standingOf } from './scan-progress.ts'

/** Where the stream is lost, how it stands is looked at so often. */
const lookEveryMs = 3_000

interface Scanning {
  ask(): void
  isBusy: boolean
  error: Error | null
  /** What the server said: what rests, and whether anything is planned. */
  answer: ScanAnswer | undefined
  standing: Standing | null
}

/** A scan that a person asks for, followed to its end. */
export function useScan(source: Source): Scanning {
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [lastBefore, setLastBefore] = useState<string | null>(null)
  const { id, activity } = source
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: () => scanNow(id),
    onMutate() {
      setLastBefore(activity.lastRun?.finishedAt ?? null)
      // What is told before the answer comes counts as well.
      setAsked(askedFor(Math.max(1, activity.queries)))
    },
    onSuccess({ planned, resting }) {
      if (planned === 0 || resting.length > 0) setAsked(null)
    },
    onError: () => setAsked(null),
  })
  useLiveEvents((event) => {
    if (event.kind !== 'scan-progress' || event.data.sourceId !== id) return
    setAsked((before) => before && noteProgress(before, event.data))
  })
  const told = asked && standingOf(asked)
  const isUntold = told !== null && told.phase === 'queued'
  const hasRun = !activity.running && (activity.lastRun?.finishedAt ?? null) !== lastBefore
  const standing = isUntold && hasRun && !isPending ? doneBy(source) : told
  const isGoing = standing !== null && standing.phase !== 'done'
  useEffect(() => {
    if (!isGoing) return
    const timer = setInterval(() => {
      void queryClient.invalidateQueries({ queryKey: ['sources'], exact: true })
      void queryClient.invalidateQueries({ queryKey: ['sources', id], exact: true })
    }, lookEveryMs)
    return () => clearInterval(timer)
  }, [isGoing, queryClient, id])
  return { ask: () => mutate(), isBusy: isPending || isGoing, error, answer: data, standing }
}

/** What its last run brought. */
function doneBy({ activity: { lastRun, queries } }: Source): Standing {
  const { pages = 0, found = 0, added = 0, changed = 0 } = lastRun ?? {}
  return { phase: 'done', ended: queries, pages, found, added, changed }
}
