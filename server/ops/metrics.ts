import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** The program's own figures; every process has its registry, a scraper adds them up. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
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
    scans: new Counter({
      name: 'deal_scout_scans_total',
      help: 'Scans, by marketplace and outcome',
      labelNames: ['marketplace', 'outcome'],
      registers,
    }),
    scanSeconds: new Histogram({
      name: 'deal_scout_scan_seconds',
      help: 'Duration of scans',
      labelNames: ['marketplace'],
      buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60],
      registers,
    }),
    deliveries: new Counter({
      name: 'deal_scout_delivery_attempts_total',
      help: 'Delivery attempts, by channel and outcome',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    deliverySeconds: new Histogram({
      name: 'deal_scout_delivery_seconds',
      help: 'From the notification to its delivery',
      labelNames: ['channel'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300, 3600],
      registers,
    }),
    seenToDeliveredSeconds: new Histogram({
      name: 'deal_scout_seen_to_delivered_seconds',
      help: 'From the moment that a listing or price was seen to its delivery',
      labelNames: ['channel'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300, 3600, 86_400],
      registers,
    }),
    securityEvents: new Counter({
      name: 'deal_scout_security_events_total',
      help: 'What is noted of those who try what they should not, by kind',
      labelNames: ['kind'],
      registers,
    }),
    setAside: new Counter({
      name: 'deal_scout_set_aside_total',
      help: 'What strangers sent that took down the process that reads it, or held it for too long',
      labelNames: ['reader', 'why'],
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

export type Metrics = ReturnType<typeof createMetrics>

/** What there is in the database at the moment. */
export interface State {
  /** By marketplace: names of sources are typed by people, and go into no figure. Several of one may come. */
  outageSources: { marketplace: string; seconds: number }[]
  unseenSources: { marketplace: string; seconds: number }[]
  deliveries: { channel: string; state: string; count: number }[]
  queues: { channel: string; ageSeconds: number; blocked: number }[]
  jobs: { name: string; waiting: number; active: number; failed: number }[]
}

/**
 * Figures that are read from the database, once a scrape; without it they are absent and `database_up` is 0. Where
 * another process counts them (null), only that is given: two that count would be added up.
 */
export function stateGauges(registry: Registry, read: () => Promise<State | null>): void {
  const registers = [registry]
  let reading: Promise<{ up: boolean; counted: State | null }> | undefined
  // A scrape asks all gauges at the same moment: they share one read.
  const ask = () => {
    reading ??= read()
      .then((counted) => ({ up: true, counted }))
      .catch(() => ({ up: false, counted: null }))
      .finally(() => {
        reading = undefined
      })
    return reading
  }
  const state = async () => (await ask()).counted
  new Gauge({
    name: 'deal_scout_database_up',
    help: '1 while the database answers',
    registers,
    async collect() {
      this.set((await ask()).up ? 1 : 0)
    },
  })
  new Gauge({
    name: 'deal_scout_source_outage_seconds',
    help: 'How long the scans of a source of the marketplace have failed, the longest; absent while none do',
    labelNames: ['marketplace'],
    registers,
    async collect() {
      const { outageSources } = (await state()) ?? { outageSources: [] }
      this.reset()
      for (const { marketplace, seconds } of worstLast(outageSources)) this.set({ marketplace }, seconds)
    },
  })
  new Gauge({
    name: 'deal_scout_source_unseen_seconds',
    help: 'Since when a source of the marketplace of which scans are planned was last seen, the longest, whether its scans fail or do not run',
    labelNames: ['marketplace'],
    registers,
    async collect() {
      const { unseenSources } = (await state()) ?? { unseenSources: [] }
      this.reset()
      for (const { marketplace, seconds } of worstLast(unseenSources)) this.set({ marketplace }, seconds)
    },
  })
  new Gauge({
    name: 'deal_scout_deliveries',
    help: 'Deliveries that wait or are under way, by state',
    labelNames: ['channel', 'state'],
    registers,
    async collect() {
      const { deliveries } = (await state()) ?? { deliveries: [] }
      this.reset()
      for (const { count, ...labels } of deliveries) this.set(labels, count)
    },
  })
  new Gauge({
    name: 'deal_scout_delivery_queue_age_seconds',
    help: 'How long the oldest delivery that is not held back waits',
    labelNames: ['channel'],
    registers,
    async collect() {
      const { queues } = (await state()) ?? { queues: [] }
      this.reset()
      for (const { channel, ageSeconds } of queues) this.set({ channel }, ageSeconds)
    },
  })
  new Gauge({
    name: 'deal_scout_delivery_queues_blocked',
    help: 'People to whom nothing gets through on a channel now',
    labelNames: ['channel'],
    registers,
    async collect() {
      const { queues } = (await state()) ?? { queues: [] }
      this.reset()
      for (const { channel, blocked } of queues) this.set({ channel }, blocked)
    },
  })
  new Gauge({
    name: 'deal_scout_jobs',
    help: 'Jobs by state',
    labelNames: ['job', 'state'],
    registers,
    async collect() {
      const { jobs } = (await state()) ?? { jobs: [] }
      this.reset()
      for (const { name, ...counts } of jobs) {
        for (const [jobState, count] of Object.entries(counts))
          this.set({ job: name, state: jobState }, count)
      }
    },
  })
}

/** What is set last stays: of several sources of one marketplace the one that is worst off. */
function worstLast<T extends { seconds: number }>(sources: readonly T[]): T[] {
  return sources.toSorted((a, b) => a.seconds - b.seconds)
}
