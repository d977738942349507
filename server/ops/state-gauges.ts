import { Gauge, type Registry } from 'prom-client'

/** What there is in the database at the moment. */
export interface State {
  /** By marketplace: names of sources are typed by people, and go into no figure. Several of one may come. */
  outageSources: { marketplace: string; seconds: number }[]
  unseenSources: { marketplace: string; seconds: number }[]
  /** How long the scan of the marketplace that is due longest waits to be begun. */
  overdueScans: { marketplace: string; seconds: number }[]
  /** When a scheduler last looked what is due; null = never, or not known. */
  scheduledSecondsAgo: number | null
  mailboxes: { enabled: number; failing: number; unreadSeconds: number }
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
    name: 'deal_scout_scan_overdue_seconds',
    help: 'How long the scan that is due longest waits to be begun, by marketplace',
    labelNames: ['marketplace'],
    registers,
    async collect() {
      const { overdueScans } = (await state()) ?? { overdueScans: [] }
      this.reset()
      for (const { marketplace, seconds } of overdueScans) this.set({ marketplace }, seconds)
    },
  })
  new Gauge({
    name: 'deal_scout_scheduler_silent_seconds',
    help: 'How long ago a scheduler last looked what is due',
    registers,
    async collect() {
      const seconds = (await state())?.scheduledSecondsAgo ?? null
      this.remove()
      if (seconds !== null) this.set(seconds)
    },
  })
  new Gauge({
    name: 'deal_scout_mailboxes',
    help: 'Mailboxes that are to be read: read as they should, and those that fail',
    labelNames: ['state'],
    registers,
    async collect() {
      const { mailboxes } = (await state()) ?? {}
      this.reset()
      if (mailboxes === undefined) return
      this.set({ state: 'read' }, mailboxes.enabled - mailboxes.failing)
      this.set({ state: 'failing' }, mailboxes.failing)
    },
  })
  new Gauge({
    name: 'deal_scout_mailbox_unread_seconds',
    help: 'How long the mailbox that waits longest is due to be read by anybody',
    registers,
    async collect() {
      const { mailboxes } = (await state()) ?? {}
      this.remove()
      if (mailboxes !== undefined) this.set(mailboxes.unreadSeconds)
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
