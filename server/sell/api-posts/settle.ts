import { asProgram } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import { holdPost, insertPost, type StoredItem, updatePost } from '../item-store.ts'
import type { ApiPost } from './api-post.ts'
import { isLive, stands } from './machine.ts'

/**
 * Brings a post's row in the books in line with what became of it, in the same transaction. What went live although the thing
 * was sold meanwhile is to end at once, and what offers more than are left is lowered. Whoever calls holds the item, as a sale
 * does.
 */
export async function settle(
  tx: Tx,
  item: StoredItem,
  { before, post }: { before: ApiPost; post: ApiPost },
  now: Date,
): Promise<ApiPost> {
  const settled = isLive(post.state) ? afterSales(item, post, now) : post
  const isOver = !stands(settled.state) && stands(before.state)
  if (isLive(settled.state) || settled.state === 'ending') return await stand(tx, settled, now)
  if (isOver) await end(tx, settled, now)
  return settled
}

function afterSales(item: StoredItem, post: ApiPost, now: Date): ApiPost {
  const left = item.aside === null ? item.quantity - item.soldQuantity : 0
  if (left <= 0 && post.wish !== 'end')
    return {
      ...post,
      ...{ state: 'ending', wish: 'end', wishNo: post.wishNo + 1, because: 'sold meanwhile' },
      ...{ endAskedAt: now, dueAt: now, tries: 0 },
    }
  const { sent } = post
  if (left > 0 && sent !== null && sent.quantity > left && post.revision === null && post.there === null)
    return {
      ...post,
      ...{ wish: 'revise', wishNo: post.wishNo + 1, dueAt: now },
      revision: { priceCents: sent.priceCents, currency: sent.currency, quantity: left },
    }
  return post
}

async function stand(tx: Tx, post: ApiPost, now: Date): Promise<ApiPost> {
  const userId = asProgram(post.userId)
  const price = post.there ?? post.sent
  const { priceCents = null, currency = null } = price ?? {}
  const state = post.state === 'ending' ? 'end-asked' : 'live'
  const known = post.postId === null ? null : await holdPost(tx, userId, post.postId)
  const isFirst = known === null || (known.state === 'ended' && state === 'live')
  // A post that ended in the books, by the sale that it made, is not asked to end there again.
  if (known?.state === 'ended' && !isFirst) return post
  const { itemId, marketplace, url } = post
  const postId = isFirst
    ? await insertPost(tx, userId, {
        ...{ itemId, marketplace, url, priceCents, currency, via: 'api' },
        listedAt: post.publishedAt ?? now,
      })
    : known.id
  const stored = (await holdPost(tx, userId, postId))!
  const endAskedAt = state === 'end-asked' ? (stored.endAskedAt ?? post.endAskedAt ?? now) : null
  await updatePost(tx, userId, { ...stored, url, priceCents, currency, state, endAskedAt })
  return { ...post, postId }
}

async function end(tx: Tx, { userId, postId, endedAt }: ApiPost, now: Date): Promise<void> {
  const known = postId === null ? null : await holdPost(tx, asProgram(userId), postId)
  if (known === null || known.state === 'ended') return
  await updatePost(tx, asProgram(userId), { ...known, state: 'ended', endedAt: endedAt ?? now })
}
