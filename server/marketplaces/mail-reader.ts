import { parsePrice } from '../core/money.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import type { MailMessage, SearchPage } from './contract.ts'
import { loadPage } from './html-page.ts'
import { addressesIn, identifyInMail, isOnHost } from './mail-links.ts'
import { isPriceText } from './price-text.ts'
import { checkedListing, clean, titleOf } from './reading.ts'
import { type Card, readCards } from './rendered-cards.ts'

/** What the reader of alert mails has to know of a site. */
export interface MailSite {
  name: string
  identify(url: string): { externalId: string; url: string } | null
  /** Hosts of the site's pictures, with all below them. */
  imageHosts: readonly string[]
  /** What a bare "$" means at a listing's address (ISO 4217); undefined = not known. */
  currencyAt?(url: string): string | undefined
}

/** A mail with a hundred listings has half a megabyte. */
const limits = { charactersMax: 2_000_000, tagsMax: 30_000 }
const textMax = 1_000_000
const linesMax = 20_000
const listingsMax = 500
/** Links of a mail are whole; what is none counts for nothing. */
const base = 'https://mail.invalid/'

/**
 * The listings of an alert mail, whatever it looks like: every link that leads to a listing of the site is one, with title, price
 * and picture out of the smallest block in which nothing else is linked. Of a mail without such links in its HTML the plain
 * text is read.
 */
export function readAlertMail(message: MailMessage, site: MailSite): SearchPage {
  const found = fromHtml(message.html, site) ?? fromText(message.text, site)
  return mailPage(found, site)
}

/** What a mail showed of one listing. */
export type MailListing = Pick<SeenListing, 'externalId' | 'url'> & Partial<SeenListing>

/** A page of what one mail showed, of which everything that does not fit is set aside. */
export function mailPage(
  found: readonly MailListing[],
  site: Pick<MailSite, 'name' | 'imageHosts'>,
): SearchPage {
  const rest = { next: null, complete: false as const }
  const listings = new Map<string, SeenListing>()
  const rejected: { row: number; reason: string }[] = []
  for (const [row, { imageUrls = [], title = '', ...one }] of found.slice(0, listingsMax).entries()) {
    const images = imageUrls.filter((url) => isOnHost(url, site.imageHosts)).slice(0, 1)
    const read = checkedListing({
      ...{ ...one, title: titleOf(title) },
      ...(images.length > 0 && { imageUrls: images }),
    })
    if ('reason' in read) rejected.push({ row, reason: read.reason })
    else if (!listings.has(one.externalId)) listings.set(one.externalId, read.listing)
  }
  const kept = { ...rest, ...(rejected.length > 0 && { rejected }) }
  if (listings.size > 0) return { ...kept, outcome: 'ok', listings: [...listings.values()] }
  const reason =
    rejected.length > 0
      ? `None of the ${rejected.length} listings of ${site.name} in this mail could be read.`
      : `This mail links to no listing of ${site.name}.`
  return { ...kept, outcome: 'parse-drift', listings: [], reason }
}

/** Null where the HTML part links to no listing, or is more than a mail. */
function fromHtml(html: string | null, site: MailSite): MailListing[] | null {
  const $ = html === null ? null : loadPage(html, limits)
  if ($ === null) return null
  const identify = (url: string) => identifyInMail(url, site.identify)
  const cards = readCards($, identify, base, (card) => titleIn(card) !== '' && priceTextIn(card) !== null)
  return cards.length === 0 ? null : cards.map((card) => readCard(card, site))
}

function readCard(card: Card, site: MailSite): MailListing {
  const { externalId, url, imageUrls } = card
  const split = splitTitle(titleIn(card))
  const priceText = priceTextIn(card) ?? split.priceText
  return { externalId, url, title: split.title, imageUrls, ...priceOf(priceText, url, site) }
}

/** The longest text of its links or name of its pictures; else of its headings, else its first text. */
function titleIn({ texts, labels }: Card): string {
  const isTitle = (text: string) => isWordy(text) && !isButton(text) && readPrice(text) === null
  const linked = texts.filter(({ linked, text }) => linked && isTitle(text)).map(({ text }) => text)
  const named = labels.filter(isTitle)
  // Where the whole card is one link, its place may be longer than its title; pictures are called by the title.
  const both = linked.filter((text) => named.some((name) => name.startsWith(text)))
  const others = texts.filter(({ text }) => isTitle(text))
  return (
    longest(both) ??
    longest(linked) ??
    longest(named) ??
    others.find(({ heading }) => heading)?.text ??
    others[0]?.text ??
    ''
  )
}

function longest(texts: readonly string[]): string | undefined {
  return texts.reduce<string | undefined>(
    (best, text) => (best === undefined || text.length > best.length ? text : best),
    undefined,
  )
}

function priceTextIn({ texts }: Card): string | null {
  for (const { text, crossedOut } of texts) {
    const price = crossedOut ? null : readPrice(text)
    if (price !== null) return price
  }
  return null
}

const beforePrice = /^(?:price|now|from|buy it now|preis|jetzt|sofort-kaufen|prijs|prix|precio)\s*:?\s+/i
const afterPrice = /\s+(?:vb|vhb|festpreis|obo|ono|or best offer|firm|o\.?b\.?o\.?)\.?$/i

/** A text that is a price and nothing else, without the words that stand round one; null for others. */
export function readPrice(text: string): string | null {
  if (text.length > 80) return null
  const bare = text.replace(beforePrice, '').replace(afterPrice, '')
  return isPriceText(bare) ? bare : null
}

/** "Oak desk - $120": the title, and the price before or behind it. */
export function splitTitle(text: string): { title: string; priceText: string | null } {
  const [, before = '', behind = ''] = /^(.{1,80}?)\s[-–—|·]\s+(.*)$/s.exec(text) ?? []
  const first = readPrice(before.trim())
  if (first !== null) return { title: behind, priceText: first }
  const at = Math.max(...[' - ', ' – ', ' — ', ' | ', ' · '].map((sign) => text.lastIndexOf(sign)))
  const last = at > 0 ? readPrice(text.slice(at + 3).trim()) : null
  return last === null ? { title: text, priceText: null } : { title: text.slice(0, at), priceText: last }
}

/** Nothing where no price could be read for sure: what another view told of it stays. */
export function priceOf(
  text: string | null,
  url: string,
  site: Pick<MailSite, 'currencyAt'>,
): Pick<SeenListing, 'priceCents' | 'currency'> {
  const hint = site.currencyAt?.(url)
  const price = text === null ? null : parsePrice(text, hint)
  if (price === null) return {}
  const currency = price.currency ?? hint
  return { priceCents: price.priceCents, ...(currency !== undefined && { currency }) }
}

/** Round each address of a listing the lines that stand together with it. */
function fromText(text: string | null, site: MailSite): MailListing[] {
  const lines = (text ?? '').slice(0, textMax).split(/\r?\n/, linesMax)
  const found = new Map<string, MailListing>()
  /** Lines since the last address of another listing: those before the last empty one, and those behind it. */
  let [above, block]: [string[], string[]] = [[], []]
  for (const line of lines) {
    const { addresses, rest } = addressesIn(line)
    const bare = clean(rest).replace(/^[-*•·>]+\s*/, '')
    if (bare !== '') block.push(bare)
    else if (addresses.length === 0 && block.length > 0) [above, block] = [block, []]
    for (const address of addresses) {
      const link = identifyInMail(address, site.identify)
      if (link === null) continue
      if (!found.has(link.externalId) && found.size < listingsMax)
        found.set(link.externalId, readBlock(link, [block, above], site))
      ;[above, block] = [[], []]
    }
    if (block.length > 40) block.shift()
  }
  return [...found.values()]
}

function readBlock(
  link: { externalId: string; url: string },
  blocks: readonly string[][],
  site: MailSite,
): MailListing {
  const lines = blocks.find((block) => block.some(isNamed)) ?? []
  const split = splitTitle(lines.find(isNamed) ?? '')
  const price = lines.map(readPrice).find((text) => text !== null) ?? split.priceText
  return { ...link, title: split.title, ...priceOf(price, link.url, site) }
}

const isNamed = (line: string) => isWordy(line) && !isButton(line) && readPrice(line) === null

function isWordy(text: string): boolean {
  return /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(text.slice(0, 500)) && !/^https?:/i.test(text)
}

/** What is pressed, said with nothing but such words: "View item", "Zur Anzeige". */
const buttonWords = new Set(
  `view see show open shop buy bid details detail more message contact watch save image photo picture thumbnail logo it item items
   listing listings ad ads now all post posting this the on in here click for results search
   ansehen anzeigen zur zum anzeige angebot mehr jetzt hier bild foto kaufen
   bekijk bekijken advertentie de deze meer voir plus l'annonce annonce ver más`.split(/\s+/),
)

function isButton(text: string): boolean {
  if (text.length > 40) return false
  const said =
    text
      .toLowerCase()
      .replace(/[’]/g, "'")
      .match(/[\p{L}']+|\d+/gu) ?? []
  return said.every((word) => buttonWords.has(word))
}
