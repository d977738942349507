import type { FetchResponse } from '../core/fetch.ts'
import type { OptionSpec } from '../core/options.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import type { MarketplaceContext } from './context.ts'
import type { DetailsResult, SearchPage } from './contract.ts'
import { type BadAnswer, outcomeOfError, outcomeOfStatus } from './http-outcome.ts'

/** A site that is read at one address, which the operator may move and the demo always does. */
export interface Site {
  name: string
  /** Origin of the site itself. */
  home: string
  /** Option of the operator with another address. */
  baseUrlOption: string
  hostGapMs: number
  /** Hosts that are the site's own. */
  owns(hostname: string): boolean
}

export interface Target {
  /** Without a slash at its end. */
  origin: string
  /** Origin of the site itself, wherever requests go. */
  home: string
  /** True when requests do not go to the site itself. */
  moved: boolean
  hostGapMs: number
}

export function targetOf(
  site: Omit<Site, 'owns'>,
  ctx: MarketplaceContext,
  home = site.home,
): Target | BadAnswer {
  const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim().replace(/\/$/, '') : '')
  if (ctx.demo) {
    const origin = trimmed(ctx.settings.demoBaseUrl)
    // A demo source must never reach the real site.
    if (origin === '') return { outcome: 'unreachable', reason: 'The demo world is not running.' }
    return { origin, home, moved: true, hostGapMs: 0 }
  }
  const origin = trimmed(ctx.options[site.baseUrlOption])
  return { origin: origin || home, home, moved: origin !== '', hostGapMs: site.hostGapMs }
}

/** The address on the site, or on where its requests go instead: path and query are kept. */
export function addressAt(target: Target, address: string): string {
  const url = new URL(address)
  return target.moved ? `${target.origin}${url.pathname}${url.search}` : url.href
}

export type SiteAnswer =
  | { response: FetchResponse; bad?: undefined }
  /** `response` where there was a whole answer, whose body may say more than its status. */
  | { bad: BadAnswer; response?: FetchResponse }

const hopsMax = 3

/**
 * Asks the site and nobody else: where it sends us to a host that is not its own, nothing is asked there. Bodies up to
 * 8 MiB, 20 s.
 */
export async function askSite(
  site: Site,
  target: Target,
  address: string,
  headers: Record<string, string>,
  ctx: MarketplaceContext,
): Promise<SiteAnswer> {
  const base = new URL(target.origin)
  const isOwn = (url: URL) =>
    url.origin === base.origin || (!target.moved && url.protocol === 'https:' && site.owns(url.hostname))
  try {
    let url = new URL(address)
    for (let hop = 0; hop <= hopsMax; hop++) {
      if (!isOwn(url)) return { bad: sentAway(site, url) }
      const response = await ctx.fetch(url.href, {
        headers,
        signal: ctx.signal,
        timeoutMs: 20_000,
        bytesMax: 8 * 1024 * 1024,
        network: target.moved ? 'any' : 'public',
        hostGapMs: target.hostGapMs,
        redirectsMax: 0,
      })
      const location = response.headers.location
      const next = isRedirect(response.status) && location ? URL.parse(location, url.href) : null
      if (next === null) {
        const bad = outcomeOfStatus(response, ctx.clock.now())
        return bad ? { bad, response } : { response }
      }
      // The site names itself in full where it has been moved, too.
      url = target.moved && site.owns(next.hostname) ? new URL(addressAt(target, next.href)) : next
    }
    return {
      bad: { outcome: 'unreachable', reason: `${site.name} kept sending us from one address to the next.` },
    }
  } catch (error) {
    return { bad: outcomeOfError(error) }
  }
}

function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308
}

function sentAway(site: Site, url: URL): BadAnswer {
  return {
    outcome: 'blocked',
    reason: `${site.name} sent us to ${url.hostname.slice(0, 100)}, which is not its own, instead of answering.`,
  }
}

/** The bytes of an answer as readers take them. */
export function bytesOf({ body, headers }: FetchResponse): [Buffer, string | undefined] {
  return [body, headers['content-type']]
}

/** What a page or an answer of a site turned out to be. */
export type SiteReading =
  | { kind: 'search'; page: SearchPage }
  /** One listing's own page. */
  | { kind: 'item'; listing: SeenListing }
  /** Of one listing: removed, or looked for and not offered. */
  | { kind: 'gone' | 'wanted'; reason: string }
  | { kind: 'refused'; outcome: 'blocked' | 'captcha' | 'rate-limited' | 'auth-expired'; reason: string }
  /** `message`: in its reason the site itself says what is wrong. */
  | { kind: 'unknown'; reason: string; message?: string }

export type SiteRead = SiteReading | { bad: BadAnswer; status?: number }

/** Statuses with which a site says that it did not accept the query. */
const refusals: ReadonlySet<number> = new Set([400, 412, 422])

/**
 * Asks for a page of the site and reads it. `read` is told where on the site itself the page is. Of an answer that is no
 * success only a refusal counts, since a challenge may come as 403 or 503, and what the site says is wrong with a query.
 */
export async function readSite(
  { site, target, headers, ctx }: SiteCall,
  address: string,
  read: (response: FetchResponse, url: string) => Promise<SiteReading>,
): Promise<SiteRead> {
  const { response, bad } = await askSite(site, target, address, headers, ctx)
  if (!response) return { bad: bad! }
  const where = URL.parse(response.url)
  const url = target.moved && where ? `${target.home}${where.pathname}${where.search}` : response.url
  if (!bad) return read(response, url)
  const { status } = response
  const mayTell = bad.outcome === 'blocked' || bad.outcome === 'unreachable' || refusals.has(status)
  const told = mayTell ? await read(response, url) : null
  if (told?.kind === 'refused') return { bad: { ...bad, outcome: told.outcome, reason: told.reason }, status }
  const reason = told?.kind === 'unknown' && told.message !== undefined ? told.reason : bad.reason
  return { bad: { ...bad, reason }, status }
}

/** Whom a call goes to, and with what. */
export interface SiteCall {
  site: Site
  target: Target
  headers: Record<string, string>
  ctx: MarketplaceContext
}

export function failedPage({ outcome, reason, retryAfterMs }: BadAnswer): SearchPage {
  const wish = retryAfterMs === undefined ? {} : { retryAfterMs }
  return { outcome, reason, ...wish, listings: [], next: null, complete: false }
}

/** What a search gives, of what was read. */
export function searchOf({ name }: Pick<Site, 'name'>, reading: SiteRead): SearchPage {
  if ('bad' in reading) return failedPage(reading.bad)
  switch (reading.kind) {
    case 'search':
      return reading.page
    case 'refused':
      return failedPage(reading)
    case 'item':
      return failedPage({
        outcome: 'parse-drift',
        reason: `${name} showed one listing instead of results.`,
      })
    case 'gone':
    case 'wanted':
    case 'unknown':
      return failedPage({ outcome: 'parse-drift', reason: reading.reason })
  }
}

/** What a look at a listing's own page gives; `others` is what it means that the site shows a list in its place. */
export function detailsOf(
  { name }: Pick<Site, 'name'>,
  listing: { externalId: string; url: string },
  reading: SiteRead,
  others: 'gone' | 'blocked' | 'parse-drift',
): DetailsResult {
  if ('bad' in reading) {
    const isGone = reading.status === 404 || reading.status === 410
    return isGone ? { outcome: 'gone', reason: `${name} no longer has this listing.` } : reading.bad
  }
  switch (reading.kind) {
    case 'gone':
      return { outcome: 'gone', reason: reading.reason }
    case 'search':
      return { outcome: others, reason: `${name} shows other listings in place of this one.` }
    case 'refused':
      return { outcome: reading.outcome, reason: reading.reason }
    case 'wanted':
    case 'unknown':
      return { outcome: 'parse-drift', reason: reading.reason }
    case 'item':
      if (reading.listing.externalId !== listing.externalId)
        return { outcome: 'parse-drift', reason: `${name} showed another listing.` }
      if (reading.listing.state === 'gone')
        return { outcome: 'gone', reason: `${name} says that the listing has ended.` }
      return { outcome: 'ok', listing: { ...reading.listing, url: listing.url } }
  }
}

/** A saved page or answer: results, one listing (`ok` with it alone), a removed or a wanted one (`empty`). */
export function savedPage(reading: SiteReading): SearchPage {
  const page = { listings: [], next: null, complete: false }
  switch (reading.kind) {
    case 'search':
      return reading.page
    case 'item':
      return { ...page, outcome: 'ok', listings: [reading.listing] }
    case 'gone':
    case 'wanted':
      return { ...page, outcome: 'empty', reason: reading.reason }
    case 'refused':
      return { ...page, outcome: reading.outcome, reason: reading.reason }
    case 'unknown':
      return { ...page, outcome: 'parse-drift', reason: reading.reason }
  }
}

/** The same, of a page that a person has seen: it proves nothing beyond itself. */
export function ownCopy(reading: SiteReading): SearchPage {
  return { ...savedPage(reading), complete: false, next: null }
}

/** What the operator sets of a site: where its requests go instead and, with `terms`, that they are taken on. */
export function siteOptions({ name, baseUrlOption }: Site, terms?: string): OptionSpec[] {
  const accepted: OptionSpec[] =
    terms === undefined
      ? []
      : [{ env: acceptOption({ baseUrlOption }), type: 'boolean', default: false, doc: terms }]
  return [
    ...accepted,
    {
      env: baseUrlOption,
      type: 'url',
      protocols: ['http', 'https'],
      doc: `Sends every ${name} request to this address instead, with path and query kept (a mirror or a fake server).`,
    },
  ]
}

/** `SHOP_TERMS_ACCEPTED` beside `SHOP_BASE_URL`. */
export function acceptOption({ baseUrlOption }: Pick<Site, 'baseUrlOption'>): string {
  return baseUrlOption.replace(/_BASE_URL$/, '_TERMS_ACCEPTED')
}
