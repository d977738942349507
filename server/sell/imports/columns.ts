import { foldText } from '../../core/text.ts'

/** What of a row is read. */
export const importFields = [
  ...(['sku', 'title', 'quantity', 'cost', 'condition', 'brand', 'details', 'note', 'boughtOn'] as const),
  ...(['marketplace', 'url', 'itemNumber', 'price', 'listedOn'] as const),
  ...(['soldPrice', 'soldOn', 'reference', 'fees', 'shippingPaid', 'label', 'currency', 'state'] as const),
] as const
export type ImportField = (typeof importFields)[number]

/**
 * Names that tables of sellers give their columns, folded and without signs: our own exports, eBay's reports of listings and orders,
 * and what listing tools write. Of two columns for one field the earlier name wins.
 */
const namesOf: Readonly<Record<ImportField, string>> = {
  sku: 'sku|custom label (sku)|custom label|customlabel|item sku|stock number|inventory number|artikelnummer',
  title: 'title|item title|listing title|item name|item|name|product|product name|titel|bezeichnung|thing',
  quantity: 'quantity|available quantity|qty|quantity sold|sold quantity|anzahl|menge|units',
  cost: 'cost|cost of goods|cost of good|cogs|cog|cost of item|item cost|purchase price|buy price|bought for|einkaufspreis',
  condition: 'condition|item condition|zustand',
  brand: 'brand|maker|marke',
  details: 'description|details|beschreibung',
  note: 'note|notes|internal notes|private notes|notiz',
  boughtOn: 'bought on|purchase date|date purchased|bought|date bought|acquired on|kaufdatum',
  marketplace:
    'marketplace|sold platform|sold on marketplace|platform sold|marketplace sold|platform|sales channel|channel|site|marktplatz',
  url: 'url|listing url|link|listing link|address',
  itemNumber: 'item number|item id|ebay item id|listing id',
  price: 'listing price|price|current price|start price|asking price|list price|asked|preis',
  listedOn: 'listed on|listed date|date listed|start date|listing date',
  soldPrice: 'sold price|sold for|sale price|price sold|item price|selling price|verkaufspreis|taken',
  soldOn: 'sold on|sold date|date sold|sale date|paid on date|order date|verkauft am',
  reference: 'order number|order id|sales record number|transaction id|reference|bestellnummer',
  fees: 'fees|marketplace fees|marketplace fee|platform fees|selling fees|total fees|final value fee|gebuhren',
  shippingPaid:
    'shipping paid|shipping and handling|shipping charged|buyer shipping|shipping paid by buyer|shipping price',
  label: 'label|shipping cost|label cost|postage|shipping expenses|shipping expense|versandkosten',
  currency: 'currency|sold currency|listing currency|wahrung',
  state: 'state|status|listing status|item status',
}

const names = new Map(
  (Object.entries(namesOf) as [ImportField, string][]).flatMap(([field, all]) =>
    all.split('|').map((name, rank) => [name, { field, rank }] as const),
  ),
)

const plain = (header: string) =>
  foldText(header)
    .replace(/[*:?#]/g, '')
    .replace(/[_\s]+/g, ' ')
    .trim()

/** Which column each field is read from, by its place; and what is not read, as it stands there. */
export function columnsOf(header: readonly string[]): {
  used: ReadonlyMap<ImportField, number>
  unread: string[]
} {
  const best = new Map<ImportField, { at: number; rank: number }>()
  for (const [at, text] of header.entries()) {
    const known = names.get(plain(text))
    if (known === undefined) continue
    const before = best.get(known.field)
    if (before === undefined || known.rank < before.rank) best.set(known.field, { at, rank: known.rank })
  }
  const used = new Map([...best].map(([field, { at }]) => [field, at]))
  const taken = new Set(used.values())
  return { used, unread: header.filter((text, at) => text.trim() !== '' && !taken.has(at)) }
}
