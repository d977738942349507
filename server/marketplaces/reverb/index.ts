import type { FieldSpec } from '../../core/fields.ts'
import { reader } from '../../core/reader-pool.ts'
import type { DetailsResult, Marketplace, MarketplaceContext, SearchPage } from '../contract.ts'
import { readAlertMail } from '../mail-reader.ts'
import {
  bytesOf,
  detailsOf,
  failedPage,
  readSite,
  type Site,
  type SiteRead,
  savedPage,
  searchOf,
  siteOptions,
  type Target,
  targetOf,
} from '../site-calls.ts'
import { type readBody, readText } from './answer.ts'
import { compileQuery, currencyOf, regionOf, searchPath } from './compile.ts'
import { conditionCodes } from './conditions.ts'
import { german } from './german.ts'
import { api, home, identify, isOwnHost } from './link.ts'
import { readSearchUrl } from './search-url.ts'

const site: Site = {
  name: 'Reverb',
  home: api,
  baseUrlOption: 'REVERB_BASE_URL',
  hostGapMs: 1500,
  owns: isOwnHost,
}

const mail = { domains: ['reverb.com'], imageHosts: ['reverb.com'] }

const bodyReader = reader<typeof readBody>(new URL('./answer.ts', import.meta.url), 'readBody')

const fields: FieldSpec[] = [
  {
    name: 'which',
    label: 'What is offered',
    type: 'select',
    values: ['used', 'all'],
    default: 'used',
    help: 'Used and handmade things only, or new ones too.',
  },
  {
    name: 'category',
    label: 'Category',
    type: 'text',
    target: true,
    placeholder: 'electric-guitars',
    help: 'The name in the category’s address. Leave it empty to search everywhere.',
  },
  {
    name: 'currency',
    label: 'Currency',
    type: 'text',
    default: 'USD',
    target: true,
    help: 'In which prices are shown, as a three-letter code; Reverb converts what sellers ask in another.',
  },
  {
    name: 'region',
    label: 'Sent to',
    type: 'text',
    default: 'US_CON',
    help: 'The country’s two letters such as DE, or US_CON for the mainland of the USA: for what shipping costs.',
  },
  {
    name: 'token',
    label: 'Personal token',
    type: 'text',
    secret: true,
    help: 'Not needed today. From reverb.com, Settings, API & Integrations.',
  },
]

const reverb: Marketplace = {
  id: 'reverb',
  words: { de: german },
  name: 'Reverb',
  homepage: home,
  terms: {
    class: 'official-api',
    url: 'https://www.reverb-api.com/docs/getting-started',
    summary:
      'Reverb offers this interface to programs; searching needs no key today. Listings link back to Reverb.',
    holdsPayment: true,
  },
  isPublic: true,
  budget: { intervalMsMin: 300_000, hostGapMs: site.hostGapMs, pagesMax: 3 },
  options: siteOptions(site),
  alertSteps: [
    'Run the search on reverb.com, signed in, and press “Follow this search”.',
    'In the settings of e-mails, let what you follow be sent to you.',
  ],
  setUpMinutes: 1,
  fields,
  compile: compileQuery,
  search,
  details,
  identify,
  conditionCodes,
  // 5 %, at least $0.50 and at most $500; for payment 3.19 % and $0.49.
  fees: [
    {
      categories: ['instruments', 'audio', 'music'],
      bands: [{ upToCents: null, bps: 500 }],
      feeCentsMin: 50,
      feeCentsMax: 50_000,
      payment: { bps: 319, fixedCents: 49 },
      source: 'https://help.reverb.com/hc/en-us/articles/360006133434',
      readOn: '2026-11-30',
    },
  ],
  readSearchUrl,
  parse: (text) => savedPage(readText(text)),
  mail,
  readMail: (message) => readAlertMail(message, { ...site, ...mail, identify }),
}

export default reverb

async function search(
  request: Record<string, string>,
  cursor: string | null,
  ctx: MarketplaceContext,
): Promise<SearchPage> {
  const target = targetOf(site, ctx)
  if ('outcome' in target) return failedPage(target)
  // The next page as the site linked it, and nothing else.
  const path = cursor !== null && /^\/api\/listings[/?]/.test(cursor) ? cursor : searchPath(request)
  return searchOf(site, await read(path, request.region, target, ctx))
}

async function details(
  listing: { externalId: string; url: string },
  ctx: MarketplaceContext,
): Promise<DetailsResult> {
  const target = targetOf(site, ctx)
  if ('outcome' in target) return target
  const link = identify(listing.url)
  if (link?.externalId !== listing.externalId)
    return { outcome: 'parse-drift', reason: 'The address of the listing is not one of Reverb.' }
  const path = `/api/listings/${link.externalId}`
  return detailsOf(site, listing, await read(path, regionOf(ctx.settings), target, ctx), 'parse-drift')
}

function read(
  path: string,
  region: string | undefined,
  target: Target,
  ctx: MarketplaceContext,
): Promise<SiteRead> {
  const token = typeof ctx.settings.token === 'string' ? ctx.settings.token.trim() : ''
  const headers = {
    accept: 'application/hal+json',
    'accept-version': '3.0',
    'x-display-currency': currencyOf(ctx.settings),
    ...(region !== undefined && { 'x-shipping-region': region }),
    ...(token !== '' && { authorization: `Bearer ${token}` }),
  }
  return readSite({ site, target, headers, ctx }, target.origin + path, (response) =>
    ctx.read(bodyReader, ...bytesOf(response), region),
  )
}
