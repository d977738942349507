import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { type StubClock, stubClock } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { readHere } from '../../test/harness/read-here.ts'
import { ownerId } from '../accounts/store.ts'
import type { Db } from '../core/db.ts'
import { createSecrets } from '../core/secrets.ts'
import { noTracing } from '../core/telemetry/tracing.ts'
import type { Marketplace, MarketplaceContext, SearchPage } from '../marketplaces/contract.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import type { Rule } from '../model/rule-schema.ts'
import { settingsContext } from './context.ts'
import { beginPlan, type PlannedScan, type PlannedSource } from './scanning/planner.ts'
import type { ScanDeps } from './scanning/scan.ts'
import { type ClaimedScan, claimScan, replacePlan } from './scanning/scan-store.ts'
import { getSource, insertSource, type SourceRow } from './store.ts'

export const leaseMs = 12_000
export const minute = 60_000

export type Answer = Partial<SearchPage> | Error
/** What a stub site answers to a request, from a cursor on. */
export type Site = (call: {
  request: Record<string, string>
  cursor: string | null
  ctx: MarketplaceContext
}) => Answer | Promise<Answer>

/** An adapter whose site is a function; pages of an ordinary scan: 3. */
export function stubMarketplace(id: string, site: Site, over: Partial<Marketplace> = {}): Marketplace {
  return {
    id,
    name: `The ${id}`,
    homepage: 'https://stub.example',
    terms: { class: 'open-feed', url: 'https://stub.example/terms', summary: 'A stub.' },
    setUpMinutes: 1,
    budget: { intervalMsMin: 5 * minute, hostGapMs: 1, pagesMax: 3 },
    options: [],
    fields: [],
    compile: () => ({ request: {}, pushed: [], residual: [] }),
    async search(request, cursor, ctx) {
      const answer = await site({ request, cursor, ctx })
      if (answer instanceof Error) throw answer
      const listings = answer.listings ?? []
      return {
        outcome: listings.length > 0 ? 'ok' : 'empty',
        listings,
        next: null,
        complete: false,
        ...answer,
      }
    },
    parse: () => ({ outcome: 'empty', listings: [], next: null, complete: false }),
    ...over,
  }
}

/** Pages of a site that holds `ids`, newest first. */
export function paged(ids: () => string[], size: number): Site {
  return ({ cursor }) => {
    const at = Number(cursor ?? 0)
    const listings = ids()
      .slice(at, at + size)
      .map((externalId) => seenListing({ externalId }))
    const isLast = at + size >= ids().length
    return { listings, next: isLast ? null : String(at + size), complete: isLast }
  }
}

export interface ScanKit {
  deps: ScanDeps
  clock: StubClock
  marketplaces: Map<string, Marketplace>
  /** What the sink knows, with when it first saw it. */
  known: Map<string, Date>
  ingested: string[][]
  missing: { scanId: number; seenExternalIds: string[] }[]
  /** A source with a scan for each of the requests. */
  source(marketplace: string, over?: Partial<SourceRow>, requests?: string[], quota?: string): Promise<number>
  claim(): Promise<ClaimedScan | null>
  row(sourceId: number): Promise<SourceRow>
}

/** Everything around scans but the rest of the program, which is a sink that remembers. */
export function scanKit(db: Db, clock: StubClock = stubClock()): ScanKit {
  const marketplaces = new Map<string, Marketplace>()
  const known = new Map<string, Date>()
  const ingested: string[][] = []
  const missing: ScanKit['missing'] = []
  const secrets = createSecrets({ keys: [randomBytes(32)] })
  const plan: PlannedScan[] = []
  const idsOf = (listings: SeenListing[]) => listings.map(({ externalId }) => externalId)
  const deps: ScanDeps = {
    db,
    clock,
    log: pino({ level: 'silent' }),
    tracing: noTracing,
    fetch: async () => {
      throw new Error('stubs need no network')
    },
    read: readHere,
    marketplaces,
    adapterOptions: {},
    secrets,
    sink: {
      async ingest({ listings }) {
        const fresh = idsOf(listings).filter((id) => !known.has(id))
        for (const id of fresh) known.set(id, clock.now())
        ingested.push(idsOf(listings))
        return { added: fresh.length, changed: 0 }
      },
      knewAny: async (_, ids, at) => ids.some((id) => (known.get(id) ?? clock.now()) <= at && known.has(id)),
      missing: async (_, { scanId, seenExternalIds }) => void missing.push({ scanId, seenExternalIds }),
    },
    observe() {},
  }
  return {
    deps,
    clock,
    marketplaces,
    known,
    ingested,
    missing,
    async source(
      marketplace,
      over = {},
      requests = ['a'],
      quota = `${over.demo ? 'demo ' : ''}${marketplace}`,
    ) {
      const id = await db.transaction(async (tx) => {
        const sourceId = await insertSource(tx, {
          userId: await ownerId(tx),
          shared: true,
          marketplace,
          name: `A ${marketplace}`,
          settings: secrets.seal('{}', settingsContext),
          demo: false,
          enabled: true,
          browse: false,
          intervalMs: 5 * minute,
          createdAt: clock.now(),
          ...over,
        })
        plan.push(
          ...requests.map((q) => ({
            sourceId,
            requestKey: JSON.stringify({ q }),
            request: { q },
            quota,
            ruleIds: [1],
          })),
        )
        await replacePlan(tx, plan, clock.now())
        return sourceId
      })
      return id
    },
    claim: () => claimScan(db, clock.now(), leaseMs, [...marketplaces.keys()]),
    async row(sourceId) {
      return (await getSource(db, sourceId))!
    },
  }
}

/** The plan of rules that are all at hand. */
export function planScans(
  rules: readonly Rule[],
  sources: readonly PlannedSource[],
  marketplaces: ReadonlyMap<string, Marketplace>,
): PlannedScan[] {
  const plan = beginPlan(sources, marketplaces)
  plan.add(rules)
  return plan.scans()
}
