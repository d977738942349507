import type { MailMessage, SearchPage } from '../contract.ts'
import { addressesIn, identifyInMail } from '../mail-links.ts'
import {
  type MailListing,
  type MailSite,
  mailPage,
  priceOf,
  readAlertMail,
  readPrice,
} from '../mail-reader.ts'
import { clean } from '../reading.ts'

const textMax = 1_000_000
const listingsMax = 500

/**
 * An alert of a saved search. Today's plain text has a line of equals signs between its entries; that of before 2015 begins each
 * with a dash. Other mails, such as those in HTML, are read as those of any site.
 */
export function readMail(message: MailMessage, site: MailSite): SearchPage {
  const text = (message.text ?? '').slice(0, textMax)
  const found = ruled.test(text) ? readRuled(text, site) : dashed.test(text) ? readDashed(text, site) : []
  return found.length > 0 ? mailPage(found, site) : readAlertMail(message, site)
}

const ruled = /^[ \t]{0,8}={20,200}[ \t]{0,8}\r?$/m
const dashed = /^ {2,8}-\s?\S/m

/** `$3,050 - 1br - 925ft2 - Title`, address, `(place)`, address again; price, rooms and place may be missing. */
function readRuled(text: string, site: MailSite): MailListing[] {
  const blocks = text.split(ruled, listingsMax + 1)
  return blocks.flatMap((block) => {
    const lines = block.split(/\r?\n/).map((line) => ({ ...addressesIn(line), line }))
    const at = lines.findIndex(({ addresses }) => addresses.some((one) => identifyInMail(one, site.identify)))
    if (at === -1) return []
    const link = linkIn(lines[at]!.addresses, site)!
    const head = lines.slice(0, at + 1).findLast(({ rest }) => clean(rest) !== '')?.rest ?? ''
    const place = lines.slice(at).find(({ line }) => /^\s*\(.{1,200}\)\s*$/.test(line))?.line
    return [{ ...link, ...readHead(head, link.url, site), ...placeOf(place) }]
  })
}

function readHead(head: string, url: string, site: MailSite) {
  const parts = head.split(/\s-(?=\s|$)/).map(clean)
  const priceText = readPrice(parts[0] ?? '')
  if (priceText !== null) parts.shift()
  const facts: Record<string, string> = {}
  while (parts.length > 1) {
    const [, amount, unit] = /^(\d{1,6})(br|ft2)$/.exec(parts[0]!) ?? []
    if (amount !== undefined) facts[unit === 'br' ? 'bedrooms' : 'area ft²'] = amount
    else if (parts[0] !== '' && parts[0] !== '-') break
    parts.shift()
  }
  return {
    title: parts.join(' - '),
    ...priceOf(priceText, url, site),
    ...(Object.keys(facts).length > 0 && { attributes: facts }),
  }
}

/**
 * `   - Title - $50 (place)` with the address in angle brackets behind it or on the next line. Where a long mail was cut a line
 * says so, and the list ends before "View all the results".
 */
function readDashed(text: string, site: MailSite): MailListing[] {
  const list = text.slice(text.search(dashed)).split('View all the results', 1)[0]!
  return list.split(/^ {2,8}-/m, listingsMax + 1).flatMap((entry) => {
    if (entry.includes('S N I P')) return []
    const { addresses, rest } = addressesIn(entry.replace(/\s+/g, ' '))
    const link = linkIn(addresses, site)
    if (link === null) return []
    const [, said = '', place] = /^(.*?)\s*(\([^()]{1,200}\))?$/.exec(clean(rest)) ?? []
    const [, title, priceText] = /^(.*?)\s*-?\s*(\$\s?\d[\d,]{0,12})$/.exec(said) ?? [null, said, null]
    return [
      { ...link, title: title || said, ...priceOf(priceText ?? null, link.url, site), ...placeOf(place) },
    ]
  })
}

function linkIn(addresses: readonly string[], site: MailSite) {
  for (const address of addresses) {
    const link = identifyInMail(address, site.identify)
    if (link !== null) return link
  }
  return null
}

function placeOf(text: string | undefined): { location?: string } {
  const location = clean(text)
    .replace(/^\(|\)$/g, '')
    .trim()
  return location === '' ? {} : { location }
}
