import { load } from 'cheerio'
import { readDate } from '../../core/dates.ts'

/** What shops and marketplaces add to an entry in namespaces that feed readers drop (Google's `g:`, schema.org). */
export interface Extras {
  price?: string
  currency?: string
  condition?: string
  brand?: string
  category?: string
  /** Google Merchant's and Facebook's own names of what a feed has, too. */
  id?: string
  title?: string
  description?: string
  link?: string
  availability?: string
  /** Of a site of deals: the shop that offers it, new. */
  merchant?: string
  isDeal?: boolean
  images: string[]
}

type Field = Exclude<keyof Extras, 'images' | 'id' | 'title' | 'description' | 'link' | 'merchant' | 'isDeal'>

const names: Readonly<Record<string, Field>> = {
  price: 'price',
  pricecurrency: 'currency',
  currency: 'currency',
  condition: 'condition',
  brand: 'brand',
  product_type: 'category',
  google_product_category: 'category',
  availability: 'availability',
}
const imageNames = new Set(['image_link', 'additional_image_link'])
const quantityNames = new Set(['quantity', 'inventory', 'quantity_to_sell_on_facebook'])
const ownNames = new Set(['id', 'title', 'description', 'link'])

/** Extras by the entry's mark (see entries.ts), whatever the prefix; a price for sale only while the sale lasts. */
export function readExtras(xml: string, nowMs: number | undefined): ReadonlyMap<string, Extras> {
  const extras = new Map<string, Extras>()
  const root = load(xml, { xml: { xmlMode: true, decodeEntities: true } }).root()[0]
  type Node = NonNullable<typeof root>['children'][number]
  const google = googlePrefixes(xml)
  const stack: Node[] = root ? [...root.children] : []
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'tag') continue
    const name = localName(node.name)
    if (name !== 'item' && name !== 'entry') {
      stack.push(...node.children)
      continue
    }
    const entry: Extras = { images: [] }
    const links: { rank: number; address: string }[] = []
    const sale: { price?: string; dates?: string } = {}
    let mark: string | undefined
    for (const child of node.children) {
      if (child.type !== 'tag') continue
      const field = localName(child.name)
      const text = textOf(child.children)
      const href = child.attribs.href?.trim() ?? ''
      if (field === 'link' || field === 'origlink') links.push(...linkOf(child.attribs, text, href))
      readDeal(entry, child.name.toLowerCase(), child.attribs, nowMs)
      if (text === '') continue
      if (field === 'identifier') mark = text
      if (imageNames.has(field)) entry.images.push(text)
      if (quantityNames.has(field) && /^0+$/.test(text)) entry.availability ??= 'out of stock'
      if (ownNames.has(field) && google.has(prefixOf(child.name)))
        entry[field as 'id' | 'title' | 'description' | 'link'] ??= text
      if (field === 'sale_price') sale.price = text
      else if (field === 'sale_price_effective_date') sale.dates = text
      const key = Object.hasOwn(names, field) ? names[field] : undefined
      if (key !== undefined && (key !== 'category' || field === 'product_type' || !entry.category))
        entry[key] = text
    }
    if (sale.price !== undefined && isAmount(sale.price) && lasts(sale.dates, nowMs)) entry.price = sale.price
    const best = links.sort((a, b) => a.rank - b.rank)[0]?.address
    if (entry.link === undefined && best !== undefined) entry.link = best
    if (mark !== undefined) extras.set(mark, entry)
  }
  return extras

  function textOf(children: readonly Node[]): string {
    let text = ''
    for (const child of children) {
      if (child.type === 'text') text += child.data
      else if (child.type === 'cdata')
        for (const inner of child.children) if (inner.type === 'text') text += inner.data
    }
    return text.trim().slice(0, 20_000)
  }
}

/**
 * What sites of deals say in elements of their own: `<pepper:merchant name price>`, `<ozb:meta url image expiry>` and
 * `<ozb:title-msg type>`.
 */
function readDeal(
  entry: Extras,
  name: string,
  attributes: Record<string, string>,
  nowMs: number | undefined,
): void {
  if (name === 'pepper:merchant') {
    entry.isDeal = true
    if (attributes.name) entry.merchant = attributes.name.slice(0, 200)
    if (attributes.price) entry.price ??= attributes.price.slice(0, 100)
  } else if (name === 'ozb:meta') {
    entry.isDeal = true
    const shop = URL.parse(attributes.url ?? '')?.hostname.replace(/^www\./, '')
    if (shop) entry.merchant = shop.slice(0, 200)
    if (attributes.image) entry.images.push(attributes.image.slice(0, 4000))
    const ends = attributes.expiry ? readDate(attributes.expiry) : null
    if (ends !== null && nowMs !== undefined && ends.endMs < nowMs) entry.availability ??= 'expired'
  } else if (name === 'ozb:title-msg') {
    entry.isDeal = true
    if (attributes.type === 'expired') entry.availability = 'expired'
  }
}

/** Best first: what a person opens, then the entry itself; never what is no page. */
function linkOf(attributes: Record<string, string>, text: string, href: string) {
  const address = href || text
  const rel = (attributes.rel ?? 'alternate').toLowerCase().replace(/^.*\//, '')
  const isPage = /html|^$/i.test(attributes.type ?? '')
  const rank =
    rel === 'alternate' ? (isPage ? 0 : 2) : rel === 'self' ? 3 : rel === 'related' || rel === 'via' ? 4 : -1
  return address === '' || rank < 0 ? [] : [{ rank, address }]
}

/** An empty sale price is written as zero. */
function isAmount(price: string): boolean {
  return /[1-9]/.test(price)
}

/** `from/to`; a sale whose dates cannot be read is not relied on. */
function lasts(dates: string | undefined, nowMs: number | undefined): boolean {
  if (dates === undefined) return true
  if (nowMs === undefined) return false
  const [from, to, more] = dates.trim().split(/\s*\/\s*|\s+(?:-|–|to)\s+/)
  if (more !== undefined || !from) return false
  const start = readDate(from)
  const end = to ? readDate(to) : null
  return start !== null && start.startMs <= nowMs && (!to || (end !== null && end.endMs >= nowMs))
}

/** Prefixes of Google's namespace, `g` where none is declared. */
function googlePrefixes(xml: string): ReadonlySet<string> {
  const declared = [
    ...xml
      .slice(0, 20_000)
      .matchAll(/xmlns:([\w-]{1,40})\s*=\s*["']https?:\/\/base\.google\.com\/c?ns\/1\.0/gi),
  ].map((match) => match[1]!.toLowerCase())
  return new Set([...declared, 'g'])
}

function prefixOf(name: string): string {
  return name.includes(':') ? name.slice(0, name.indexOf(':')).toLowerCase() : ''
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}
