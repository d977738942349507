import { type Authorized, asProgram } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { AppError, badInput, conflict, notFound } from '../core/errors.ts'
import type { Jobs } from '../core/jobs.ts'
import { tellLiveNow } from '../core/live-store.ts'
import { channelProblem } from '../model/channel-target.ts'
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
import { watchView } from './watch-view.ts'

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
  /** Prices of a listing, and of the thing in all its listings, and what the person was told of it. */
  pricesOf(
    userId: Authorized<'read'>,
    watch: { id: number; listingId: number | null },
  ): Promise<Pick<WatchDetail, 'pricePoints' | 'cluster' | 'told'>>
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
    const wishes = checkThreshold({ ...input, ...endsOf(input, { sold: true, gone: true }) }, listing)
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
      throw new AppError({
        ...{ code: 'already-followed', status: 409, params: { watch: id } },
        message: `You follow this listing already: change what you are told under /watching/${id}.`,
      })
    }
    if (!listing) await deps.jobs.send(pollWatchesJob, {}, { tx, key: 'now' })
    await tellWatch(tx, watch)
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
    const { notifyEnded: _, ...named } = patch
    const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
    const ends = endsOf(patch, { sold: stored.notifySold, gone: stored.notifyGone })
    const merged = { ...stored, ...given, ...ends, updatedAt: deps.clock.now() }
    const isThresholdNew = patch.thresholdCents !== undefined || patch.currency !== undefined
    const wishes = isThresholdNew ? checkThreshold(merged, listing) : merged
    const changed = { ...merged, ...wishes }
    if (isThresholdNew) changed.belowThreshold = isBelow(changed)
    await updateWatch(tx, changed)
    await tellWatch(tx, changed)
    return watchView(changed, listing)
  })
}

export async function unfollow(
  deps: Pick<WatchDeps, 'db'>,
  userId: Authorized<'write'>,
  id: number,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    if (!(await deleteWatch(tx, userId, id))) throw notFound('watch')
    await tellWatch(tx, { id, userId })
  })
}

/** For whoever looks at it, on another page of theirs. */
function tellWatch(
  tx: Parameters<typeof tellLiveNow>[0],
  { id, userId }: Pick<StoredWatch, 'id' | 'userId'>,
) {
  return tellLiveNow(tx, [{ userId, kind: 'watches-changed', data: { ids: [id] } }])
}

/** Whether an end is notified: what is said of it by name, else of ends at all, else as before. */
function endsOf(
  { notifySold, notifyGone, notifyEnded }: Pick<WatchPatch, 'notifySold' | 'notifyGone' | 'notifyEnded'>,
  before: { sold: boolean; gone: boolean },
): Pick<Wishes, 'notifySold' | 'notifyGone'> {
  return {
    notifySold: notifySold ?? notifyEnded ?? before.sold,
    notifyGone: notifyGone ?? notifyEnded ?? before.gone,
  }
}

export async function showWatch(
  deps: WatchDeps,
  userId: Authorized<'read'>,
  id: number,
): Promise<WatchDetail> {
  const stored = await getWatch(deps.db, userId, id)
  if (!stored) throw notFound('watch')
  const listing = await listingOf(deps.db, stored)
  return { ...watchView(stored, listing), ...(await deps.pricesOf(userId, stored)) }
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
    `This is not the address of a listing that can be followed by its link. Open the listing on ${sites} and copy the address of its page; what was found elsewhere is watched from its own page, or by its number (listingId).`,
    { url: `is not the address of a listing on ${sites}` },
  )
}

function checkChannels({ channelIds }: WatchDeps, channels: string[]): void {
  const problem = channelProblem(channels, channelIds)
  if (problem === null) return
  throw badInput(`The watch is not valid: channels: ${problem}.`, { channels: problem })
}

/** A threshold has a currency: the one given, else the listing's; another than the listing's would never be met. */
function checkThreshold(
  { thresholdCents, currency, ...asked }: Wishes,
  listing: Pick<WatchedListing, 'currency'> | null,
): Wishes {
  const { notifyDrops, notifyRises, notifyBackOnSale, notifySold, notifyGone } = asked
  const wishes = {
    ...{ thresholdCents, currency },
    ...{ notifyDrops, notifyRises, notifyBackOnSale, notifySold, notifyGone },
  }
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
