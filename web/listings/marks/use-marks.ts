import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { createStore } from '../../lib/store.ts'
import { toasts } from '../../ui/toast.tsx'
import type { Deal } from '../queries.ts'
import { deedOf, type Mark, type MarkChange, type MarkedHere, markedBy } from './marks.ts'
import { markDeals, markFitting, undoMarks } from './queries.ts'
import { type Before, pushUndo, takeUndo, type Undoable } from './undo-stack.ts'

export const markedHere = createStore<MarkedHere>(new Map())

type Filter = Parameters<typeof markFitting>[0]
type Job = { change: MarkChange } & ({ deals: readonly Deal[] } | { filter: Filter; count: number })

/** Marks deals at once on the page, and takes it back there, too, where the server refuses. */
export function useMarks() {
  const t = useTranslations('deals.marks')
  const queryClient = useQueryClient()
  const sentence = (error: unknown) => (error instanceof ApiProblem ? error.message : t('unreachable'))
  const settle = () => {
    for (const key of ['facets', 'summary']) void queryClient.invalidateQueries({ queryKey: [key] })
  }

  const { mutate } = useMutation({
    // Nothing is kept to be sent later without a word.
    networkMode: 'always',
    mutationFn: (job: Job) =>
      'deals' in job ? markDeals(job.deals, job.change) : markFitting(job.filter, job.change),
    onMutate: (job) => ('deals' in job ? put(job.deals, markedBy(job.change, new Date())) : []),
    onSuccess({ marked, undo }, job, before) {
      pushUndo({ undo, before, isOfFilter: !('deals' in job) })
      if (!('deals' in job)) void queryClient.resetQueries({ queryKey: ['deals'] })
      const [deal] = 'deals' in job && job.deals.length === 1 ? job.deals : []
      const deed = deedOf(job.change)
      toasts.add({
        title: deal ? t(`done.${deed}`, { title: deal.title }) : t(`doneMany.${deed}`, { count: marked }),
        actionProps: { children: t('undo'), onClick: () => take(undo) },
      })
    },
    onError(error, job, before) {
      putBack(before ?? [])
      const deed = deedOf(job.change)
      toasts.add({
        title: t(`refused.${deed}`, { reason: sentence(error) }),
        priority: 'high',
        timeout: 12_000,
      })
    },
    onSettled: settle,
  })

  const { mutate: takeBack } = useMutation({
    networkMode: 'always',
    mutationFn: ({ undo }: Undoable) => undoMarks(undo),
    onMutate({ before }) {
      const now = markedHere.get()
      putBack(before)
      return before.map(([id]): Before => [id, now.get(id) ?? null])
    },
    onSuccess: async ({ marked }, { before, isOfFilter }) => {
      toasts.add({ title: t('undone', { count: marked }) })
      const isShown = new Set(cachedIds(queryClient))
      if (isOfFilter || before.some(([id]) => !isShown.has(id)))
        await queryClient.resetQueries({ queryKey: ['deals'] })
    },
    onError(error, _, again) {
      putBack(again ?? [])
      toasts.add({
        title: t('refused.undone', { reason: sentence(error) }),
        priority: 'high',
        timeout: 12_000,
      })
    },
    onSettled: settle,
  })

  const take = (undo?: string) => {
    const one = takeUndo(undo)
    if (one !== null) takeBack(one)
    else toasts.add({ title: t('nothingToUndo') })
  }
  return {
    mark: (deals: readonly Deal[], change: MarkChange) => {
      if (deals.length > 0) mutate({ deals, change })
    },
    /** The same of one, for a form that stays open until the server has it; throws what the server refuses. */
    async write(deal: Deal, change: MarkChange): Promise<void> {
      const { undo } = await markDeals([deal], change)
      const before = put([deal], markedBy(change, new Date()))
      pushUndo({ undo, before, isOfFilter: false })
      settle()
      toasts.add({
        title: t(`done.${deedOf(change)}`, { title: deal.title }),
        actionProps: { children: t('undo'), onClick: () => take(undo) },
      })
    },
    /** All that fits, of which there are about so many. */
    markFitting: (filter: Filter, count: number, change: MarkChange) => mutate({ filter, count, change }),
    undo: () => take(),
  }
}

/** Marks these here; what they were marked before. */
function put(deals: readonly Deal[], change: Partial<Mark>): Before[] {
  const now = markedHere.get()
  const next = new Map(now)
  for (const { id } of deals) next.set(id, { ...now.get(id), ...change })
  markedHere.set(next)
  return deals.map(({ id }) => [id, now.get(id) ?? null])
}

function putBack(before: readonly Before[]): void {
  if (before.length === 0) return
  const next = new Map(markedHere.get())
  for (const [id, mark] of before)
    if (mark === null) next.delete(id)
    else next.set(id, mark)
  markedHere.set(next)
}

function cachedIds(queryClient: ReturnType<typeof useQueryClient>): number[] {
  return queryClient
    .getQueriesData<{ pages: { items: { id: number }[] }[] }>({ queryKey: ['deals'] })
    .flatMap(([, data]) => data?.pages.flatMap(({ items }) => items.map(({ id }) => id)) ?? [])
}
