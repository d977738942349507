import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { securityEvents } from '../core/security-events.ts'

/** The program's own figures; every process has its registry, a scraper adds them up. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  // Gauges that are named as counters are: the same figures are there by type.
  for (const kind of ['handles', 'requests', 'resources'])
    registry.removeSingleMetric(`nodejs_active_${kind}_total`)
  const registers = [registry]
  return {
    registry,
    ...requestMetrics(registry),
    ...workMetrics(registry),
    listings: new Counter({
      name: 'deal_scout_listings_total',
      help: 'Listings taken in, by what became of them',
      labelNames: ['result'],
      registers,
    }),
    matches: new Counter({ name: 'deal_scout_matches_total', help: 'New matches of rules', registers }),
    notifications: new Counter({
      name: 'deal_scout_notifications_total',
      help: 'New notifications',
      registers,
    }),
    ...scanMetrics(registry),
    ...deliveryMetrics(registry),
    securityEvents: securityMetrics(registers),
    setAside: new Counter({
      name: 'deal_scout_set_aside_total',
      help: 'What strangers sent that took down the process that reads it, or held it for too long',
      labelNames: ['reader', 'why'],
      registers,
    }),
    aiCalls: new Counter({
      name: 'deal_scout_ai_calls_total',
      help: 'Calls to the model that describes things of people, by whether it answered',
      labelNames: ['result'],
      registers,
    }),
    retention: new Counter({
      name: 'deal_scout_retention_deleted_total',
      help: 'Rows deleted since they were older than they are kept, by kind',
      labelNames: ['kind'],
      registers,
    }),
  }
}

/** Each kind is there from the start: of one that appears with its first flood Prometheus would see no growth. */
function securityMetrics(registers: Registry[]) {
  const counter = new Counter({
    name: 'deal_scout_security_events_total',
    help: 'What is noted of those who try what they should not, by kind',
    labelNames: ['kind'],
    registers,
  })
  for (const kind of Object.keys(securityEvents)) counter.inc({ kind }, 0)
  return counter
}

export type Metrics = ReturnType<typeof createMetrics>

/** Rate and errors by the route as it is written; how long it took by area, since a histogram for each route is too much. */
function requestMetrics(registry: Registry) {
  const registers = [registry]
  const requests = new Counter({
    name: 'deal_scout_http_requests_total',
    help: 'Requests answered, by route and kind of answer',
    labelNames: ['method', 'route', 'status'],
    registers,
  })
  const requestSeconds = new Counter({
    name: 'deal_scout_http_route_seconds_total',
    help: 'Seconds that the answers of a route took, all together',
    labelNames: ['route'],
    registers,
  })
  const areaSeconds = new Histogram({
    name: 'deal_scout_http_request_seconds',
    help: 'How long answers took, by area of the API; streams are left out',
    labelNames: ['area'],
    buckets: [0.1, 0.3, 1, 3],
    registers,
  })
  return {
    answered({ method, route, status, seconds }: Answered) {
      const known = route ?? '(none)'
      requests.inc({ method, route: known, status: `${Math.floor(status / 100)}xx` })
      // One that is open for hours is not slow.
      if (known === streamRoute) return
      const area = route === null ? 'none' : areaOf(route)
      // What one sells has as many routes as all the rest looks at: how long they take is told by their area.
      if (area !== 'sell') requestSeconds.inc({ route: known }, seconds)
      areaSeconds.observe({ area }, seconds)
    },
  }
}

export interface Answered {
  method: string
  /** As it is written; null where there is none. */
  route: string | null
  status: number
  seconds: number
}

const streamRoute = '/api/stream'

/** `/api/deals/facets` is in `deals`, `/account/sign-in` in `account`, all that a person sells in `sell`. */
const areaOf = (route: string) =>
  route
    .replace(/^\/api\//, '/')
    .split(/[/.]/, 2)[1]!
    .replace(/^$|^[:*].*/, 'app')
    .replace(/^(?:items|posts|sales|money|profit)$/, 'sell')

/** Sources of statements beyond these are counted as one, so that a scrape stays small whatever is asked. */
const querySourcesMax = 250

function workMetrics(registry: Registry) {
  const registers = [registry]
  const queries = new Counter({
    name: 'deal_scout_db_queries_total',
    help: 'Statements that the database answered, by the function of the store that asks them',
    labelNames: ['query'],
    registers,
  })
  const querySeconds = new Counter({
    name: 'deal_scout_db_query_seconds_total',
    help: 'Seconds that their answers took, all together',
    labelNames: ['query'],
    registers,
  })
  const tries = new Counter({
    name: 'deal_scout_job_tries_total',
    help: 'Tries of jobs, by how they ended',
    labelNames: ['job', 'outcome'],
    registers,
  })
  const trySeconds = new Counter({
    name: 'deal_scout_job_seconds_total',
    help: 'Seconds that tries of jobs took, all together',
    labelNames: ['job'],
    registers,
  })
  const waitedSeconds = new Histogram({
    name: 'deal_scout_job_wait_seconds',
    help: 'How long jobs waited beyond their time before they were begun',
    buckets: [0.5, 1, 2, 5, 15, 60, 300, 3600],
    registers,
  })
  const sources = new Set<string>()
  return {
    queried(source: string, seconds: number) {
      if (sources.size < querySourcesMax) sources.add(source)
      const query = sources.has(source) ? source : 'other'
      queries.inc({ query })
      querySeconds.inc({ query }, seconds)
    },
    tried(one: { job: string; outcome: string; seconds: number; waitedSeconds: number }) {
      tries.inc({ job: one.job, outcome: one.outcome })
      trySeconds.inc({ job: one.job }, one.seconds)
      waitedSeconds.observe(one.waitedSeconds)
    },
    /** From the read of what a page is compared with to the last value. */
    valueSeconds: new Histogram({
      name: 'deal_scout_value_page_seconds',
      help: 'How long the listings of a page took to be valued, scored and looked through for risk',
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    }),
    matchSeconds: new Histogram({
      name: 'deal_scout_match_page_seconds',
      help: 'How long the listings of a page took to be matched with the rules',
      buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
      registers,
    }),
  }
}

function scanMetrics(registry: Registry) {
  const registers = [registry]
  const scans = new Counter({
    name: 'deal_scout_scans_total',
    help: 'Scans, by marketplace and outcome',
    labelNames: ['marketplace', 'outcome'],
    registers,
  })
  const scanSeconds = new Histogram({
    name: 'deal_scout_scan_seconds',
    help: 'Duration of scans',
    labelNames: ['marketplace'],
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60],
    registers,
  })
  return {
    scanned(
      marketplace: string,
      outcome: string,
      { startedAt, finishedAt }: { startedAt: Date; finishedAt: Date },
    ) {
      scans.inc({ marketplace, outcome })
      scanSeconds.observe({ marketplace }, (finishedAt.getTime() - startedAt.getTime()) / 1000)
    },
  }
}

function deliveryMetrics(registry: Registry) {
  const registers = [registry]
  const deliveries = new Counter({
    name: 'deal_scout_delivery_attempts_total',
    help: 'Delivery attempts, by channel and outcome',
    labelNames: ['channel', 'outcome'],
    registers,
  })
  const deliverySeconds = new Histogram({
    name: 'deal_scout_delivery_seconds',
    help: 'From the notification to its delivery',
    labelNames: ['channel'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300, 3600],
    registers,
  })
  const seenToDeliveredSeconds = new Histogram({
    name: 'deal_scout_seen_to_delivered_seconds',
    help: 'From the moment that a listing or price was seen to its delivery',
    labelNames: ['channel'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300, 3600, 86_400],
    registers,
  })
  return {
    /** `sinceSeenMs` is null where nothing was seen: a test, a digest. */
    delivered(one: { channel: string; outcome: string; waitedMs: number; sinceSeenMs: number | null }) {
      const { channel, outcome } = one
      deliveries.inc({ channel, outcome })
      if (outcome !== 'sent') return
      deliverySeconds.observe({ channel }, one.waitedMs / 1000)
      if (one.sinceSeenMs !== null) seenToDeliveredSeconds.observe({ channel }, one.sinceSeenMs / 1000)
    },
  }
}
