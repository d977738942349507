import type { FieldSpec, FieldValues } from '../../core/fields.ts'
import { reader } from '../../core/reader-pool.ts'
import type { Marketplace, MarketplaceContext, SearchPage } from '../contract.ts'
import {
  acceptOption,
  bytesOf,
  failedPage,
  readSite,
  type Site,
  savedPage,
  searchOf,
  siteOptions,
  targetOf,
} from '../site-calls.ts'
import { type readBody, readRendered, readText } from './answer.ts'
import { compileQuery, searchPath, siteOfSettings } from './compile.ts'
import { german } from './german.ts'
import { identify, originOf, siteKeys, siteOfHost, sites } from './sites.ts'

const site: Site = {
  name: 'The site',
  home: originOf('se'),
  baseUrlOption: 'NORDIC_BASE_URL',
  hostGapMs: 5000,
  owns: (hostname) => siteOfHost(hostname) !== undefined,
}

const bodyReader = reader<typeof readBody>(new URL('./answer.ts', import.meta.url), 'readBody')

const fields: FieldSpec[] = [
  {
    name: 'country',
    label: 'Country',
    type: 'select',
    values: siteKeys,
    default: 'se',
    target: true,
    help: 'se is blocket.se, no finn.no, fi tori.fi and dk dba.dk.',
  },
  {
    name: 'category',
    label: 'Category',
    type: 'text',
    target: true,
    placeholder: '0.93',
    help: 'The number behind “category=” in the address of a search. Leave it empty to search everywhere.',
  },
  {
    name: 'confirmed',
    label: 'I have seen that it is read rightly',
    type: 'boolean',
    default: false,
    help: 'Compare its first listings with the site: titles, prices and places. Until then it counts as unproven.',
  },
]

const nordic: Marketplace = {
  id: 'nordic',
  words: { de: german },
  name: 'Blocket, FINN, Tori, DBA',
  homepage: originOf('se'),
  terms: {
    class: 'unofficial',
    url: 'https://www.blocket.se/villkor',
    summary:
      'The four sites offer private people no interface for reading ads, and their terms may forbid automated access: read those of your country first.',
    acceptOption: acceptOption(site),
  },
  isPublic: true,
  unprovenUntil: 'confirmed',
  quotaOf: (settings) => sites[siteOfSettings(settings)].domain,
  budget: { intervalMsMin: 600_000, hostGapMs: site.hostGapMs, pagesMax: 2 },
  options: siteOptions(
    { ...site, name: 'Blocket, FINN, Tori and DBA' },
    'Turns on sources of Blocket, FINN, Tori and DBA. Their terms may forbid automated access: at your own risk.',
  ),
  alertSteps: [
    'Run the search, signed in, and save it: “Bevaka sökning” (Blocket), “Lagre søk” (FINN), “Tallenna haku” (Tori), “Gem søgning” (DBA).',
    'Among your saved searches, choose e-mails for it.',
  ],
  setUpMinutes: 1,
  fields,
  compile: compileQuery,
  search,
  identify,
  parse: (text, url) => savedPage(readText(text, siteOfHost(URL.parse(url ?? '')?.hostname ?? ''))),
  readRendered,
  owns: (hostname) => siteOfHost(hostname) !== undefined,
}

export default nordic

async function search(
  request: Record<string, string>,
  cursor: string | null,
  ctx: MarketplaceContext,
): Promise<SearchPage> {
  const key = siteOfSettings({ country: request.country } satisfies FieldValues)
  const target = targetOf(site, ctx, originOf(key))
  if ('outcome' in target) return failedPage(target)
  const page = Math.min(50, Math.max(1, Number(cursor ?? 1) || 1))
  const headers = { accept: 'application/json', 'accept-language': sites[key].language }
  const reading = await readSite(
    { site, target, headers, ctx },
    target.origin + searchPath(request, page),
    (response) => ctx.read(bodyReader, ...bytesOf(response), key),
  )
  return searchOf({ name: sites[key].name }, reading)
}
