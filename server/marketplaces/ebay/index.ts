import { badInput } from '../../core/errors.ts'
import { reader } from '../../core/reader-pool.ts'
import type { DetailsResult, Marketplace, MarketplaceContext, SearchPage } from '../contract.ts'
import { readAlertMail } from '../mail-reader.ts'
import { ebayAccounts } from './account/account.ts'
import { accountOptions } from './account/options.ts'
import { errorsOf, problemText } from './answer.ts'
import { browseBudget, browseCallsPerDayDefault, callEbay, type EbayAnswer } from './client.ts'
import { conditionCodes } from './conditions.ts'
import { appOf, hostGapMs, missingKeys } from './connection.ts'
import { fees } from './fees.ts'
import { german } from './german.ts'
import { currencyAt, identifyEbay } from './link.ts'
import { readSaleMail } from './mails/sale-mail.ts'
import { posting } from './posting.ts'
import { compileEbay, needsWord, pageLimit } from './query.ts'
import {
  readGroup,
  type readGroupAnswer,
  readItem,
  type readItemAnswer,
  readSearch,
  type readSearchAnswer,
} from './read.ts'
import { readEbaySearchUrl } from './search-url.ts'
import { sellingGerman } from './selling/german.ts'
import { lookAlikes } from './selling/look-alikes.ts'
import { ebaySelling } from './selling/selling.ts'
import { ebaySiteDefault, ebaySites } from './sites.ts'

const browse = '/buy/browse/v1'

const mail = {
  domains: ['com', 'co.uk', 'de', 'fr', 'it', 'es', 'ca', 'at', 'ch', 'ie', 'nl', 'pl', 'com.au'].map(
    (end) => `ebay.${end}`,
  ),
  imageHosts: ['ebayimg.com', 'ebaystatic.com'],
}

const module = new URL('./read.ts', import.meta.url)
const searchReader = reader<typeof readSearchAnswer>(module, 'readSearchAnswer')
const itemReader = reader<typeof readItemAnswer>(module, 'readItemAnswer')
const groupReader = reader<typeof readGroupAnswer>(module, 'readGroupAnswer')

/** Parameters of a compiled query that go out; anything else in it is not ours. */
const searchParameters = ['category_ids', 'fieldgroups', 'filter', 'limit', 'q', 'sort'] as const

async function search(
  request: Record<string, string>,
  cursor: string | null,
  ctx: MarketplaceContext,
): Promise<SearchPage> {
  const limit = Number(request.limit ?? pageLimit)
  const offset = cursor === null ? 0 : Number(cursor)
  if (!Number.isInteger(offset) || offset < 0 || offset > 9999 || offset % limit !== 0)
    throw badInput('The eBay page cursor must be a multiple of the page size below 10,000.')
  if (!request.q && !request.category_ids) return failed({ outcome: 'parse-drift', reason: needsWord })
  const query = [
    ...searchParameters.flatMap((name) => (request[name] ? [[name, request[name]] as const] : [])),
    ['offset', String(offset)] as const,
  ]
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  const answer = await callEbay(`${browse}/item_summary/search?${query}`, ctx)
  return 'problem' in answer ? failed(answer.problem) : ctx.read(searchReader, answer.body, { offset, limit })
}

function failed(problem: Pick<SearchPage, 'outcome' | 'reason' | 'retryAfterMs'>): SearchPage {
  return { listings: [], next: null, complete: false, ...problem }
}

const listingIdPattern = /^v1\|(\d{1,20})\|0$/
const variationIdPattern = /^v1\|\d{1,20}\|([1-9]\d{0,19})$/

async function details(listing: { externalId: string }, ctx: MarketplaceContext): Promise<DetailsResult> {
  const now = ctx.clock.now()
  const item = await callEbay(`${browse}/item/${encodeURIComponent(listing.externalId)}`, ctx)
  const variation = variationIdPattern.exec(listing.externalId)?.[1] ?? null
  if ('body' in item) return ctx.read(itemReader, item.body, now, variation)
  if (!isMissing(item)) return asDetails(item)
  // A listing with variations is no item of its own: eBay finds it only as a group.
  const groupId = listingIdPattern.exec(listing.externalId)?.[1]
  if (!groupId) return { outcome: 'gone' }
  const group = await callEbay(`${browse}/item/get_items_by_item_group?item_group_id=${groupId}`, ctx)
  if ('body' in group) return ctx.read(groupReader, group.body, now)
  return isMissing(group) ? { outcome: 'gone' } : asDetails(group)
}

/** Not found (11001–11003), or not of the kind that was asked for (11005: no group, 11006: a group). */
const missingIds = new Set([11001, 11002, 11003, 11005, 11006])

function isMissing(answer: Extract<EbayAnswer, { problem: unknown }>): boolean {
  return (
    answer.errorIds.some((id) => missingIds.has(id)) ||
    (answer.status === 404 && answer.errorIds.length === 0)
  )
}

function asDetails({ problem, errorIds }: Extract<EbayAnswer, { problem: unknown }>): DetailsResult {
  // 11004 and 11008: the seller is editing it just now.
  if (errorIds.includes(11004) || errorIds.includes(11008))
    return { outcome: 'unreachable', reason: 'eBay says the listing is not available just now.' }
  return problem
}

/** A saved answer: of a search, of an item or of an item group. */
function parse(text: string): SearchPage {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return failed({ outcome: 'parse-drift', reason: 'This is not a JSON answer of eBay.' })
  }
  if (typeof json !== 'object' || json === null)
    return failed({ outcome: 'parse-drift', reason: 'This is not an answer of eBay.' })
  const errors = errorsOf(json)
  if (errors.length > 0)
    return failed({
      outcome: errors.some(({ errorId }) => errorId === 1001) ? 'auth-expired' : 'parse-drift',
      reason: `This is an error answer of eBay (${problemText(errors)}).`,
    })
  const result = 'itemId' in json ? readItem(json) : 'items' in json ? readGroup(json) : undefined
  if (!result) return readSearch(json)
  if (result.listing) return { outcome: 'ok', listings: [result.listing], next: null, complete: false }
  return failed({ outcome: 'parse-drift', reason: result.reason ?? 'The eBay item could not be read.' })
}

const ebay: Marketplace = {
  id: 'ebay',
  words: { de: { ...german, ...sellingGerman } },
  name: 'eBay',
  homepage: 'https://www.ebay.com',
  terms: {
    class: 'official-api',
    url: 'https://developer.ebay.com/join/api-license-agreement',
    summary:
      'Uses eBay’s own Browse API with the keys of your developer account. Its licence asks that listing data is at most 6 hours old or shown with its age, that it is not mixed with the content of others, and that no price statistics are derived from it; so eBay listings are not used as comparables.',
    noComps: true,
    holdsPayment: true,
  },
  isPublic: true,
  quotaOf: appOf,
  budget: {
    intervalMsMin: 300_000,
    hostGapMs,
    pagesMax: 3,
    // The rest is for scans, which see what is new.
    detailsPerDay: ({ EBAY_DAILY_CALLS: calls }) =>
      Math.floor(Number(calls ?? browseCallsPerDayDefault) * 0.3),
    callsPerDay: browseBudget,
  },
  options: [
    {
      env: 'EBAY_CLIENT_ID',
      type: 'string',
      doc: 'Client ID of an eBay app, for sources without their own keys.',
    },
    {
      env: 'EBAY_CLIENT_SECRET',
      type: 'string',
      secret: true,
      doc: 'Client secret of the eBay app of EBAY_CLIENT_ID.',
    },
    {
      env: 'EBAY_BASE_URL',
      type: 'url',
      protocols: ['http', 'https'],
      doc: 'Base URL in place of https://api.ebay.com (a gateway or a fake server); may be in a private network.',
    },
    {
      env: 'EBAY_DAILY_CALLS',
      type: 'integer',
      default: browseCallsPerDayDefault,
      min: 1,
      max: 10_000_000,
      doc: 'Browse calls a day (UTC) for each eBay app; eBay’s standard limit is 5,000.',
    },
    {
      env: 'EBAY_IMAGE_SEARCH',
      type: 'boolean',
      default: false,
      doc: 'Whether photos of people’s own things are sent to eBay’s search by image, which says what alike listings are called. In production only, of the same daily calls.',
    },
    ...accountOptions,
  ],
  alertSteps: [
    'Run the search on eBay, signed in, and press “Save this search”.',
    'Under My eBay, Saved searches, turn on its e-mails.',
  ],
  setUpMinutes: 15,
  steps: [
    'Sign in at developer.ebay.com, and ask for a developer account; eBay answers within a day.',
    'Under “Application Keys”, make a set of keys for Production. eBay asks first where to send its notices of deleted accounts: whoever runs this Deal Scout knows the address (docs/ebay-account.md).',
    'Copy the App ID (Client ID) and the Cert ID (Client secret) into the fields below.',
  ],
  fields: [
    {
      name: 'site',
      label: 'eBay site',
      type: 'select',
      values: Object.keys(ebaySites),
      default: ebaySiteDefault,
      target: true,
      help: 'Where to search; prices are shown in its currency.',
    },
    {
      name: 'domesticOnly',
      label: 'Only items in the site’s country',
      type: 'boolean',
      default: true,
      help: 'Off: also what sellers abroad offer to this site.',
    },
    {
      name: 'postalCode',
      label: 'Your postal code',
      type: 'text',
      placeholder: '94103',
      help: 'Lets eBay state the shipping cost to you; must lie in the site’s country.',
    },
    {
      name: 'clientId',
      label: 'Client ID',
      type: 'text',
      group: 'Keys of your eBay app',
      help: 'Of your app at developer.ebay.com; empty for the keys of this installation.',
    },
    {
      name: 'clientSecret',
      label: 'Client secret',
      type: 'text',
      secret: true,
      group: 'Keys of your eBay app',
      help: 'Kept sealed, and never shown again.',
    },
    {
      name: 'environment',
      label: 'Environment',
      type: 'select',
      group: 'Keys of your eBay app',
      values: ['production', 'sandbox'],
      default: 'production',
      help: 'The sandbox holds test listings only and has its own keys.',
    },
  ],
  unavailable: missingKeys,
  compile: compileEbay,
  search,
  details,
  identify: identifyEbay,
  conditionCodes,
  fees,
  isUsualForResale: true,
  readSearchUrl: readEbaySearchUrl,
  accounts: ebayAccounts,
  selling: ebaySelling,
  lookAlikes,
  posting,
  parse,
  mail,
  readMail: (message) =>
    readAlertMail(message, { name: 'eBay', ...mail, identify: identifyEbay, currencyAt }),
  readSaleMail,
}

export default ebay
