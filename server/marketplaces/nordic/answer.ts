import { parsePrice } from '../../core/money.ts'
import type { SeenListing } from '../../model/listing-schema.ts'
import type { SearchPage } from '../contract.ts'
import { bodyText, loadPage } from '../html-page.ts'
import { type NoticeWords, noticeIn, readNotice } from '../page-notice.ts'
import { gatherRows } from '../page-rows.ts'
import { asArray, asRecord, checkedListing, tryJson } from '../reading.ts'
import { type Card, readCards } from '../rendered-cards.ts'
import { failedPage, type SiteReading } from '../site-calls.ts'
import { readAd } from './ad.ts'
import { adLink, identify, originOf, type SiteKey, siteOfHost, sites } from './sites.ts'

/** The bytes of an answer, see readText. */
export function readBody(body: Uint8Array, contentType: string | undefined, site: SiteKey): SiteReading {
  return readText(bodyText(body, contentType), site)
}

const notice: NoticeWords = {
  name: 'The site',
  blocked: /access denied|you have been blocked|åtkomst nekad|pääsy estetty/,
  expected: 'an answer of a search nor a page of Blocket, FINN, Tori or DBA',
}

/** Tells the answer of a search from everything else; never throws. */
export function readText(text: string, site?: SiteKey): SiteReading {
  const start = text.slice(0, 200).trimStart()
  if (!start.startsWith('{') && !start.startsWith('[')) return readNotice(text, notice)
  const value = tryJson(text)
  if (value === undefined) return { kind: 'unknown', reason: 'The answer is JSON that was cut off.' }
  const answer = asRecord(value)
  return Array.isArray(answer.docs)
    ? { kind: 'search', page: readAnswer(answer, site) }
    : { kind: 'unknown', reason: 'The answer is not one of a search.' }
}

function readAnswer(answer: Record<string, unknown>, site: SiteKey | undefined): SearchPage {
  const rows = asArray(answer.docs).slice(0, 1000)
  const { page, unread, leftOut, drifted, drift } = gatherRows(rows, (row) => readAd(row, site))
  if (drifted) return drifted
  const metadata = asRecord(answer.metadata)
  const total = count(metadata.num_results)
  if (rows.length === 0)
    return total === 0
      ? { ...page, outcome: 'empty', complete: true }
      : drift('The site lists nothing, but does not say that there is nothing.')
  const { current, last } = asRecord(metadata.paging)
  const [at, end] = [count(current), count(last)]
  const isEnd = metadata.is_end_of_paging === true || (at !== undefined && end !== undefined && at >= end)
  const place = {
    next: isEnd || at === undefined ? null : String(at + 1),
    complete: isEnd && at === 1 && unread === 0 && total !== undefined && rows.length >= total,
  }
  return page.listings.length > 0
    ? { ...page, outcome: 'ok', ...place }
    : { ...page, outcome: 'empty', ...place, reason: `All ${leftOut} ads of the page are looked for.` }
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}

const limits = { charactersMax: 9_000_000, tagsMax: 120_000 }

/** The page on a person's screen: the cards round its links to ads. */
export function readRendered(html: string, url: string): SearchPage {
  const start = html.slice(0, 200).trimStart()
  const reading = start.startsWith('{') || start.startsWith('[') ? readText(html, siteOf(url)) : null
  if (reading?.kind === 'search') return { ...reading.page, next: null, complete: false }
  const $ = loadPage(html, limits)
  if (!$)
    return failedPage({
      outcome: 'parse-drift',
      reason: 'It is too large or too deeply nested to be a page.',
    })
  const base = URL.canParse(url) ? url : originOf('se')
  const isWhole = ({ texts }: Card) => texts.length > 1 && texts.some(({ heading }) => heading)
  const cards = html.includes('/item/') ? readCards($, identify, base, isWhole) : []
  const listings = cards.flatMap((card) => readCard(card) ?? [])
  if (listings.length > 0) return { outcome: 'ok', listings, next: null, complete: false }
  const said = noticeIn($, html, notice)
  return said.kind === 'refused'
    ? failedPage(said)
    : failedPage({ outcome: 'parse-drift', reason: 'The page shows no ad of Blocket, FINN, Tori or DBA.' })
}

function siteOf(url: string): SiteKey | undefined {
  const host = URL.parse(url)?.hostname
  return host === undefined ? undefined : siteOfHost(host)
}

/** A card has its title in a heading; a price only where exactly one text is nothing but an amount. */
function readCard({ url, externalId, texts, imageUrls }: Card): SeenListing | null {
  const title = texts.find(({ heading }) => heading)?.text
  const site = adLink(url)?.site
  if (title === undefined || site === undefined) return null
  const { currency } = sites[site]
  const amounts = texts.filter(
    ({ text, heading, crossedOut }) =>
      !heading && !crossedOut && /^\d[\d\s.]{0,14}(?:kr\.?|€|,-)$/i.test(text),
  )
  const price = amounts.length === 1 ? parsePrice(amounts[0]!.text, currency) : null
  const read = checkedListing({
    externalId,
    title,
    url,
    ...(price && price.currency === currency && { priceCents: price.priceCents, currency }),
    imageUrls: imageUrls.slice(0, 1),
    buyingFormat: 'classified',
  })
  return 'listing' in read ? read.listing : null
}
