import type { FieldSpec, FieldValues } from '../../core/fields.ts'
import type {
  CompiledQuery,
  DetailsResult,
  Marketplace,
  MarketplaceContext,
  SearchPage,
  SearchQuery,
} from '../contract.ts'
import { detailsOf, savedPage, searchOf, siteOptions } from '../site-calls.ts'
import { readText } from './answer.ts'
import { askReddit, site } from './client.ts'
import { dueAgain, keepFollowed, readFollowed } from './follow.ts'
import { german } from './german.ts'
import { groupsOf } from './groups.ts'
import { appOf, missingKeys } from './keys.ts'
import { home, identify } from './link.ts'

const rowsPerPage = 100

const fields: FieldSpec[] = [
  {
    name: 'groups',
    label: 'Groups',
    type: 'text',
    required: true,
    target: true,
    placeholder: 'hardwareswap',
    help: 'Names as in reddit.com/r/hardwareswap, with commas between them, at most ten.',
  },
  {
    name: 'username',
    label: 'Your Reddit name',
    type: 'text',
    group: 'Keys of your Reddit app',
    help: 'Reddit asks that programs say who runs them.',
  },
  {
    name: 'clientId',
    label: 'Client ID',
    type: 'text',
    group: 'Keys of your Reddit app',
    help: 'Of your app at reddit.com/prefs/apps; empty for the keys of this installation.',
  },
  {
    name: 'clientSecret',
    label: 'Client secret',
    type: 'text',
    secret: true,
    group: 'Keys of your Reddit app',
    help: 'Kept sealed, and never shown again.',
  },
]

const reddit: Marketplace = {
  id: 'reddit',
  words: { de: german },
  name: 'Reddit',
  homepage: home,
  terms: {
    class: 'official-api',
    url: 'https://support.reddithelp.com/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki',
    summary:
      'Uses Reddit’s own interface with the keys of your app, which is free for what is not commercial, at up to 100 calls a minute. What is deleted there has to be deleted everywhere else, and is dropped here.',
  },
  isPublic: true,
  quotaOf: appOf,
  budget: { intervalMsMin: 300_000, hostGapMs: site.hostGapMs, pagesMax: 3 },
  options: [
    {
      env: 'REDDIT_CLIENT_ID',
      type: 'string',
      doc: 'Client ID of a Reddit app, for sources without their own keys.',
    },
    {
      env: 'REDDIT_CLIENT_SECRET',
      type: 'string',
      secret: true,
      doc: 'Client secret of the Reddit app of REDDIT_CLIENT_ID.',
    },
    ...siteOptions(site),
  ],
  setUpMinutes: 5,
  steps: [
    'Sign in to Reddit, open reddit.com/prefs/apps and press “create another app”.',
    'Choose “script”, give it any name, and http://localhost as its redirect address.',
    'What stands under the app’s name is the client ID, “secret” the client secret: copy both into the fields below.',
    'Without keys, connect a group’s own feed instead: as a source of RSS feeds, with the address reddit.com/r/GROUP/new/.rss.',
  ],
  browsable: true,
  unavailable: missingKeys,
  fields,
  compile,
  search,
  details,
  identify,
  parse: (text) => savedPage(readText(text)),
}

export default reddit

/** A group's newest posts are read whole, so all queries are one scan. Throws AppError `bad-input` for no group's name. */
function compile(query: SearchQuery, settings: FieldValues): CompiledQuery {
  const asked = (['all', 'any', 'none', 'categories', 'conditions'] as const).filter(
    (filter) => query[filter].length > 0,
  )
  const priced = query.priceCentsMin !== undefined || query.priceCentsMax !== undefined
  return {
    request: { groups: groupsOf(settings).join('+') },
    pushed: [],
    residual: [
      ...asked,
      ...(priced ? (['price'] as const) : []),
      ...(query.place ? (['place'] as const) : []),
    ],
  }
}

async function search(
  { groups = '' }: Record<string, string>,
  cursor: string | null,
  ctx: MarketplaceContext,
): Promise<SearchPage> {
  const at = /^(t3_[a-z0-9]{4,10})\.(\d{1,5})$/.exec(cursor ?? '')
  const query = new URLSearchParams({
    limit: String(rowsPerPage),
    raw_json: '1',
    ...(at && { after: at[1]! }),
  })
  const path = `/r/${groups}/new?${query}`
  const page = searchOf(site, await askReddit(path, ctx, at ? Number(at[2]) : 0))
  if (page.outcome !== 'ok' && page.outcome !== 'empty') return page
  return cursor === null ? withThoseOfBefore(page, groups, ctx) : page
}

/**
 * The page, and what became of offers that it shows no more: sold, closed, or deleted, which then is dropped. One call
 * tells of a hundred; where it fails, they are asked for at the next look.
 */
async function withThoseOfBefore(
  page: SearchPage,
  groups: string,
  ctx: MarketplaceContext,
): Promise<SearchPage> {
  const before = await readFollowed(groups, ctx)
  const due = dueAgain(before, page)
  const again = due.length === 0 ? null : await askReddit(infoPath(due), ctx)
  const known = again !== null && !('bad' in again) && again.kind === 'search' ? again.page : null
  const wanted = new Set(due)
  const old = (known?.listings ?? []).filter(({ externalId }) => wanted.has(externalId))
  const seen = [...page.listings, ...old]
  await keepFollowed({ groups, before, asked: known === null ? [] : due, seen }, ctx)
  return old.length === 0 ? page : { ...page, outcome: 'ok', listings: seen }
}

const infoPath = (ids: readonly string[]): string =>
  `/api/info?${new URLSearchParams({ id: ids.join(','), raw_json: '1' })}`

async function details(
  listing: { externalId: string; url: string },
  ctx: MarketplaceContext,
): Promise<DetailsResult> {
  const link = identify(listing.url)
  if (link?.externalId !== listing.externalId)
    return { outcome: 'parse-drift', reason: 'The address of the listing is not one of Reddit.' }
  const reading = await askReddit(infoPath([link.externalId]), ctx)
  if ('bad' in reading || reading.kind !== 'search') return detailsOf(site, listing, reading, 'parse-drift')
  const { page } = reading
  const own = page.listings.find(({ externalId }) => externalId === listing.externalId)
  if (own) return { outcome: 'ok', listing: { ...own, url: listing.url } }
  if (page.outcome === 'empty')
    return {
      outcome: 'gone',
      reason: page.rejected?.[0]
        ? `The post is no offer any more: ${page.rejected[0].reason}.`
        : 'Reddit no longer has this post.',
    }
  return { outcome: 'parse-drift', reason: page.reason ?? 'Reddit showed another post.' }
}
