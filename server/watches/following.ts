import { type Authorized, asProgram } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { badInput, conflict, notFound } from '../core/errors.ts'
import type { Jobs } from '../core/jobs.ts'
import { channelOf, isChannelName } from '../model/channel-target.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import { pollWatchesJob } from './jobs.ts'
import type { WatchDetail, WatchInput, WatchPatch, WatchView } from './schema.ts'
import {
  countWatches,
  deleteWatch,
  getWatch,
  holdListing,
  holdWatch,
  insertWatch,
  type StoredWatch,
  updateWatch,
  type WatchedListing,
  watchedListings,
  watchOf,
} from './store.ts'
import { isBelow, type Known, poll, unread, type Wishes } from './watch.ts'

/** What is known of a marketplace here. */
interface FollowedMarketplace {
  id: string
  name: string
  identify?(url: string): { externalId: string; url: string } | null
  details?: unknown
}

export interface WatchDeps {
  db: Db
  clock: Clock
  jobs: Pick<Jobs, 'send'>
  marketplaces: ReadonlyMap<string, FollowedMarketplace>
  channelIds: ReadonlySet<string>
  /** Why a listing's own page cannot be read there, one sentence with what to do; null when it can. */
  readingProblem(userId: Authorized<'read'>, marketplace: string, demo: boolean): Promise<string | null>
  /** Prices of a listing, and of the thing in all its listings. */
  pricesOf(
    userId: Authorized<'read'>,
    listingId: number,
  ): Promise<Pick<WatchDetail, 'pricePoints' | 'cluster'>>
}

const watchesMax = 1000
/** A listing that scans see is polled soon enough; that poll finds out whether they do. */
const firstPollMs = 30 * 60_000

/**
 * Follows a stored listing from what is known of it now, or a link: at once when it is stored, else as soon as its page
 * is read.
 */
export async function follow(
  deps: WatchDeps,
  userId: Authorized<'write'>,
  input: WatchInput,
): Promise<WatchView> {
  checkChannels(deps, input.channels)
  const link = input.url === undefined ? null : identify(deps, input.url)
  const problem = link && (await deps.readingProblem(userId, link.marketplace, false))
  const now = deps.clock.now()
  return deps.db.transaction(async (tx) => {
    if ((await countWatches(tx, userId)) >= watchesMax) {
      throw conflict(
        'too-many-watches',
        `You follow ${watchesMax} listings, which is the most: stop following some that are over.`,
      )
    }
    const listing = await holdListing(tx, userId, link ?? { id: input.listingId! })
    if (!listing && !link) throw notFound('listing')
    const { marketplace, externalId, url, demo } = listing ?? { ...link!, demo: false }
    const { channels, note, tags } = input
    const wishes = checkThreshold(input, listing)
    const memory = listing ? poll({ ...wishes, ...unread }, knownOf(listing)).memory : unread
    const canRead = deps.marketplaces.get(marketplace)?.details !== undefined
    const watch = await insertWatch(tx, {
      ...{ userId, marketplace, externalId, url, channels, note, tags, ...wishes, ...memory, demo },
      listingId: listing?.id ?? null,
      problem: listing ? null : problem,
      nextPollAt: canRead ? new Date(now.getTime() + (listing ? firstPollMs : 0)) : null,
      createdAt: now,
      updatedAt: now,
    })
    if (!watch) {
      const { id } = (await watchOf(tx, userId, { marketplace, externalId }))!
      throw conflict(
        'already-followed',
        `You follow this listing already: change watch ${id} (PATCH /api/watches/${id}, deal-scout watch set ${id}).`,
      )
    }
    if (!listing) await deps.jobs.send(pollWatchesJob, {}, { tx, key: 'now' })
    return watchView(watch, listing)
  })
}

/** Changes what is given; a threshold set above the price of the moment counts as seen and is not notified. */
export async function changeWatch(
  deps: WatchDeps,
  userId: Authorized<'write'>,
  id: number,
  patch: WatchPatch,
): Promise<WatchView> {
  if (patch.channels) checkChannels(deps, patch.channels)
  return deps.db.transaction(async (tx) => {
    const stored = await holdWatch(tx, userId, id)
    if (!stored) throw notFound('watch')
    const listing = await listingOf(tx, stored)
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    const merged = { ...stored, ...given, updatedAt: deps.clock.now() }
    const isThresholdNew = patch.thresholdCents !== undefined || patch.currency !== undefined
    const wishes = isThresholdNew ? checkThreshold(merged, listing) : merged
    const changed = { ...merged, ...wishes }
    if (isThresholdNew) changed.belowThreshold = isBelow(changed)
    await updateWatch(tx, changed)
    return watchView(changed, listing)
  })
}

export async function unfollow(
  deps: Pick<WatchDeps, 'db'>,
  userId: Authorized<'write'>,
  id: number,
): Promise<void> {
  if (!(await deleteWatch(deps.db, userId, id))) throw notFound('watch')
}

export async function showWatch(
  deps: WatchDeps,
  userId: Authorized<'read'>,
  id: number,
): Promise<WatchDetail> {
  const stored = await getWatch(deps.db, userId, id)
  if (!stored) throw notFound('watch')
  const prices =
    stored.listingId === null
      ? { pricePoints: [], cluster: null }
      : await deps.pricesOf(userId, stored.listingId)
  return { ...watchView(stored, await listingOf(deps.db, stored)), ...prices }
}

function knownOf({ state, priceCents, currency }: WatchedListing): Known {
  return { state, priceCents: meantPriceCents(priceCents, currency), currency }
}

async function listingOf(
  sql: Parameters<typeof watchedListings>[0],
  { userId, listingId }: StoredWatch,
): Promise<WatchedListing | null> {
  if (listingId === null) return null
  return (await watchedListings(sql, asProgram(userId), [listingId])).get(listingId) ?? null
}

/** The listing that an address is of; bad input names the sites whose links can be followed. */
function identify(deps: WatchDeps, address: string) {
  const url = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`
  for (const marketplace of deps.marketplaces.values()) {
    const found = marketplace.identify?.(url)
    if (found) return { marketplace: marketplace.id, ...found }
  }
  const names = [...deps.marketplaces.values()].flatMap(({ name, identify }) => (identify ? [name] : []))
  const sites = new Intl.ListFormat('en', { type: 'disjunction' }).format(names)
  throw badInput(
    `This is not the address of a listing that can be followed by its link. Open the listing on ${sites} and copy the address of its page; what was found elsewhere is followed by its number (listingId, see deal-scout deals).`,
    { url: `is not the address of a listing on ${sites}` },
  )
}

function checkChannels({ channelIds }: WatchDeps, channels: string[]): void {
  const wrong = channels.find((id) => !channelIds.has(channelOf(id)) || !isChannelName(id))
  if (wrong === undefined) return
  const problem = `"${wrong}" is not a channel here; there are ${[...channelIds].join(', ')}`
  throw badInput(`The watch is not valid: channels: ${problem}.`, { channels: problem })
}

/** A threshold has a currency: the one given, else the listing's; another than the listing's would never be met. */
function checkThreshold(
  { thresholdCents, currency, notifyDrops, notifyBackOnSale, notifyEnded }: Wishes,
  listing: Pick<WatchedListing, 'currency'> | null,
): Wishes {
  const wishes = { thresholdCents, currency, notifyDrops, notifyBackOnSale, notifyEnded }
  if (thresholdCents === null) return wishes
  const known = listing?.currency ?? null
  const chosen = currency ?? known
  const problem =
    chosen === null
      ? 'is needed for the threshold: that of the listing is not known yet'
      : known !== null && known !== chosen
        ? `must be ${known}, in which the listing states its price`
        : Intl.supportedValuesOf('currency').includes(chosen)
          ? null
          : `"${chosen}" is not a currency; write its code, such as USD, EUR or GBP`
  if (problem !== null) throw badInput(`The watch is not valid: currency: ${problem}.`, { currency: problem })
  return { ...wishes, currency: chosen }
}

/** `listing` is its listing, null while that is not stored. */
export function watchView(watch: StoredWatch, listing: WatchedListing | null): WatchView {
  const { id, marketplace, thresholdCents, currency, belowThreshold, note, tags, channels, demo } = watch
  const { notifyDrops, notifyBackOnSale, notifyEnded } = watch
  return {
    ...{ id, marketplace, thresholdCents, currency, belowThreshold, note, tags, channels, demo },
    ...{ notifyDrops, notifyBackOnSale, notifyEnded },
    url: listing?.url ?? watch.url,
    state: watch.lastState,
    listing: listing && listingView(listing),
    problem: watch.problem ?? currencyProblem(watch, listing),
    polledAt: watch.polledAt?.toISOString() ?? null,
    nextPollAt: watch.nextPollAt?.toISOString() ?? null,
    createdAt: watch.createdAt.toISOString(),
    updatedAt: watch.updatedAt.toISOString(),
  }
}

function listingView(listing: WatchedListing): NonNullable<WatchView['listing']> {
  const { id, title, imageUrl, state, priceCents, currency, location, lastSeenAt } = listing
  return { id, title, imageUrl, state, priceCents, currency, location, lastSeenAt: lastSeenAt.toISOString() }
}

function currencyProblem(
  { thresholdCents, currency }: Wishes,
  listing: WatchedListing | null,
): string | null {
  const known = listing?.currency ?? null
  if (thresholdCents === null || known === null || known === currency) return null
  return `Its price is stated in ${known} and the threshold in ${currency}, so the threshold is never met: set it in ${known}.`
}
