import type { Query, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from '../../../clients/typescript/request.ts'
import { whenIdle } from '../idle.ts'
import { keep, keptOf } from './kept-store.ts'

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** Its last answer is shown where the server cannot be reached, as of when it came. */
      kept?: true
    }
  }
}

type AnyQuery = Query<unknown, unknown, unknown, readonly unknown[]>

/** Nobody reads on for hundreds of rows without a server. */
const pagesMax = 2

/** Keeps an answer of a query that is marked for it, once nothing else is to be done. */
export function keepAnswer(client: QueryClient, data: unknown, query: AnyQuery): void {
  if (query.meta?.kept !== true) return
  whenIdle(() => {
    const me = client.getQueryData<{ id: number }>(['me'])
    if (me === undefined) return
    // What could not be kept is asked for when there is a server.
    keep(me.id, query.queryHash, { data: shortened(data), at: query.state.dataUpdatedAt }).catch(() => {})
  })
}

/** Shows what was kept in place of an answer that does not come; the query stays failed, so that its page says how old it is. */
export async function showKept(error: unknown, query: AnyQuery): Promise<void> {
  if (query.meta?.kept !== true || !isAway(error) || query.state.data !== undefined) return
  const kept = await keptOf(query.queryHash).catch(() => null)
  if (kept === null || query.state.data !== undefined) return
  query.setState({ data: kept.data, dataUpdatedAt: kept.at, error: error as Error, status: 'error' })
}

/** No server answered, or only what stands before it. */
const isAway = (error: unknown) =>
  !(error instanceof ApiProblem) || (error.code === 'unknown' && error.status >= 502)

function shortened(data: unknown): unknown {
  const { pages, pageParams } = (data ?? {}) as { pages?: unknown[]; pageParams?: unknown[] }
  if (!Array.isArray(pages) || !Array.isArray(pageParams)) return data
  return { pages: pages.slice(0, pagesMax), pageParams: pageParams.slice(0, pagesMax) }
}
