import type { FieldSpec } from '../../core/fields.ts'
import { reader } from '../../core/reader-pool.ts'
import type { DetailsResult, Marketplace, MarketplaceContext, SearchPage } from '../contract.ts'
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
import { home, identify, isOwnHost } from './link.ts'
import { type readBody, readText } from './page.ts'

const site: Site = {
  name: 'willhaben',
  home,
  baseUrlOption: 'WILLHABEN_BASE_URL',
  hostGapMs: 5000,
  owns: isOwnHost,
}

const bodyReader = reader<typeof readBody>(new URL('./page.ts', import.meta.url), 'readBody')

const fields: FieldSpec[] = [
  {
    name: 'category',
    label: 'Category',
    type: 'text',
    target: true,
    placeholder: 'fahrraeder-2691',
    help: 'What stands behind “marktplatz/” in the address of the category’s page. Leave it empty to search everywhere.',
  },
]

const marketplace: Marketplace = {
  id: 'willhaben',
  words: { de: german },
  name: 'willhaben',
  homepage: home,
  terms: {
    class: 'unofficial',
    url: `${home}/iad/agb`,
    summary:
      'It offers no interface for reading listings to private people, and the terms of willhaben may forbid automated access: read them first.',
    acceptOption: acceptOption(site),
  },
  isPublic: true,
  budget: { intervalMsMin: 600_000, hostGapMs: site.hostGapMs, pagesMax: 2 },
  options: siteOptions(
    site,
    'Turns on willhaben sources. Its terms may forbid automated access: at your own risk.',
  ),
  alertSteps: [
    'Run the search on the site, signed in, and press “Suchagent speichern” above the results.',
    'Under “Mein willhaben”, “Suchagenten”, turn on the e-mails of the search.',
  ],
  setUpMinutes: 1,
  fields,
  compile: compileQuery,
  search,
  details,
  identify,
  parse: (text, url) => savedPage(readText(text, url)),
  readRendered: (html, url) => ownCopy(readText(html, url)),
  owns: isOwnHost,
}

export default marketplace

async function search(
  request: Record<string, string>,
  cursor: string | null,
  ctx: MarketplaceContext,
): Promise<SearchPage> {
  const target = targetOf(site, ctx)
  if ('outcome' in target) return failedPage(target)
  const page = Math.min(100, Math.max(1, Number(cursor ?? 1) || 1))
  return searchOf(site, await read(target.origin + searchPath(request, page), target, ctx, page))
}

async function details(
  listing: { externalId: string; url: string },
  ctx: MarketplaceContext,
): Promise<DetailsResult> {
  const target = targetOf(site, ctx)
  if ('outcome' in target) return target
  const link = identify(listing.url)
  if (!link) return { outcome: 'parse-drift', reason: 'The address of the listing is not one of willhaben.' }
  // An ad that has ended leads to a list of others.
  return detailsOf(site, listing, await read(addressAt(target, link.url), target, ctx), 'gone')
}

function read(address: string, target: Target, ctx: MarketplaceContext, page?: number): Promise<SiteRead> {
  const headers = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'de-AT,de' }
  return readSite({ site, target, headers, ctx }, address, (response, url) =>
    ctx.read(bodyReader, ...bytesOf(response), url, page),
  )
}
