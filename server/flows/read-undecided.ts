import type { Tx } from '../core/db.ts'
import { readDetailsJob } from '../listings/jobs.ts'
import type { StoredListing } from '../listings/stored-listing.ts'
import type { Figures } from '../model/rule-schema.ts'
import { type MatcherRule, type MatchResult, verdict } from '../rules/matcher/matcher.ts'
import { type ReadingCaps, takeBest, type Undecided } from '../rules/waiting/undecided-store.ts'
import type { Page, PipelineDeps, Work } from './page.ts'

/** What a person is notified of is read besides. */
const readingCaps: Omit<ReadingCaps, 'ofMarketplaces'> = {
  perRule: 500,
  perPerson: 1_500,
  perMarketplace: 1_500,
  atOnce: 20,
}
/** Rules of one listing that are looked at, and that are kept: one of them is enough to have its page read. */
const lookedMax = 64
const keptMax = 4

/** Its own page can be read and was not yet. */
export function isUnread(
  deps: Pick<PipelineDeps, 'marketplaces'>,
  page: Pick<Page, 'details' | 'sourceId'>,
  {
    listing,
    before,
  }: {
    listing: Pick<Work['listing'], 'marketplace'>
    before: Pick<StoredListing, 'detailsReadAtMs' | 'sourceId'> | null
  },
): boolean {
  const hasPage = deps.marketplaces.get(listing.marketplace)?.details !== undefined
  const hasSource = (page.sourceId ?? before?.sourceId ?? null) !== null
  return hasPage && hasSource && page.details !== true && !before?.detailsReadAtMs
}

export function isStoredUnread(
  deps: Pick<PipelineDeps, 'marketplaces'>,
  stored: Pick<StoredListing, 'detailsReadAtMs' | 'sourceId'> & {
    listing: Pick<StoredListing['listing'], 'marketplace'>
  },
): boolean {
  return isUnread(deps, { sourceId: null }, { listing: stored.listing, before: stored })
}

/** The rules that a listing may fit, the most promising first: by its score as they see it for what is known. */
export function undecidedOf(
  listingId: number,
  result: MatchResult,
  figures: Figures<MatcherRule>,
): Undecided[] {
  const found: Undecided[] = []
  for (let at = 0; at < result.length && found.length < lookedMax; at++) {
    if (result.verdicts[at] !== verdict.unknown) continue
    const [ruleId, userId] = [result.ruleIds[at]!, result.userIds[at]!]
    found.push({ listingId, ruleId, userId, promise: figures.score(result.rule(at)) })
  }
  return mostPromising(found, keptMax)
}

export function mostPromising(found: readonly Undecided[], max: number): Undecided[] {
  return found.toSorted((a, b) => b.promise - a.promise || b.listingId - a.listingId).slice(0, max)
}

/** Has the best pages read of those that decide, a few at a time, so that a better one need not wait for many. */
export async function readUndecided(
  deps: Pick<PipelineDeps, 'jobs' | 'clock' | 'detailsPerDay'>,
  tx: Tx,
): Promise<void> {
  const caps = { ...readingCaps, ofMarketplaces: deps.detailsPerDay }
  const listingIds = await takeBest(tx, caps, deps.clock.now())
  await sendReads(deps, tx, listingIds)
}

export async function sendReads(
  deps: Pick<PipelineDeps, 'jobs'>,
  tx: Tx,
  listingIds: Iterable<number>,
): Promise<void> {
  await deps.jobs.sendMany(
    readDetailsJob,
    [...listingIds].map((listingId) => ({ payload: { listingId }, key: String(listingId) })),
    tx,
  )
}
