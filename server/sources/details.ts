import { msLeft } from '../core/clock.ts'
import { ReadingFailed } from '../core/reader-pool.ts'
import type { DetailsResult } from '../marketplaces/contract.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { marketplaceContext, settingsOrProblem } from './context.ts'
import { detailsDiscreetly } from './discreet.ts'
import { cooldownMs, cooldownMsMax } from './scanning/cooldown.ts'
import type { ScanDeps } from './scanning/scan.ts'
import { coolSource } from './scanning/scan-store.ts'
import { getSource } from './store.ts'

/** What a listing's own page told, or how long to wait before asking it. */
export type ReadDetails =
  | { outcome: 'ok'; listing: SeenListing }
  /** With the listing where its page still shows it. */
  | { outcome: 'sold' | 'gone'; listing?: SeenListing }
  | { outcome: 'unreadable'; reason: string }
  | { outcome: 'later'; waitMs: number; reason: string }

/**
 * Reads a listing's own page through its source. A block there is a block of the whole source: it cools down, as after a
 * blocked scan. Null when the source is gone, off or has no such pages.
 */
export async function readDetailPage(
  deps: Pick<
    ScanDeps,
    'db' | 'clock' | 'log' | 'fetch' | 'read' | 'adapterOptions' | 'secrets' | 'marketplaces'
  >,
  sourceId: number,
  listing: { externalId: string; url: string },
  signal: AbortSignal,
): Promise<ReadDetails | null> {
  const source = await getSource(deps.db, sourceId)
  const marketplace = source && deps.marketplaces.get(source.marketplace)
  if (!source?.enabled || !marketplace?.details) return null
  if (settingsOrProblem(deps.secrets, source).problem !== null) return null
  const now = deps.clock.now()
  const leftMs = msLeft(source.cooldownFrom, source.cooldownUntil, now, cooldownMsMax)
  if (leftMs > 0) return { outcome: 'later', waitMs: leftMs, reason: `${source.name} is in cooldown` }
  const ctx = marketplaceContext(deps, source, deps.log.child({ source: source.name }), signal)
  const reading = detailsDiscreetly(marketplace, listing, ctx)
  const result = await reading.catch((error: unknown): DetailsResult => {
    if (!(error instanceof ReadingFailed)) throw error
    return { outcome: 'parse-drift', reason: error.message }
  })
  const shown = result.listing && { ...result.listing, externalId: listing.externalId }
  switch (result.outcome) {
    case 'ok':
      return shown
        ? { outcome: 'ok', listing: shown }
        : { outcome: 'unreadable', reason: 'its page shows no listing' }
    case 'sold':
    case 'gone':
      return { outcome: result.outcome, ...(shown && { listing: { ...shown, state: result.outcome } }) }
    case 'parse-drift':
      return { outcome: 'unreadable', reason: result.reason ?? 'its page was not understood' }
    default: {
      const waitMs = cooldownMs(result.outcome, source.blocks + 1, result.retryAfterMs, source.demo)
      const reason = result.reason ?? result.outcome
      const until = new Date(now.getTime() + waitMs)
      await coolSource(deps.db, source.id, { outcome: result.outcome, reason, until, now })
      return { outcome: 'later', waitMs, reason }
    }
  }
}
