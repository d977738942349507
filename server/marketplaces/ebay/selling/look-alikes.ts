import { reader } from '../../../core/reader-pool.ts'
import type { LookAlike, LookAlikes, MarketplaceContext } from '../../contract.ts'
import { callImageSearch } from '../client.ts'
import { jsonOfBytes } from '../sign-in.ts'
import { objectOf, rowsOf, textOf } from './json.ts'

const rowsMax = 10
const path = `/buy/browse/v1/item_summary/search_by_image?limit=${rowsMax}`

const lookAlikeReader = reader<typeof lookAlikesIn>(
  new URL('./look-alikes.ts', import.meta.url),
  'lookAlikesIn',
)

/**
 * What listings are called whose pictures look like a photo, the most alike first. Nobody's photo goes to eBay unless the
 * operator has allowed it; prices are not read, since eBay's licence forbids making any of them.
 */
export async function lookAlikes(jpeg: Uint8Array, ctx: MarketplaceContext): Promise<LookAlikes> {
  if (ctx.options.EBAY_IMAGE_SEARCH !== true) return { outcome: 'ok', found: [] }
  const answer = await callImageSearch(path, { image: Buffer.from(jpeg).toString('base64') }, ctx)
  if ('problem' in answer) return answer.problem
  const found = await ctx.read(lookAlikeReader, answer.body)
  return found === null
    ? { outcome: 'parse-drift', reason: 'eBay answered the search by a photo in an unexpected way.' }
    : { outcome: 'ok', found }
}

/** null for what is no answer of a search. */
export function lookAlikesIn(body: Uint8Array): LookAlike[] | null {
  const answer = objectOf(jsonOfBytes(Buffer.from(body)))
  if (typeof answer.total !== 'number' && !Array.isArray(answer.itemSummaries)) return null
  return rowsOf(answer.itemSummaries)
    .slice(0, rowsMax)
    .flatMap(({ title, categories, epid }) => {
      const name = textOf(title)
        ?.replace(/[\s\p{C}]+/gu, ' ')
        .trim()
      if (!name) return []
      const category = textOf(rowsOf(categories)[0]?.categoryName)
      return [{ title: name.slice(0, 200), category, productId: textOf(epid) }]
    })
}
