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
import { german } from './german.ts'
import { adLink, home, identify, isOwnHost } from './link.ts'
import { type readBody, readText } from './page.ts'
import { posting } from './posting.ts'
import { pagesMax } from './search-page.ts'
import { readSearchUrl } from './search-url.ts'

const site: Site = {
  name: 'Kleinanzeigen',
  home,
  baseUrlOption: 'KLEINANZEIGEN_BASE_URL',
  hostGapMs: 8000,
  owns: isOwnHost,
}

const mail = { domains: ['kleinanzeigen.de'], imageHosts: ['kleinanzeigen.de'] }

const bodyReader = reader<typeof readBody>(new URL('./page.ts', import.meta.url), 'readBody')

const fields: FieldSpec[] = [
  {
    name: 'category',
    label: 'Category',
    type: 'text',
    target: true,
    placeholder: '217',
    help: 'The number behind the c in the address of the category’s page: 217 for bikes. Leave it empty to search everywhere.',
  },
  {
    name: 'seller',
    label: 'Sold by',
    type: 'select',
    values: ['anyone', 'private', 'commercial'],
    default: 'anyone',
  },
]

const kleinanzeigen: Marketplace = {
  id: 'kleinanzeigen',
  words: { de: german },
  name: 'Kleinanzeigen',
  homepage: home,
  terms: {
    class: 'unofficial',
    url: 'https://themen.kleinanzeigen.de/nutzungsbedingungen/',
    summary:
      'Kleinanzeigen offers no interface for reading ads, and its terms of use forbid collecting its contents by program without its written consent.',
    acceptOption: acceptOption(site),
  },
  isPublic: true,
  // More than 40 calls in five minutes have locked people out.
  budget: { intervalMsMin: 300_000, hostGapMs: site.hostGapMs, pagesMax: 2 },
  options: siteOptions(
    site,
    'Turns on Kleinanzeigen sources. Its terms of use forbid collecting its contents by program without consent: at your own risk.',
  ),
  alertSteps: [
    'Run the search on the site, signed in, and press “Suche speichern” above the results.',
    'Under “Meins”, “Suchaufträge”, turn on the e-mails of the search.',
  ],
  setUpMinutes: 1,
  fields,
  compile: compileQuery,
  search,
  details,
  identify,
  fees: [{ delivery: 'local', currency: 'EUR' }],
  posting,
  readSearchUrl,
  parse: (text, url) => savedPage(readText(text, url)),
  readRendered: (html, url) => ownCopy(readText(html, url)),
  owns: isOwnHost,
  mail,
  readMail: (message) => readAlertMail(message, { ...site, ...mail, identify, currencyAt: () => 'EUR' }),
}

export default kleinanzeigen

async function search(
  request: Record<string, string>,
  cursor: string | null,
  ctx: MarketplaceContext,
): Promise<SearchPage> {
  const target = targetOf(site, ctx)
  if ('outcome' in target) return failedPage(target)
  const page = Math.min(pagesMax, Math.max(1, Number(cursor ?? 1) || 1))
  return searchOf(site, await read(`${target.origin}${searchPath(request, page)}`, target, ctx, page))
}

async function details(
  listing: { externalId: string; url: string },
  ctx: MarketplaceContext,
): Promise<DetailsResult> {
  const target = targetOf(site, ctx)
  if ('outcome' in target) return target
  const link = adLink(listing.url, target.moved ? target.origin : home)
  if (!link)
    return { outcome: 'parse-drift', reason: 'The address of the listing is not one of Kleinanzeigen.' }
  // A deleted ad leads to a list of others.
  return detailsOf(site, listing, await read(addressAt(target, link.url), target, ctx), 'gone')
}

function read(address: string, target: Target, ctx: MarketplaceContext, page?: number): Promise<SiteRead> {
  const headers = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'de' }
  const facts = { nowMs: ctx.clock.now().getTime(), ...(page !== undefined && { page }) }
  return readSite({ site, target, headers, ctx }, address, (response, url) =>
    ctx.read(bodyReader, ...bytesOf(response), url, facts),
  )
}
