import { queryOptions } from '@tanstack/react-query'
import { type GetTrendsParams, getTrends } from '../../clients/typescript/api.ts'

export type TrendAsk = GetTrendsParams
export type Trend = Awaited<ReturnType<typeof getTrends>>
export type TrendWeek = Trend['weeks'][number]

/** A market by week. */
export const trendQuery = (ask: TrendAsk) =>
  queryOptions({ queryKey: ['trends', ask], queryFn: ({ signal }) => getTrends(ask, { signal }) })
