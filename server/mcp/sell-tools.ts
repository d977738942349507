import { authorized } from '../core/actor.ts'
import { oneAd } from '../sell/ads/ads.ts'
import { addItem, itemPage, oneItem } from '../sell/items.ts'
import { itemPrices } from '../sell/prices.ts'
import { profit } from '../sell/profit.ts'
import { recordSale } from '../sell/sales.ts'
import { type ItemView, itemInputSchema, itemQuery, saleInputSchema } from '../sell/schema.ts'
import {
  draftItemInput,
  draftItemOutput,
  itemsInput,
  itemsOutput,
  preparePostInput,
  preparePostOutput,
  priceItemInput,
  priceItemOutput,
  profitInput,
  profitOutput,
  recordSaleInput,
  recordSaleOutput,
} from './sell-schema.ts'
import { type Tool, tool } from './tool.ts'
import { type Marker, plainUrl } from './untrusted.ts'

/** What the person sells. Nothing here posts or takes down: that is done by the person, on the marketplace. */
export const sellTools: readonly Tool[] = [
  tool({
    name: 'list_items',
    title: 'Own things',
    description: 'Things that the person owns to sell or has sold, newest first, and where they stand.',
    right: 'read',
    input: itemsInput,
    output: itemsOutput,
    async run({ sell }, actor, { words, ...asked }, marks) {
      const query = itemQuery.parse({ ...asked, ...(words !== undefined && { q: words }) })
      const { items, next } = await itemPage(sell, authorized(actor, 'read'), query)
      return { untrusted: marks.told, items: items.map((one) => itemShown(one, marks)), next }
    },
  }),
  tool({
    name: 'draft_item',
    title: 'Put a thing into the stock',
    description:
      'Puts a thing into the person’s stock, with what they say of it; its ads are made of that. Say only what the person said or shows; ask about what is wrong with it. Posts nothing.',
    right: 'write',
    input: draftItemInput,
    output: draftItemOutput,
    async run({ sell }, actor, input, marks) {
      const item = await addItem(sell, authorized(actor, 'write'), itemInputSchema.parse(input))
      return { untrusted: marks.told, item: itemShown(item, marks) }
    },
  }),
  tool({
    name: 'price_item',
    title: 'What to ask for a thing',
    description:
      'Three prices to ask for a thing of the person (fast, fair, patient), what each leaves after fees, the price below which they lose money, and the comparables.',
    right: 'read',
    input: priceItemInput,
    output: priceItemOutput,
    async run({ sell }, actor, { itemId }, marks) {
      const {
        reasonSaid: _,
        reason,
        comps,
        ...prices
      } = await itemPrices(sell, authorized(actor, 'read'), itemId)
      return {
        ...{ untrusted: marks.told, ...prices, reason: marks.line(reason) },
        comps: comps.map((comp) => ({
          ...comp,
          ...{ title: marks.line(comp.title), url: plainUrl(comp.url) },
          adjustments: marks.line(comp.adjustments),
        })),
      }
    },
  }),
  tool({
    name: 'prepare_post',
    title: 'Prepare an ad',
    description:
      'The ad of a thing for a marketplace, field by field in the order of its form, with what to mend before it is posted. The person copies it and posts it: nothing is sent.',
    right: 'read',
    input: preparePostInput,
    output: preparePostOutput,
    async run({ sell }, actor, which, marks) {
      const ad = await oneAd(sell, authorized(actor, 'read'), which)
      return {
        ...{ untrusted: marks.told, marketplace: ad.marketplace, composerUrl: ad.composerUrl },
        fields: ad.fields.map(({ name, label, value, isRequired }) => ({
          ...{ name, label, isRequired },
          value: value === null ? null : marks.text(value),
        })),
        findings: ad.findings.map(({ severity, sentence }) => ({
          ...{ severity, sentence: marks.line(sentence) },
        })),
        stands: ad.post !== null,
      }
    },
  }),
  tool({
    name: 'record_sale',
    title: 'Write a sale down',
    description:
      'Writes down that a thing was sold, with its money by the person’s fees, and says which ads of it are to be taken down. Ask the person first. The same reference again is the same sale.',
    right: 'write',
    isIdempotent: true,
    input: recordSaleInput,
    output: recordSaleOutput,
    async run({ sell }, actor, input, marks) {
      const userId = authorized(actor, 'write')
      const sale = await recordSale(sell, userId, saleInputSchema.parse(input))
      const { posts } = await oneItem(sell, userId, sale.itemId)
      return {
        ...{ untrusted: marks.told, saleId: sale.id, title: marks.line(sale.title) },
        ...{ state: sale.state, net: sale.net },
        toTakeDown: posts
          .filter(({ state }) => state === 'end-asked')
          .map(({ marketplace, url }) => ({ marketplace, url: url === null ? null : plainUrl(url) })),
      }
    },
  }),
  tool({
    name: 'profit',
    title: 'Profit',
    description:
      'What the person earned with what they sold, by month, marketplace, category or thing, beside what was expected. `rows` and `totals` never add up currencies; `together` has all in one, each day at its exchange rate.',
    right: 'read',
    input: profitInput,
    output: profitOutput,
    async run({ sell }, actor, asked, marks) {
      const { rows, ...rest } = await profit(sell, authorized(actor, 'read'), asked)
      // What a thing is called may be what a stranger called it.
      const label = (text: string | null) => (asked.by === 'item' ? marks.lineOrNull(text) : text)
      return {
        ...{ untrusted: marks.told, ...rest },
        rows: rows.map((row) => ({ ...row, label: label(row.label) })),
      }
    },
  }),
]

function itemShown(item: ItemView, marks: Marker) {
  return {
    ...{ itemId: item.id, title: marks.line(item.title), category: item.category },
    ...{ condition: item.condition, state: item.state, cost: item.cost, quantity: item.quantity },
    left: Math.max(0, item.quantity - item.soldQuantity),
    posts: item.posts.map(({ marketplace, state, priceCents, currency }) => ({
      ...{ marketplace, state, priceCents, currency },
    })),
  }
}
