import type { ApiPost } from './api-post.ts'
import { type Desk, type DeskContext, isProblem } from './desk.ts'
import * as told from './told.ts'

/**
 * Makes an ad that stands there what was asked for. Price and number alone are one call; texts and offers are put in place of
 * what is there, which is the same if it is done again.
 */
export async function reviseThere(desk: Desk, post: ApiPost, ctx: DeskContext): Promise<told.Outcome> {
  const { sku, offerId, sent } = post
  const revision = post.revision!
  const { priceCents, currency, quantity, ...texts } = revision
  if (sent === null || Object.keys(texts).length === 0) {
    const answer = await desk.revise({ sku, offerId: offerId!, priceCents, currency, quantity }, ctx)
    return isProblem(answer) ? told.failed('revise', answer) : told.revised(revision, answer.warnings)
  }
  const ad = { ...sent, ...revision }
  const item = await desk.putItem(ad, ctx)
  if (isProblem(item)) return told.failed('revise', item)
  const offer = await desk.putOffer(ad, ctx)
  return isProblem(offer)
    ? told.halfRevised(offer, ad.title)
    : told.revised(revision, [...item.warnings, ...offer.warnings])
}
