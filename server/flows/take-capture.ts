import { setTimeout as sleep } from 'node:timers/promises'
import {
  belowPctMin,
  type CapturedListing,
  type CaptureInput,
  type CaptureOutcome,
  type CaptureView,
  leftOutMax,
  listingsMax,
  pageBytesMax,
} from '../captures/schema.ts'
import type { Authorized } from '../core/actor.ts'
import { badInput } from '../core/errors.ts'
import { priceIn } from '../core/money.ts'
import type { Read } from '../core/reader-pool.ts'
import { oneLine } from '../core/text.ts'
import { readViews } from '../listings/store.ts'
import { keyOf, type StoredListing } from '../listings/stored-listing.ts'
import type { Marketplace } from '../marketplaces/contract.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { meantPriceCents } from '../model/placeholder-price.ts'
import { discountFromValue } from '../model/price-against-value.ts'
import { matchesOf, type StoredMatch } from '../rules/explain/trace-store.ts'
import { isBeingMatched } from '../rules/live/part-store.ts'
import {
  addressInPage,
  linkedSites,
  listingAt,
  type ReadableSite,
  readableSites,
  siteOfPage,
} from '../sources/rendered/page-site.ts'
import { parseRenderedPage } from '../sources/saved-page.ts'
import { ingest } from './ingest.ts'
import type { PipelineDeps } from './page.ts'

export interface CaptureDeps extends PipelineDeps {
  read: Read
  marketplaces: ReadonlyMap<string, Marketplace>
}

/**
 * What a person has before them comes in as theirs, on the way of every page: read apart, then found, valued, matched and
 * notified in one transaction. No site is asked for anything, and what the page does not show is not gone.
 */
export async function takeCapture(
  deps: CaptureDeps,
  userId: Authorized<'capture'>,
  input: CaptureInput,
): Promise<CaptureView> {
  const { html } = input
  if (html === undefined) return takeLink(deps, userId, input)
  // A broken file may have NUL in it, which no text of a listing can.
  const page = new TextEncoder().encode(html.replaceAll('\0', ''))
  if (page.length > pageBytesMax)
    throw badInput('The page is larger than 8 MiB: hand in one that shows fewer listings.', {
      html: 'is larger than 8 MiB',
    })
  const address = input.url ?? addressInPage(html)
  const sites = readableSites(deps.marketplaces)
  if (address === null)
    return nothing('no-address', 'The page does not say where it is from: give its address.', sites)
  const marketplace = siteOfPage(deps.marketplaces, address)
  if (marketplace === null) return nothing('unknown-site', noSite(sites), sites)
  const read = await parseRenderedPage(deps, marketplace, page, address)
  const shown = marketplace.identify?.(address)?.externalId
  const taken = read.listings.slice(0, listingsMax)
  const beyond = read.listings.slice(listingsMax).map((_, at) => ({
    row: listingsMax + at + 1,
    reason: `only the first ${listingsMax} listings of a page are taken in`,
  }))
  const told = await takeIn(deps, userId, marketplace, taken, {
    // A listing's own page says all there is to say of it; beside others it is a row among rows.
    isOwnPage: taken.length === 1 && taken[0]!.externalId === shown,
  })
  const leftOut = [...(read.rejected ?? []), ...told.rejected, ...beyond]
  return {
    outcome: read.outcome,
    reason: read.reason ?? null,
    marketplace: siteOf(marketplace),
    ...viewOf(told, leftOut),
    sites: [],
  }
}

/** An address alone: what is known of its listing, else a stub of it, which whatever shows it will fill. */
async function takeLink(
  deps: CaptureDeps,
  userId: Authorized<'capture'>,
  { url = '', title = '' }: CaptureInput,
): Promise<CaptureView> {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`
  const found = listingAt(deps.marketplaces, address)
  const sites = linkedSites(deps.marketplaces)
  if (found === null) return nothing('unknown-site', noSite(sites), sites)
  const { marketplace, externalId } = found
  const words = oneLine(title.replace(/https?:\/\/\S+/gi, ' '))
    .trim()
    .slice(0, 300)
  const price = priceIn(words)
  const stub: SeenListing = {
    externalId,
    url: found.url,
    stub: true,
    title: words === '' ? `${marketplace.name} ${externalId}`.slice(0, 1000) : words,
    ...(price?.currency && { priceCents: price.priceCents, currency: price.currency }),
  }
  const told = await takeIn(deps, userId, marketplace, [stub], { isOwnPage: false, isLink: true })
  return {
    outcome: 'ok',
    reason: null,
    marketplace: siteOf(marketplace),
    ...viewOf(told, told.rejected),
    sites: [],
  }
}

interface Taken {
  counts: { added: number; changed: number; unchanged: number }
  rejected: { row: number; reason: string }[]
  /** As they stand now, in the order of the page; what the market shows comes before one's own view of it. */
  stored: StoredListing[]
  /** Ids of those that this person was shown for the first time. */
  fresh: ReadonlySet<number>
  /** By the id of what is shown. */
  matches: ReadonlyMap<number, StoredMatch[]>
  isMatched: boolean
}

async function takeIn(
  deps: CaptureDeps,
  userId: Authorized<'capture'>,
  { id: marketplace }: Marketplace,
  listings: readonly SeenListing[],
  { isOwnPage, isLink = false }: { isOwnPage: boolean; isLink?: boolean },
): Promise<Taken> {
  const keys = listings.map(({ externalId }) => ({ marketplace, externalId }))
  const before = await readViews(deps.db, keys, userId)
  const wasKnown = new Set([...before.own.keys(), ...before.others.map(({ listing }) => keyOf(listing))])
  const observedAtMs = deps.clock.now().getTime()
  // Who shares what is known already has seen nothing of it that is new.
  const isNews = !isLink || wasKnown.size === 0
  const { rejected, ...counts } = await ingest(deps, {
    sightings: isNews ? listings.map((seen) => ({ marketplace, seen, observedAtMs })) : [],
    ...{ sourceId: null, scanId: null, demo: false, ownerId: userId },
    ...(isOwnPage && { details: true }),
  })
  const after = await readViews(deps.db, keys, userId)
  const market = new Map(after.others.map((one) => [keyOf(one.listing), one]))
  const views = [...new Set(keys.map(keyOf))].flatMap((key) => {
    const [own, shown] = [after.own.get(key), market.get(key)]
    const stored = shown ?? own
    return stored === undefined ? [] : [{ key, stored, ids: [own, shown].flatMap((one) => one?.id ?? []) }]
  })
  const ids = views.flatMap((view) => view.ids)
  const isMatched = await untilMatched(deps, ids)
  const found = Map.groupBy(await matchesOf(deps.db, userId, ids), ({ listingId }) => listingId)
  return {
    counts: isNews ? counts : { added: 0, changed: 0, unchanged: keys.length },
    rejected: rejected.map(({ index, problems }) => ({
      row: index + 1,
      reason: Object.entries(problems)
        .map(([field, problem]) => `${field}: ${problem}`)
        .join('; '),
    })),
    stored: views.map(({ stored }) => stored),
    fresh: new Set(views.flatMap(({ key, stored }) => (wasKnown.has(key) ? [] : [stored.id]))),
    matches: new Map(
      views.map(({ stored, ids }) => [stored.id, ids.flatMap((id) => found.get(id) ?? [])] as const),
    ),
    isMatched,
  }
}

/** Whoever looks at the page waits so long for rules that other processes have, and is told when it was not enough. */
const matchedMsMax = 2_000
const askEveryMs = 100

async function untilMatched({ db }: PipelineDeps, ids: readonly number[]): Promise<boolean> {
  for (let waitedMs = 0; ids.length > 0; waitedMs += askEveryMs) {
    if (!(await isBeingMatched(db, ids))) return true
    if (waitedMs >= matchedMsMax) return false
    await sleep(askEveryMs)
  }
  return true
}

function viewOf(taken: Taken, leftOut: Taken['rejected']) {
  const { stored, counts, isMatched } = taken
  const listings = stored.map((one) => listingOf(one, taken))
  const rules = new Map<number, { id: number; name: string; listings: number }>()
  for (const rule of listings.flatMap((one) => one.rules)) {
    const known = rules.get(rule.id) ?? { ...rule, listings: 0 }
    rules.set(rule.id, { ...known, listings: known.listings + 1 })
  }
  const below = listings
    .flatMap(({ id, state, belowValuePct }) =>
      state === 'active' && belowValuePct !== null && belowValuePct >= belowPctMin
        ? [{ id, pct: belowValuePct }]
        : [],
    )
    .toSorted((a, b) => b.pct - a.pct)
  return {
    counts: {
      ...{ read: listings.length, added: counts.added, changed: counts.changed },
      ...{ unchanged: counts.unchanged, leftOut: leftOut.length },
    },
    leftOut: leftOut.slice(0, leftOutMax),
    isMatched,
    rules: [...rules.values()].toSorted((a, b) => b.listings - a.listings || a.id - b.id),
    below: { listings: below.length, best: below[0] ?? null },
    listings,
  }
}

function listingOf({ id, listing, value }: StoredListing, { fresh, matches }: Taken): CapturedListing {
  const { title, url, currency, state } = listing
  const priceCents = listing.priceCents ?? null
  const rules = new Map(
    (matches.get(id) ?? [])
      .filter(({ dismissedAt }) => dismissedAt === null)
      .map(({ ruleId, ruleName }) => [ruleId, ruleName]),
  )
  return {
    ...{ id, title, url, state, priceCents: meantPriceCents(priceCents, currency) },
    currency,
    value: value && {
      ...{ lowCents: value.lowCents, midCents: value.midCents, highCents: value.highCents },
      currency: value.currency,
    },
    belowValuePct: discountFromValue({ priceCents, currency, value }),
    isNew: fresh.has(id),
    rules: [...rules].map(([ruleId, name]) => ({ id: ruleId, name })),
  }
}

const siteOf = ({ id, name, homepage }: Marketplace): ReadableSite => ({ id, name, homepage })

function noSite(sites: readonly ReadableSite[]): string {
  const names = new Intl.ListFormat('en', { type: 'disjunction' }).format(sites.map(({ name }) => name))
  return `This is no page of a site that can be read here: it has to be of ${names}.`
}

function nothing(outcome: CaptureOutcome, reason: string, sites: ReadableSite[]): CaptureView {
  return {
    ...{ outcome, reason, marketplace: null },
    counts: { read: 0, added: 0, changed: 0, unchanged: 0, leftOut: 0 },
    ...{ leftOut: [], isMatched: true, rules: [], below: { listings: 0, best: null }, listings: [] },
    sites,
  }
}
