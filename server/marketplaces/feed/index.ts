import { z } from 'zod'
import { systemClock } from '../../core/clock.ts'
import type { FieldValues } from '../../core/fields.ts'
import { reader } from '../../core/reader-pool.ts'
import type { CompiledQuery, Marketplace, MarketplaceContext, SearchPage, SearchQuery } from '../contract.ts'
import { outcomeOfError, outcomeOfStatus } from '../http-outcome.ts'
import { german } from './german.ts'
import { sha256 } from './ids.ts'
import { feedSourceOf, presetNames } from './presets.ts'
import { productsPerPage } from './products.ts'
import { type readAnswer, readFeed } from './read.ts'

const hostGapMs = 1000
const bytesMax = 10 * 1024 * 1024

/**
 * How long a feed may answer "not changed" before it is read whole again: a scan whose listings were lost on the
 * way to the database is made good after this time at the latest.
 */
const unchangedMsMax = 6 * 3_600_000

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1'

const answerReader = reader<typeof readAnswer>(new URL('./read.ts', import.meta.url), 'readAnswer')

const validatorsSchema = z.object({ etag: z.string().optional(), lastModified: z.string().optional() })
type Validators = z.infer<typeof validatorsSchema>

async function search(
  _request: Record<string, string>,
  cursor: string | null,
  ctx: MarketplaceContext,
): Promise<SearchPage> {
  // A demo reads its own address, whatever else its settings say.
  const settings = ctx.demo ? { ...ctx.settings, preset: 'address', words: '' } : ctx.settings
  if (ctx.demo && !settings.url)
    return { ...nothing, outcome: 'unreachable', reason: 'The demo world is not running.' }
  const source = feedSourceOf(settings)
  const number = source.isShop ? Math.min(1000, Math.max(1, Number(cursor ?? 1) || 1)) : 1
  const url = source.isShop ? `${source.url}?limit=${productsPerPage}&page=${number}` : source.url
  const { currency } = source
  const key = `feed:${sha256(`${url}\n${currency ?? ''}`).slice(0, 24)}`
  const known = await readValidators(ctx, key)
  try {
    const response = await ctx.fetch(url, {
      headers: {
        accept,
        ...(known.etag && { 'if-none-match': known.etag }),
        ...(known.lastModified && { 'if-modified-since': known.lastModified }),
      },
      signal: ctx.signal,
      network: ctx.demo || ctx.options.FEED_ALLOW_PRIVATE_NETWORK === true ? 'any' : 'public',
      hostGapMs,
      bytesMax,
    })
    if (response.status === 304 && (known.etag || known.lastModified))
      return {
        ...nothing,
        outcome: 'empty',
        reason: 'The feed has not changed since it was last read.',
      }
    const bad = outcomeOfStatus(response, ctx.clock.now())
    if (bad) return { ...nothing, ...bad }
    const { etag, 'last-modified': lastModified, 'content-type': contentType } = response.headers
    const nowMs = ctx.clock.now().getTime()
    const context = { url, answeredBy: response.url, currency, nowMs, page: number }
    const page = await ctx.read(answerReader, response.body, contentType, context)
    if (page.outcome === 'ok' && page.reason !== undefined) ctx.log.info({ reason: page.reason }, 'feed read')
    if ((page.outcome === 'ok' || page.outcome === 'empty') && (etag || lastModified)) {
      const value: Validators = { ...(etag && { etag }), ...(lastModified && { lastModified }) }
      await ctx.cache.set(key, JSON.stringify(value), new Date(ctx.clock.now().getTime() + unchangedMsMax))
    } else if (known.etag || known.lastModified) await ctx.cache.delete(key)
    return page
  } catch (error) {
    const bad = outcomeOfError(error)
    const refused = (error as { kind?: unknown }).kind === 'refused-address'
    const hint = refused ? ' The operator may allow it with FEED_ALLOW_PRIVATE_NETWORK.' : ''
    return { ...nothing, ...bad, reason: bad.reason + hint }
  }
}

const nothing = { listings: [], next: null, complete: false }

async function readValidators(ctx: MarketplaceContext, key: string): Promise<Validators> {
  const stored = await ctx.cache.get(key)
  if (stored === null) return {}
  try {
    return validatorsSchema.parse(JSON.parse(stored))
  } catch {
    return {}
  }
}

const feed: Marketplace = {
  id: 'feed',
  words: { de: german },
  name: 'RSS, Atom or JSON feed',
  homepage: 'https://www.rssboard.org/rss-specification',
  terms: {
    class: 'open-feed',
    url: 'https://www.rssboard.org/rss-specification',
    summary:
      'Reads a feed that its publisher offers to readers. Use only feeds whose publisher allows it; the address is asked at most every 5 minutes and only for what has changed.',
  },
  // A shop's list of products has pages; a feed is one.
  budget: { intervalMsMin: 300_000, hostGapMs, pagesMax: 4 },
  options: [
    {
      env: 'FEED_ALLOW_PRIVATE_NETWORK',
      type: 'boolean',
      default: false,
      doc: 'Lets feed sources read addresses in private networks; leave off where strangers may add sources.',
    },
  ],
  setUpMinutes: 1,
  fields: [
    {
      name: 'url',
      label: 'Address of the feed',
      type: 'url',
      placeholder: 'https://example.com/bikes.xml',
      target: true,
      help: 'An RSS, Atom or JSON Feed address, or that of a shop. Leave it empty for one of the known feeds.',
    },
    {
      name: 'preset',
      label: 'Known feed',
      type: 'select',
      values: presetNames,
      default: 'address',
      target: true,
      help: '“address” is the address above. “shop” reads the list of products of a shop that runs on Shopify. The others are sites of deals: new things in shops, which are never used to say what used ones are worth.',
    },
    {
      name: 'words',
      label: 'Words to look for',
      type: 'text',
      help: 'At Slickdeals, hotukdeals, mydealz, dealabs and Chollometro: their feed of a search for these words.',
    },
    {
      name: 'currency',
      label: 'Currency',
      type: 'text',
      placeholder: 'USD',
      help: 'Of amounts that do not name theirs (“$20”), as a three-letter code such as USD.',
    },
  ],
  browsable: true,
  quotaOf,
  compile,
  search,
  parse: (text, url) => readFeed(text, { url, nowMs: systemClock.now().getTime() }),
}

export default feed

/** A feed filters nothing, so all queries are one scan. */
function compile(_query: SearchQuery, settings: FieldValues): CompiledQuery {
  feedSourceOf(settings)
  return {
    request: {},
    pushed: [],
    residual: ['all', 'any', 'none', 'categories', 'conditions', 'price', 'place'],
  }
}

function quotaOf(settings: FieldValues): string {
  try {
    return new URL(feedSourceOf(settings).url).host
  } catch {
    return ''
  }
}
