import { type Alert, growing } from './alert.ts'

/** What is promised, of how many of a hundred thousand may fail, by counters of what was bad and of all. */
interface Objective {
  name: string
  /** Of all, the share that may be bad. */
  budget: number
  /** PromQL of a rate, with `$w` for the window. */
  bad: string
  all: string
  what: string
  runbook: string
  /** Series of the counters, at so many a minute. */
  series(bad: number, all: number): Record<string, string>
}

/**
 * Windows and factors as in the workbook of site reliability (a thirty-day budget): two hours of it gone within an hour, five
 * hours' within six, a tenth within three days. A short window beside each, so that it ends when the fault does.
 */
const burns = [
  { name: 'Fast', long: '1h', short: '5m', factor: 14.4, for: '2m', severity: 'page' },
  { name: 'Slow', long: '6h', short: '30m', factor: 6, for: '15m', severity: 'page' },
  { name: 'Lasting', long: '3d', short: '6h', factor: 1, for: '1h', severity: 'ticket' },
] as const

export function burnAlerts(objective: Objective): Alert[] {
  const { budget, bad, all } = objective
  const share = (window: string) => `(${bad.replaceAll('$w', window)} / ${all.replaceAll('$w', window)})`
  return burns.map(({ name, long, short, factor, ...rest }): Alert => {
    const limit = Number((budget * factor).toPrecision(6))
    const minutes = { '1h': 90, '6h': 400, '3d': 4_500 }[long]
    const badAt = (times: number) => Math.max(1, Math.round(1_000 * Math.min(0.9, limit * times)))
    return {
      ...rest,
      name: `DealScout${objective.name}Burn${name}`,
      expr: `${share(long)} > ${limit} and ${share(short)} > ${limit}`,
      summary: objective.what,
      runbook: objective.runbook,
      fires: { series: objective.series(badAt(2), 1_000), at: `${minutes}m` },
      quiet: { series: objective.series(0, 1_000), at: `${minutes}m` },
    }
  })
}

const requests = (more: string) => `sum(rate(deal_scout_http_requests_total{route!="(none)"${more}}[$w]))`

export const availability: Objective = {
  name: 'Availability',
  budget: 0.001,
  bad: requests(',status="5xx"'),
  all: requests(''),
  what: 'Of what people ask, more ends in an error than one in a thousand, which is what may.',
  runbook: 'errors',
  series: (bad, all) => ({
    'deal_scout_http_requests_total{route="/api/deals",method="GET",status="5xx"}': growing(bad, 4_500),
    'deal_scout_http_requests_total{route="/api/deals",method="GET",status="2xx"}': growing(all - bad, 4_500),
  }),
}

export const timeToAlert: Objective = {
  name: 'TimeToAlert',
  budget: 0.05,
  bad: '(sum(rate(deal_scout_delivery_seconds_count{channel!="inbox"}[$w])) - sum(rate(deal_scout_delivery_seconds_bucket{channel!="inbox",le="300"}[$w])))',
  all: 'sum(rate(deal_scout_delivery_seconds_count{channel!="inbox"}[$w]))',
  what: 'Of what people are told of, more than one in twenty is delivered later than five minutes after it was due.',
  runbook: 'notification-failures',
  series: (bad, all) => ({
    'deal_scout_delivery_seconds_count{channel="email"}': growing(all, 4_500),
    'deal_scout_delivery_seconds_bucket{channel="email",le="300"}': growing(all - bad, 4_500),
  }),
}

export const delivery: Objective = {
  name: 'Delivery',
  budget: 0.01,
  bad: 'sum(rate(deal_scout_delivery_attempts_total{outcome=~"dead|failed"}[$w]))',
  all: 'sum(rate(deal_scout_delivery_attempts_total{outcome=~"sent|dead|failed"}[$w]))',
  what: 'Of the messages that come to an end, more than one in a hundred is given up.',
  runbook: 'notification-failures',
  series: (bad, all) => ({
    'deal_scout_delivery_attempts_total{channel="email",outcome="dead"}': growing(bad, 4_500),
    'deal_scout_delivery_attempts_total{channel="email",outcome="sent"}': growing(all - bad, 4_500),
  }),
}
