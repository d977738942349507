import type { Authorized } from '../../core/actor.ts'
import { writeAdIn } from '../ads/ads.ts'
import type { SellDeps } from '../deps.ts'
import type { Revision } from './api-post.ts'
import type { ApiPostView, ReviseInput } from './api-post-schema.ts'
import { held, notLive, oneApiPost } from './api-posts.ts'
import { bestOfferProblem, findingProblems } from './drafts.ts'
import { incomplete, wrong } from './field-problems.ts'
import { isLive } from './machine.ts'
import type { AdAt } from './post-store.ts'
import { wanted, writeWish } from './wishes.ts'

/**
 * Another price, number, title, text or other offers of an ad that stands. What is written anew is that of the ad for this
 * marketplace from then on, so that the next one begins with it.
 */
export async function reviseApiPost(
  deps: SellDeps,
  userId: Authorized<'write'>,
  where: AdAt,
  input: ReviseInput,
): Promise<ApiPostView> {
  await held(deps, userId, where, async (tx, post, { item, draft }) => {
    if (!isLive(post.state) || post.wish === 'end') throw notLive()
    const left = item.quantity - item.soldQuantity
    if (input.quantity !== undefined && input.quantity > left)
      throw incomplete('You do not have as many.', { quantity: wrong('ad-more-than-left', { left }) })
    const now = post.revision ?? post.there ?? post.sent!
    const { title, description, bestOffer } = input
    const revision: Revision = {
      ...post.revision,
      ...{ currency: now.currency, priceCents: input.priceCents ?? now.priceCents },
      quantity: input.quantity ?? now.quantity,
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...(bestOffer !== undefined && { bestOffer }),
    }
    const { priceCents, currency } = revision
    const terms = revision.bestOffer === undefined ? (post.sent?.bestOffer ?? null) : revision.bestOffer
    const offers = bestOfferProblem(terms, priceCents)
    if (offers !== null) throw incomplete('The offers do not fit the price.', { bestOffer: offers })

    const ad = await writeAdIn(deps, tx, userId, {
      ...{ itemId: item.id, marketplace: where.marketplace },
      input: { title, description, ...(input.priceCents !== undefined && { priceCents, currency }) },
    })
    const problems = findingProblems(
      ad,
      (field) => input[field === 'price' ? 'priceCents' : field] !== undefined,
    )
    if (Object.keys(problems).length > 0) throw incomplete('It would be refused there.', problems)

    const chosen = {
      ...draft,
      ...(input.quantity !== undefined && { quantity: input.quantity }),
      ...(bestOffer !== undefined && { bestOffer }),
    }
    const at = deps.clock.now()
    const asked = { ...wanted(post, 'revise', at), draft: chosen, revision, problem: null }
    await writeWish(tx, userId, asked, at)
  })
  return oneApiPost(deps, userId, where)
}
