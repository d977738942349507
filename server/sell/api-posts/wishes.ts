import type { Authorized } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import { conflict } from '../../core/errors.ts'
import { type StoredPost, updatePost } from '../item-store.ts'
import { tellChanged } from '../tell-changed.ts'
import type { ApiPost, Wish } from './api-post.ts'
import { endTaskAfterMs, stands, stateAfter } from './machine.ts'
import { apiPostsChannel, apiPostsOf, updateApiPost } from './post-store.ts'

/** What is wanted of a post from now on; whatever was wanted before is not any more. */
export function wanted(post: ApiPost, wish: Wish, at: Date): ApiPost {
  return { ...post, wish, wishNo: post.wishNo + 1, tries: 0, dueAt: at }
}

/** It is to end; `because` says what asked for it. */
export function toEnd(post: ApiPost, because: string, at: Date): ApiPost {
  const state = stateAfter(post.state, 'end', 'asked-to-end') ?? post.state
  return { ...wanted(post, 'end', at), state, because, endAskedAt: post.endAskedAt ?? at }
}

/** Writes what is wanted, and wakes whoever does it once that is committed. */
export async function writeWish(tx: Tx, userId: Authorized<'write'>, post: ApiPost, at: Date): Promise<void> {
  await updateApiPost(tx, userId, post, at)
  await tx.notify(apiPostsChannel)
  await tellChanged(tx, userId, [post.itemId])
}

/**
 * A person says of an ad that the program posted that it is to be taken down, or that they did so. It is ended by the
 * program; where that has failed for long, they are taken at their word.
 */
export async function endByHand(
  tx: Tx,
  userId: Authorized<'write'>,
  { post, isEnded, at }: { post: StoredPost; isEnded: boolean; at: Date },
): Promise<void> {
  if (!isEnded)
    throw conflict(
      'post-by-api',
      'This ad was posted from here by an API: change its price and number there, or end it.',
    )
  const own = (await apiPostsOf(tx, userId, [post.itemId])).find(({ postId }) => postId === post.id)
  const isStuck = own?.endAskedAt != null && own.endAskedAt.getTime() <= at.getTime() - endTaskAfterMs
  if (own === undefined || !stands(own.state) || isStuck) {
    await updatePost(tx, userId, { ...post, state: 'ended', endedAt: at })
    if (own === undefined || !stands(own.state)) return
    const told = { state: 'ended', wish: null, dueAt: null, step: null, endedAt: at } as const
    return updateApiPost(tx, userId, { ...own, ...told }, at)
  }
  if (own.wish === 'end') return writeWish(tx, userId, { ...own, dueAt: at }, at)
  await updatePost(tx, userId, { ...post, state: 'end-asked', endAskedAt: post.endAskedAt ?? at })
  await writeWish(tx, userId, toEnd(own, 'person', at), at)
}
