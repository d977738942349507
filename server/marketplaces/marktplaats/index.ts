import type { FieldSpec, FieldValues } from '../../core/fields.ts'
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
import { compileQuery, searchPath, siteOfSettings } from './compile.ts'
import { german } from './german.ts'
import { type readBody, readText } from './page.ts'
import { posting } from './posting.ts'
import { readRendered } from './rendered.ts'
import { readSearchUrl } from './search-url.ts'
import { adLink, identify, originOf, type SiteKey, siteKeys, siteOfHost, sites } from './sites.ts'

const home = originOf('nl')

const site: Site = {
  name: 'Marktplaats',
  home,
  baseUrlOption: 'MARKTPLAATS_BASE_URL',
  hostGapMs: 3000,
  owns: (hostname) => siteOfHost(hostname) !== undefined,
}

const mail = {
  domains: ['marktplaats.nl', '2dehands.be', '2ememain.be'],
  imageHosts: ['marktplaats.com', 'marktplaats.nl', '2dehands.com', '2dehands.be', '2ememain.be'],
}

const bodyReader = reader<typeof readBody>(new URL('./page.ts', import.meta.url), 'readBody')

const fields: FieldSpec[] = [
  {
    name: 'site',
    label: 'Site',
    type: 'select',
    values: siteKeys,
    default: 'nl',
    target: true,
    help: 'nl is marktplaats.nl; be-nl is 2dehands.be and be-fr 2ememain.be, which show the same ads.',
  },
  {
    name: 'category',
    label: 'Category',
    type: 'text',
    target: true,
    placeholder: '445',
    help: 'The number of a main category, such as 445 for bikes. Leave it empty to search everywhere.',
  },
]

const marktplaats: Marketplace = {
  id: 'marktplaats',
  words: { de: german },
  name: 'Marktplaats, 2dehands, 2ememain',
  homepage: home,
  terms: {
    class: 'unofficial',
    url: 'https://www.marktplaats.nl/i/help/over-marktplaats/voorwaarden-en-privacybeleid/algemene-gebruiksvoorwaarden.dot.html',
    summary:
      'The sites offer no interface for reading ads to private people, and their terms of use forbid automated access without written consent.',
    acceptOption: acceptOption(site),
  },
  isPublic: true,
  quotaOf: (settings) => sites[siteOfSettings(settings)].domain,
  budget: { intervalMsMin: 300_000, hostGapMs: site.hostGapMs, pagesMax: 3 },
  options: siteOptions(
    site,
    'Turns on sources of Marktplaats, 2dehands and 2ememain. Their terms of use forbid automated access without consent: at your own risk.',
  ),
  alertSteps: [
    'Run the search on the site, signed in, and press “Bewaar zoekopdracht” (“Sauvegarder la recherche” on 2ememain).',
    'Among your saved searches, choose to be sent an e-mail each day.',
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
  readRendered,
  owns: (hostname) => siteOfHost(hostname) !== undefined,
  mail,
  readMail: (message) => readAlertMail(message, { ...site, ...mail, identify, currencyAt: () => 'EUR' }),
}

export default marktplaats

async function search(
  request: Record<string, string>,
  cursor: string | null,
  ctx: MarketplaceContext,
): Promise<SearchPage> {
  const key = siteOfSettings({ site: request.site } satisfies FieldValues)
  const target = targetOf(site, ctx, originOf(key))
  if ('outcome' in target) return failedPage(target)
  const offset = Math.max(0, Math.min(100_000, Number(cursor ?? 0) || 0))
  const address = target.origin + searchPath(request, offset)
  return searchOf(site, await read(address, 'application/json', { key, target, ctx, offset }))
}

async function details(
  listing: { externalId: string; url: string },
  ctx: MarketplaceContext,
): Promise<DetailsResult> {
  const link = adLink(listing.url)
  if (!link)
    return { outcome: 'parse-drift', reason: 'The address of the listing is not one of these sites.' }
  const target = targetOf(site, ctx, new URL(link.url).origin)
  if ('outcome' in target) return target
  const page = 'text/html,application/xhtml+xml'
  const reading = await read(addressAt(target, link.url), page, { key: link.site, target, ctx })
  // A closed ad leads to a list of others.
  return detailsOf(site, listing, reading, 'gone')
}

function read(
  address: string,
  accept: string,
  { key, target, ctx, offset }: { key: SiteKey; target: Target; ctx: MarketplaceContext; offset?: number },
): Promise<SiteRead> {
  const headers = { accept, 'accept-language': sites[key].language }
  const facts = { site: key, nowMs: ctx.clock.now().getTime() }
  return readSite({ site, target, headers, ctx }, address, async (response, url) =>
    // The site's way of saying that there is nothing.
    response.status === 204 && offset !== undefined
      ? {
          kind: 'search',
          page: { outcome: 'empty', listings: [], next: null, complete: offset === 0 },
        }
      : ctx.read(bodyReader, ...bytesOf(response), url, facts),
  )
}
