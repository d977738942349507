import type { Clock } from '../core/clock.ts'
import type { Sql } from '../core/db.ts'
import { type CompIndex, createCompIndex } from './comps.ts'
import { estimate } from './fair-value.ts'
import type { Comp, FairValue } from './schema.ts'

/** A priced observation, or one that is evidence no more (no price, a licence that forbids it). */
export interface Observation extends Omit<Comp, 'priceCents' | 'currency'> {
  priceCents: number | null
  currency: string | null
  demo: boolean
  usable: boolean
}

export interface ValuerDeps {
  clock: Clock
  /** Observations written since the mark, and the next mark; null = from the beginning. */
  observationsSince(sql: Sql, mark: string | null): Promise<{ observations: Observation[]; mark: string }>
}

/**
 * This process's comparables: filled from the database at first use, then kept up with what other processes write.
 * Made-up listings of the demo are evidence for each other only.
 */
export interface Valuer {
  catchUp(sql: Sql): Promise<void>
  observe(observation: Observation): void
  estimate(subject: {
    listingId?: number
    title: string
    category: Comp['category']
    condition: Comp['condition']
    currency: string | null
    demo: boolean
  }): FairValue | null
  forgetDemo(): void
  readonly size: number
}

/** A title that names the brand, by which comparables are told apart. */
export function titleWithBrand(title: string, brand: string | null): string {
  return brand === null || title.toLowerCase().includes(brand.toLowerCase()) ? title : `${brand} ${title}`
}

const catchUpEveryMs = 5_000

export function createValuer(deps: ValuerDeps): Valuer {
  const real = createCompIndex()
  let demo: CompIndex = createCompIndex()
  let mark: string | null = null
  let caughtUpAtMs = Number.NEGATIVE_INFINITY

  const observe = (observation: Observation) => {
    const index = observation.demo ? demo : real
    if (
      observation.usable &&
      observation.priceCents !== null &&
      observation.priceCents > 0 &&
      observation.currency !== null
    ) {
      index.upsert({ ...observation, priceCents: observation.priceCents, currency: observation.currency })
    } else {
      index.remove(observation.listingId)
    }
  }

  return {
    async catchUp(sql) {
      const nowMs = deps.clock.now().getTime()
      if (nowMs - caughtUpAtMs < catchUpEveryMs && nowMs >= caughtUpAtMs) return
      caughtUpAtMs = nowMs
      const next = await deps.observationsSince(sql, mark)
      for (const observation of next.observations) observe(observation)
      mark = next.mark
    },
    observe,
    estimate({ demo: isDemo, currency, ...subject }) {
      if (currency === null) return null
      return estimate(isDemo ? demo : real, { ...subject, currency }, deps.clock.now().getTime())
    },
    forgetDemo() {
      demo = createCompIndex()
    },
    get size() {
      return real.size + demo.size
    },
  }
}
