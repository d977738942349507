import type { FetchResponse } from '../../core/fetch.ts'
import type { FieldSpec } from '../../core/fields.ts'
import type { OptionSpec } from '../../core/options.ts'
import { reader } from '../../core/reader-pool.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import type { DetailsResult, Marketplace, MarketplaceContext, SearchPage } from '../contract.ts'
import { type BadAnswer, outcomeOfError, outcomeOfStatus } from '../http-outcome.ts'
import { bytesOf, type Target, targetOf } from '../site-calls.ts'
import { areaByHost, areaCurrency } from './areas.ts'
import { categoryNames } from './categories.ts'
import { compileQuery, searchAddress } from './compile.ts'
import { conditionCodes } from './conditions.ts'
import { fees } from './fees.ts'
import { german } from './german.ts'
import { readMail } from './mail.ts'
import { type readAnswerBody, readText, type refusalOfBody } from './page.ts'
import { posting } from './posting.ts'
import { areaInAddress, isCraigslistHost, postingLink } from './reading.ts'
import { readShownCards } from './rendered.ts'
import { readCraigslistSearchUrl } from './search-url.ts'

const home = 'https://www.craigslist.org'

const module = new URL('./page.ts', import.meta.url)
const answerReader = reader<typeof readAnswerBody>(module, 'readAnswerBody')
const refusalReader = reader<typeof refusalOfBody>(module, 'refusalOfBody')

const site = { name: 'Craigslist', home, baseUrlOption: 'CRAIGSLIST_BASE_URL', hostGapMs: 1500 }

const mail = { domains: ['craigslist.org'], imageHosts: ['images.craigslist.org'] }

const budget = { intervalMsMin: 300_000, hostGapMs: site.hostGapMs, pagesMax: 1 }

const options: OptionSpec[] = [
  {
    env: 'CRAIGSLIST_TERMS_ACCEPTED',
    type: 'boolean',
    default: false,
    doc: 'Turns on Craigslist sources. Its terms of use forbid automated access and name damages for it: at your own risk.',
  },
  {
    env: 'CRAIGSLIST_BASE_URL',
    type: 'url',
    protocols: ['http', 'https'],
    doc: 'Sends every Craigslist request to this address instead, with path and query kept (a mirror or a fake server).',
  },
]

const fields: FieldSpec[] = [
  {
    name: 'area',
    label: 'Area',
    type: 'text',
    target: true,
    placeholder: 'sfbay',
    help: 'The first part of the area’s address: sfbay for sfbay.craigslist.org. Leave it empty to take the area nearest to the place.',
  },
  {
    name: 'place',
    label: 'Place',
    type: 'text',
    target: true,
    placeholder: 'Oakland, CA',
    help: 'A ZIP code or a city with its state.',
  },
  {
    name: 'category',
    label: 'Category',
    type: 'text',
    default: 'sss',
    help: 'The category’s code in the address of its page: sss for everything for sale, fua for furniture.',
  },
  {
    name: 'seller',
    label: 'Sold by',
    type: 'select',
    values: ['anyone', 'owner', 'dealer'],
    default: 'anyone',
  },
  { name: 'withPhotos', label: 'Only with photos', type: 'boolean', default: false },
]

const craigslist: Marketplace = {
  id: 'craigslist',
  words: { de: german },
  name: 'Craigslist',
  homepage: home,
  terms: {
    class: 'unofficial',
    url: 'https://www.craigslist.org/about/terms.of.use',
    summary:
      'Craigslist offers no interface for reading postings, and its terms of use forbid automated access and name damages for it.',
    acceptOption: 'CRAIGSLIST_TERMS_ACCEPTED',
    holdsPayment: false,
  },
  isPublic: true,
  budget,
  options,
  alertSteps: [
    'Run the search on the site of your area, and press “save search” above the results.',
    'Sign in, open the searches of your account, and tick the e-mail alert beside it.',
  ],
  setUpMinutes: 2,
  steps: [
    'Open craigslist.org and choose your city: the first part of the address that you come to is the area.',
  ],
  fields,
  compile: compileQuery,
  search,
  details,
  identify,
  conditionCodes,
  categoryCodes: categoryNames,
  fees,
  readSearchUrl: readCraigslistSearchUrl,
  areaOf: (url) => areaByHost(areaInAddress(url) ?? '') ?? null,
  posting,
  parse,
  readRendered,
  owns: isCraigslistHost,
  mail,
  readMail: (message) =>
    readMail(message, {
      ...{ ...site, ...mail, identify },
      currencyAt: (url) => areaCurrency(areaInAddress(url)),
    }),
}

export default craigslist

async function search(
  request: Record<string, string>,
  _cursor: string | null,
  ctx: MarketplaceContext,
): Promise<SearchPage> {
  const failed = (bad: BadAnswer): SearchPage => ({ ...bad, listings: [], next: null, complete: false })
  const target = targetOf(site, ctx)
  if ('outcome' in target) return failed(target)
  const answer = await load(searchAddress(request, target.origin), target, ctx)
  if ('outcome' in answer) {
    const unknownArea = answer.status === 404 || answer.status === 410
    const reason = `Craigslist has no search for the area “${request.area}” and category “${request.cat}”.`
    return failed({ ...answer.bad, ...(unknownArea && { reason }) })
  }
  const reading = await ctx.read(answerReader, ...bytesOf(answer.response), answer.response.url)
  if (reading.kind === 'search') return reading.page
  if (reading.kind === 'refused') return failed({ outcome: reading.outcome, reason: reading.reason })
  const reason =
    reading.kind === 'unknown' ? reading.reason : 'Craigslist showed a posting instead of results.'
  return failed({ outcome: 'parse-drift', reason })
}

async function details(
  listing: { externalId: string; url: string },
  ctx: MarketplaceContext,
): Promise<DetailsResult> {
  const target = targetOf(site, ctx)
  if ('outcome' in target) return target
  const address = postingAddress(listing.url, target)
  if (!address)
    return { outcome: 'parse-drift', reason: 'The address of the listing is not one of Craigslist.' }
  const answer = await load(address, target, ctx)
  if ('outcome' in answer) {
    const gone = answer.status === 404 || answer.status === 410
    return gone ? { outcome: 'gone', reason: 'Craigslist no longer has this posting.' } : answer.bad
  }
  const reading = await ctx.read(answerReader, ...bytesOf(answer.response), answer.response.url)
  switch (reading.kind) {
    case 'gone':
      return { outcome: 'gone', reason: reading.reason }
    case 'refused':
      return { outcome: reading.outcome, reason: reading.reason }
    case 'unknown':
      return { outcome: 'parse-drift', reason: reading.reason }
    case 'search':
      return { outcome: 'parse-drift', reason: 'Craigslist showed results instead of the posting.' }
    case 'posting':
      return isSamePosting(listing.externalId, reading.listing.externalId)
        ? // Identity and address are those under which the posting was found.
          { outcome: 'ok', listing: { ...reading.listing, externalId: listing.externalId, url: listing.url } }
        : { outcome: 'parse-drift', reason: 'Craigslist showed another posting.' }
  }
}

/** Identity alone: the words in an address may change with the posting's title. */
function identify(address: string): { externalId: string; url: string } | null {
  const url = URL.parse(address)
  if (url === null) return null
  if (url.port !== '' || url.username !== '' || !isCraigslistHost(url.hostname)) return null
  const link = postingLink(address, home)
  if (link === null) return null
  return { externalId: link.externalId, url: link.url.replace(/^http:/, 'https:').replace(/\/$/, '') }
}

/** A number and a token may name one posting; two different numbers, or two different tokens, do not. */
function isSamePosting(asked: string, shown: string): boolean {
  const isNumber = (id: string) => /^\d+$/.test(id)
  return asked === shown || isNumber(asked) !== isNumber(shown)
}

/** A saved page: results, one posting (`ok` with it alone), a removed posting (`empty`) or a JSON answer. */
function parse(text: string, url?: string): SearchPage {
  const page = { listings: [], next: null, complete: false }
  const reading = readText(text, url)
  switch (reading.kind) {
    case 'search':
      return reading.page
    case 'posting':
      return { ...page, outcome: 'ok', listings: [reading.listing] }
    case 'gone':
      return { ...page, outcome: 'empty', reason: reading.reason }
    case 'refused':
      return { ...page, outcome: reading.outcome, reason: reading.reason }
    case 'unknown':
      return { ...page, outcome: 'parse-drift', reason: reading.reason }
  }
}

/** The page on a person's screen: what `parse` reads of it and cards that a browser has drawn, if they are of the site. */
function readRendered(html: string, url: string): SearchPage {
  const base = URL.canParse(url) && isCraigslistHost(new URL(url).hostname) ? url : home
  const page = { ...parse(html, base), next: null, complete: false }
  const isTheirs = ({ url: address, externalId }: SeenListing) => identify(address)?.externalId === externalId
  const known = new Map(page.listings.filter(isTheirs).map((listing) => [listing.externalId, listing]))
  // One posting's page shows others beside it in the same way.
  if (identify(base) === null)
    for (const listing of readShownCards(html, base, identify))
      if (!known.has(listing.externalId)) known.set(listing.externalId, listing)
  const listings = [...known.values()]
  const strange = page.listings.flatMap((listing, at) =>
    isTheirs(listing) ? [] : [{ row: at + 1, reason: 'its address is none of Craigslist' }],
  )
  if (listings.length > 0) {
    const rejected = [...(page.rejected ?? []), ...strange]
    return { outcome: 'ok', listings, next: null, complete: false, ...(rejected.length > 0 && { rejected }) }
  }
  if (strange.length === 0) return page
  return {
    outcome: 'parse-drift',
    listings,
    next: null,
    complete: false,
    reason: 'The postings on the page lead to another site than Craigslist.',
  }
}

/** Where to read a posting; null when its address is not one of the site, so that no stranger's page is called. */
function postingAddress(url: string, target: Target): string | null {
  if (!URL.canParse(url)) return null
  const address = new URL(url)
  // A fake server may have had another address when the posting was found: only the path counts.
  if (target.moved) return url.startsWith(`${target.origin}/`) ? url : target.origin + address.pathname
  return isCraigslistHost(address.hostname) ? (postingLink(url, home)?.url ?? null) : null
}

type Answer = { response: FetchResponse } | { outcome: 'bad'; bad: BadAnswer; status: number | null }

async function load(address: string, target: Target, ctx: MarketplaceContext): Promise<Answer> {
  try {
    const response = await ctx.fetch(address, {
      headers: { accept: 'text/html,application/xhtml+xml', 'accept-language': 'en' },
      signal: ctx.signal,
      timeoutMs: 20_000,
      bytesMax: 8 * 1024 * 1024,
      network: target.moved ? 'any' : 'public',
      hostGapMs: target.hostGapMs,
    })
    const bad = outcomeOfStatus(response, ctx.clock.now())
    if (!bad) return { response }
    const mayTell = bad.outcome === 'blocked' || bad.outcome === 'unreachable'
    const refusal = mayTell ? await ctx.read(refusalReader, ...bytesOf(response)) : null
    return { outcome: 'bad', bad: { ...bad, ...told(refusal) }, status: response.status }
  } catch (error) {
    return { outcome: 'bad', bad: outcomeOfError(error), status: null }
  }
}

/** What the body of an error says is more than its status: a challenge may come as 403 or 503. */
function told(refusal: ReturnType<typeof refusalOfBody>): Partial<BadAnswer> {
  return refusal ? { outcome: refusal.outcome, reason: refusal.reason } : {}
}
