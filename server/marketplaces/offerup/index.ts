import type { FieldSpec } from '../../core/fields.ts'
import { reader } from '../../core/reader-pool.ts'
import type { DetailsResult, Marketplace, MarketplaceContext, SearchPage } from '../contract.ts'
import { readAlertMail } from '../mail-reader.ts'
import {
  acceptOption,
  addressAt,
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
import { compileQuery, searchPath } from './compile.ts'
import { conditionCodes } from './conditions.ts'
import { german } from './german.ts'
import { home, identify, isOwnHost } from './link.ts'
import { type readBody, readRendered, readText } from './page.ts'
import { posting } from './posting.ts'
import { readSearchUrl } from './search-url.ts'

const site: Site = {
  name: 'OfferUp',
  home,
  baseUrlOption: 'OFFERUP_BASE_URL',
  hostGapMs: 5000,
  owns: isOwnHost,
}

const mail = { domains: ['offerup.com'], imageHosts: ['offerup.com'] }

const bodyReader = reader<typeof readBody>(new URL('./page.ts', import.meta.url), 'readBody')

const fields: FieldSpec[] = [
  {
    name: 'place',
    label: 'Place',
    type: 'text',
    required: true,
    target: true,
    placeholder: '85201',
    help: 'A ZIP code or a city with its state, around which rules without a place look.',
  },
]

const offerup: Marketplace = {
  id: 'offerup',
  words: { de: german },
  name: 'OfferUp',
  homepage: home,
  terms: {
    class: 'unofficial',
    url: 'https://offerup.com/terms',
    summary:
      'OfferUp offers no interface for reading listings, and its terms of service forbid automated access. Your own mails and the page on your screen are read without asking it.',
    acceptOption: acceptOption(site),
  },
  isPublic: true,
  budget: { intervalMsMin: 600_000, hostGapMs: site.hostGapMs, pagesMax: 1 },
  options: siteOptions(
    site,
    'Turns on OfferUp sources. Its terms of service forbid automated access: at your own risk.',
  ),
  alertSteps: [
    'Run the search, signed in, and press “Save search”.',
    'In the settings of notifications, let saved searches send e-mails.',
  ],
  setUpMinutes: 1,
  fields,
  compile: compileQuery,
  search,
  details,
  identify,
  conditionCodes,
  // Shipped 12.9 %, at least $1.99; nothing for what is handed over.
  fees: [
    {
      ...{ bands: [{ upToCents: null, bps: 1290 }], feeCentsMin: 199 },
      ...{ source: 'https://help.offerup.com/hc/en-us/articles/360031987832', readOn: '2026-11-30' },
    },
    { delivery: 'local' },
  ],
  posting,
  readSearchUrl,
  parse: (text, url) => savedPage(readText(text, url)),
  readRendered,
  owns: isOwnHost,
  mail,
  readMail: (message) => readAlertMail(message, { ...site, ...mail, identify, currencyAt: () => 'USD' }),
}

export default offerup

async function search(
  request: Record<string, string>,
  _cursor: string | null,
  ctx: MarketplaceContext,
): Promise<SearchPage> {
  const target = targetOf(site, ctx)
  if ('outcome' in target) return failedPage(target)
  return searchOf(site, await read(target.origin + searchPath(request), target, ctx))
}

async function details(
  listing: { externalId: string; url: string },
  ctx: MarketplaceContext,
): Promise<DetailsResult> {
  const target = targetOf(site, ctx)
  if ('outcome' in target) return target
  const link = identify(listing.url)
  if (!link) return { outcome: 'parse-drift', reason: 'The address of the listing is not one of OfferUp.' }
  return detailsOf(site, listing, await read(addressAt(target, link.url), target, ctx), 'parse-drift')
}

function read(address: string, target: Target, ctx: MarketplaceContext): Promise<SiteRead> {
  const headers = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'en-US,en' }
  return readSite({ site, target, headers, ctx }, address, (response, url) =>
    ctx.read(bodyReader, ...bytesOf(response), url),
  )
}
