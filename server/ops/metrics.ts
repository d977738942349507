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
    notifications: new Counter({ name: 'deal_scout_notifications_total', help: 'New notifications', registers }),
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
    comps: new Gauge({ name: 'deal_scout_comps', help: 'Comparables held in memory', registers }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>

/** Figures read from the database at each scrape. */
export function stateGauges(
  registry: Registry,
  read: () => Promise<{
    blindSources: { source: string; seconds: number }[]
    deliveries: { channel: string; state: string; count: number }[]
    jobs: { name: string; waiting: number; active: number; failed: number }[]
  }>,
): void {
  const registers = [registry]
  const blind = new Gauge({ name: 'deal_scout_source_blind_seconds', help: 'Since when a source cannot be seen', labelNames: ['source'], registers: [] })
  const deliveries = new Gauge({ name: 'deal_scout_deliveries', help: 'Deliveries by state', labelNames: ['channel', 'state'], registers: [] })
  const jobs = new Gauge({
    name: 'deal_scout_jobs',
    help: 'Jobs by state',
    labelNames: ['job', 'state'],
    registers,
    async collect() {
      const state = await read()
      for (const gauge of [blind, deliveries, this]) gauge.reset()
      for (const { source, seconds } of state.blindSources) blind.set({ source }, seconds)
      for (const { channel, state: name, count } of state.deliveries) deliveries.set({ channel, state: name }, count)
      for (const { name, waiting, active, failed } of state.jobs) {
        this.set({ job: name, state: 'waiting' }, waiting)
        this.set({ job: name, state: 'active' }, active)
        this.set({ job: name, state: 'failed' }, failed)
      }
    },
  })
  // Collected in the order they are registered: the one that reads goes first, so all three show one moment.
  void jobs
  registry.registerMetric(blind)
  registry.registerMetric(deliveries)
}
