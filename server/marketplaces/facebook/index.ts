import type { FieldSpec } from '../../core/fields.ts'
import { reader } from '../../core/reader-pool.ts'
import type { DeclaredFee } from '../../model/score-schema.ts'
import type { DetailsResult, Marketplace, MarketplaceContext, SearchPage } from '../contract.ts'
import { readAlertMail } from '../mail-reader.ts'
import {
  acceptOption,
  addressAt,
  bytesOf,
  detailsOf,
  failedPage,
  ownCopy,
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
import { type readBody, readText } from './page.ts'
import { posting } from './posting.ts'
import { readSearchUrl } from './search-url.ts'

const site: Site = {
  name: 'Facebook',
  home,
  baseUrlOption: 'FACEBOOK_BASE_URL',
  hostGapMs: 15_000,
  owns: isOwnHost,
}

const mail = { domains: ['facebookmail.com', 'facebook.com'], imageHosts: ['fbcdn.net', 'fbsbx.com'] }

const bodyReader = reader<typeof readBody>(new URL('./page.ts', import.meta.url), 'readBody')

const fields: FieldSpec[] = [
  {
    name: 'city',
    label: 'City',
    type: 'text',
    required: true,
    target: true,
    placeholder: 'houston',
    help: 'As the address of its page has it: houston for facebook.com/marketplace/houston, or a number.',
  },
  {
    name: 'currency',
    label: 'Currency',
    type: 'text',
    default: 'USD',
    help: 'In which the city’s prices are, as a three-letter code such as USD.',
  },
]

/** Shipped 10 %, at least $0.80; nothing for what is handed over. */
const fees: readonly DeclaredFee[] = [
  { bands: [{ upToCents: null, bps: 1000 }], feeCentsMin: 80 },
  ...['USD', 'GBP', 'EUR', 'CAD', 'AUD'].map((currency) => ({ delivery: 'local' as const, currency })),
]

const facebook: Marketplace = {
  id: 'facebook',
  words: { de: german },
  name: 'Facebook Marketplace',
  homepage: `${home}/marketplace/`,
  terms: {
    class: 'unofficial',
    url: 'https://www.facebook.com/legal/automated_data_collection_terms',
    summary:
      'Meta has no interface for reading Marketplace and forbids automated collection without its written permission, signed in or not. Your own mails and the page on your screen are read without asking it.',
    acceptOption: acceptOption(site),
  },
  // About 25 pages without a sign-in, then it refuses for a while.
  budget: { intervalMsMin: 1_800_000, hostGapMs: site.hostGapMs, pagesMax: 1, detailsPerDay: () => 20 },
  options: siteOptions(
    site,
    'Turns on Facebook Marketplace sources, which read pages without a sign-in. Meta’s terms forbid automated collection without written permission: at your own risk.',
  ),
  alertSteps: [
    'Run the search in Marketplace, signed in, and press “Notify me” or the bell above the results.',
    'In the settings of notifications, let Marketplace send e-mails.',
  ],
  setUpMinutes: 1,
  steps: [
    'Open facebook.com/marketplace and choose your city: what stands behind “marketplace/” in the address that you come to is the city.',
  ],
  fields,
  compile: compileQuery,
  search,
  details,
  identify,
  conditionCodes,
  fees,
  isUsualForPickup: true,
  posting,
  readSearchUrl,
  parse: (text, url) => savedPage(readText(text, url)),
  readRendered: (html, url) => ownCopy(readText(html, url)),
  owns: isOwnHost,
  mail,
  readMail: (message) => readAlertMail(message, { ...site, ...mail, identify }),
}

export default facebook

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
  if (!link) return { outcome: 'parse-drift', reason: 'The address of the listing is not one of Facebook.' }
  return detailsOf(site, listing, await read(addressAt(target, link.url), target, ctx), 'blocked')
}

function read(address: string, target: Target, ctx: MarketplaceContext): Promise<SiteRead> {
  const headers = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'en-US,en' }
  return readSite({ site, target, headers, ctx }, address, async (response, url) =>
    // A page to sign in on may come under any address of the site.
    /^\/(?:login|checkpoint|cookie)\b/.test(new URL(url).pathname)
      ? {
          kind: 'refused',
          outcome: 'blocked',
          reason: 'Facebook asks for a sign-in before it shows anything.',
        }
      : ctx.read(bodyReader, ...bytesOf(response), url),
  )
}
