import type { SeenListing } from '../../model/listing-schema.ts'
import type { SearchPage } from '../contract.ts'
import { bodyText, loadPage } from '../html-page.ts'
import { gatherRows } from '../page-rows.ts'
import { isPriceText } from '../price-text.ts'
import { asRecord, checkedListing, clean, tryJson } from '../reading.ts'
import { type Card, readCards } from '../rendered-cards.ts'
import { jsonScripts, objectsWhere } from '../script-json.ts'
import type { SiteReading } from '../site-calls.ts'
import { home, identify, isOwnHost } from './link.ts'
import { type Data, dollarsOf, isListing, mergedData, readListing } from './listing.ts'
import { dollarsAt, shownPrice } from './price.ts'

/** The bytes of an answer, see readText. */
export function readBody(body: Uint8Array, contentType: string | undefined, url: string): SiteReading {
  return readText(bodyText(body, contentType), url)
}

/** Tells a listing's page, results, a removed listing and a wall before them apart; never throws. */
export function readText(text: string, url?: string): SiteReading {
  const data = jsonScripts(text)
    .filter((script) => script.includes('marketplace') || script.includes('listing_photos'))
    .map(tryJson)
  const details = data.flatMap((part) =>
    objectsWhere(part, (record) => 'marketplace_product_details_page' in record),
  )
  if (details.length > 0 && isOf(url, details)) return readItem(details, data)
  const listings = inFeeds(data)
  const shown = cardsOf(text, url)
  if (listings.length === 0 && shown === null)
    return { kind: 'unknown', reason: 'The page is too large or too deeply nested to be one of Facebook.' }
  const page = pageOf(listings, shown ?? [])
  if (page.outcome === 'ok' || page.outcome === 'parse-drift') return { kind: 'search', page }
  return readNotice(
    text,
    data.some((part) => objectsWhere(part, (record) => 'feed_units' in record).length > 0),
  )
}

/** False where the tab went on to another page: the data stay those of the page that was loaded first. */
function isOf(url: string | undefined, details: readonly Data[]): boolean {
  const address = url === undefined ? null : URL.parse(url)
  if (address === null || !isOwnHost(address.hostname)) return true
  const id = identify(address.href)?.externalId
  return (
    id !== undefined && details.some((record) => objectsWhere(record, (value) => value.id === id).length > 0)
  )
}

/** The listing of the page itself: others beside it are recommendations. */
function readItem(details: readonly Data[], data: readonly unknown[]): SiteReading {
  const pages = details.map(({ marketplace_product_details_page: page }) => asRecord(page))
  const targets = pages.flatMap((page) =>
    [page.target, page.marketplace_listing_renderable_target].map(asRecord),
  )
  const id = targets
    .map((target) => target.id)
    .find((value) => typeof value === 'string' && /^\d{6,25}$/.test(value))
  if (id === undefined) {
    return pages.some((page) => 'target' in page && page.target === null)
      ? { kind: 'gone', reason: 'Facebook says that the listing is not available.' }
      : { kind: 'unknown', reason: 'The page of a listing does not say which.' }
  }
  const photos = data.flatMap((part) =>
    objectsWhere(part, (record) => record.id === id && Array.isArray(record.listing_photos)),
  )
  const read = readListing({
    ...mergedData([
      ...targets.filter((target) => target.id === id),
      ...photos.map(({ listing_photos }) => ({ listing_photos })),
    ]),
    id,
  })
  return 'listing' in read
    ? { kind: 'item', listing: read.listing }
    : { kind: 'unknown', reason: `The listing could not be read: ${read.reason}.` }
}

/** Listings of the feeds in the page's data, advertisements left out, in their order. */
function inFeeds(data: readonly unknown[]): Data[] {
  return data.flatMap((part) =>
    objectsWhere(part, (record) => 'feed_units' in record || 'marketplace_feed_stories' in record).flatMap(
      (feed) =>
        objectsWhere(
          feed.feed_units ?? feed.marketplace_feed_stories,
          (record) => isListing(record) || /AdStory/.test(String(record.__typename)),
        ).filter(isListing),
    ),
  )
}

/** Data first, which say more; then what only stands on the page, since scrolling adds nothing to the data. */
function pageOf(listings: readonly Data[], cards: readonly Card[]): SearchPage {
  // A page is written for one viewer, for whom a sign means one currency.
  const dollars = new Set(listings.map(dollarsOf).filter((code) => code !== undefined))
  const pageDollars = dollars.size === 1 ? [...dollars][0] : undefined
  const fromData = listings.map((data) => readListing(data, pageDollars))
  const known = new Set(fromData.flatMap((read) => ('listing' in read ? read.listing.externalId : [])))
  const onlyShown = cards.filter(({ externalId }) => !known.has(externalId))
  const rows = [...fromData, ...onlyShown.map((card) => readCard(card, pageDollars))]
  const { page, drifted } = gatherRows(rows, (read) => read)
  if (drifted) return drifted
  return page.listings.length > 0
    ? { ...page, outcome: 'ok' }
    : { ...page, outcome: 'blocked', reason: nothingToSee }
}

const nothingToSee = 'Facebook showed no listings: without a sign-in it does not say whether there are none.'

/** A page that was scrolled for long. */
const limits = { charactersMax: 9_000_000, tagsMax: 200_000 }

/** Null for what is no page. */
function cardsOf(text: string, url: string | undefined): Card[] | null {
  if (!text.includes('/item/')) return []
  const $ = loadPage(text, limits)
  if (!$) return null
  const base = url !== undefined && URL.canParse(url) ? url : home
  return readCards(
    $,
    identify,
    base,
    ({ texts }) =>
      texts.filter(({ crossedOut }) => !crossedOut).length >= 2 &&
      texts.some(({ text: line }) => isPriceText(line)),
  )
}

const soldWords = new Set(
  'sold|verkauft|vendu|vendido|vendida|verkocht|venduto|såld|solgt|myyty|sprzedane|prodáno'.split('|'),
)
const pendingWords = new Set(
  'pending|sale pending|ausstehend|reserviert|en attente|pendiente|in behandeling|in afwachting|in sospeso|pågår|afventer|odottaa|pendente'.split(
    '|',
  ),
)

/** A card has, in this order: its price, a former one, its title, its place; its picture is called "title in place". */
function readCard(
  { externalId, url, texts, imageUrls, labels }: Card,
  pageDollars: string | undefined,
): { listing: SeenListing } | { reason: string } {
  const lines = texts
    .flatMap(({ text, crossedOut }) => (crossedOut ? [] : text.split(' · ').map(clean)))
    .filter((line) => line !== '' && line !== '·')
  const at = lines.findIndex(isPriceText)
  if (at < 0) return { reason: 'its card states no price' }
  const before = lines.slice(0, at).map((line) => line.toLowerCase())
  const after = lines.slice(at + 1)
  while (after.length > 0 && isPriceText(after[0]!)) after.shift()
  const [title, place] = after
  if (title === undefined) return { reason: 'its card has no title' }
  // A first line that the picture knows nothing of is some badge, and what follows it may be anything.
  if (labels.length > 0 && !labels.some((label) => label.startsWith(title.slice(0, 30))))
    return { reason: 'its card is in an order that is not known' }
  const state = before.some((line) => soldWords.has(line))
    ? 'sold'
    : before.some((line) => pendingWords.has(line))
      ? 'pending'
      : undefined
  return checkedListing({
    externalId,
    title,
    url,
    ...shownPrice(lines[at]!, dollarsAt(place) ?? pageDollars),
    ...(place !== undefined && { location: place.slice(0, 300) }),
    imageUrls: imageUrls.slice(0, 1),
    buyingFormat: 'classified',
    ...(state !== undefined && { state }),
    attributes: {},
  })
}

const goneTexts = [
  'this listing isn’t available anymore',
  "this listing isn't available anymore",
  'this listing is no longer available',
  'dieses angebot ist nicht mehr verfügbar',
  'cette annonce n’est plus disponible',
  'este artículo ya no está disponible',
  'deze advertentie is niet meer beschikbaar',
]
const captchaTexts = [
  'security check',
  'enter the characters',
  'sicherheitsprüfung',
  'confirm you’re human',
  "confirm you're human",
]
const throttleTexts = [
  'temporarily blocked',
  'rate limit exceeded',
  'you’re going too fast',
  "you're going too fast",
]
const loginTexts = [
  'log in',
  'log into facebook',
  'anmelden',
  'connexion',
  'iniciar sesión',
  'inloggen',
  'accedi',
  'logga in',
  'log ind',
]

function readNotice(text: string, hasFeed: boolean): SiteReading {
  const $ = loadPage(text, limits)
  if (!$)
    return { kind: 'unknown', reason: 'The page is too large or too deeply nested to be one of Facebook.' }
  const title = clean($('title').first().text()).slice(0, 100)
  const isFacebook =
    /facebook/i.test(title) ||
    $('html#facebook, #login_form, meta[property="og:site_name"][content="Facebook"]').length > 0
  $('script, style, noscript').remove()
  const words = clean($.root().text().slice(0, 20_000)).toLowerCase()
  const says = (texts: readonly string[]) => texts.some((phrase) => words.includes(phrase))
  if (isFacebook || hasFeed) {
    if (says(goneTexts))
      return { kind: 'gone', reason: 'Facebook says that the listing is not available any more.' }
    if (says(throttleTexts))
      return { kind: 'refused', outcome: 'rate-limited', reason: 'Facebook asks us to slow down.' }
    if (says(captchaTexts))
      return {
        kind: 'refused',
        outcome: 'captcha',
        reason: 'Facebook asks for proof that a person is browsing.',
      }
    if (!hasFeed && (says(loginTexts) || $('#login_form, form[action*="/login/"]').length > 0))
      return {
        kind: 'refused',
        outcome: 'blocked',
        reason: 'Facebook asks for a sign-in before it shows anything.',
      }
    return { kind: 'refused', outcome: 'blocked', reason: nothingToSee }
  }
  const what = title === '' ? 'The page' : `The page “${title}”`
  return {
    kind: 'unknown',
    reason: `${what} is neither a result page nor a listing of Facebook Marketplace.`,
  }
}
