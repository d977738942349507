import type { AdThere, FeeShown, SellingProblem } from '../../model/selling.ts'
import type { ApiPost, ApiStep, Revision, SentAd } from './api-post.ts'
import { type ApiEvent, changes, eventOfRead, stateAfter, triesMax, waitAfter } from './machine.ts'
import { hashOf } from './sent-ad.ts'

/** What a post becomes by an answer: it is applied to the row as it is then, with what is wanted of it then. */
export type Outcome = (post: ApiPost, now: Date) => ApiPost

const after = (post: ApiPost, event: ApiEvent) => stateAfter(post.state, post.wish, event) ?? post.state

/** The step is done: what failed before it counts no more. */
const went = (post: ApiPost, warnings: readonly string[] = []): ApiPost => ({
  ...post,
  ...{ step: null, tries: 0, problem: null },
  warnings: warnings.length > 0 ? [...warnings] : post.warnings,
})

/** A step that did not come to an end that is known and good. */
export const failed =
  (step: ApiStep, problem: SellingProblem): Outcome =>
  (post, now) => {
    const { outcome, reason, codes, fields } = problem
    const about = { ...(codes && { codes }), ...(fields && { fields }) }
    const known = { outcome, reason, ...about, step, at: now.toISOString() }
    const tries = post.tries + 1
    const later: ApiPost = {
      ...post,
      ...{ step: null, tries, problem: known },
      dueAt: new Date(now.getTime() + waitAfter(tries, problem.retryAfterMs)),
    }
    if (outcome === 'unknown' && changes(step))
      return { ...later, state: after(post, 'no-answer'), readAt: null }
    const isAway = outcome === 'away' || outcome === 'unknown'
    // What may stand there is found out, and what is to end is ended, however long it takes.
    const mustGoOn =
      post.wish === 'end' || post.state === 'unknown' || (post.state === 'publishing' && post.readAt === null)
    if (mustGoOn) return { ...later, readAt: isAway ? post.readAt : null }
    if (isAway && tries < triesMax) return later
    return {
      ...later,
      ...{ state: after(post, 'refused'), wish: null, dueAt: null, tries: 0, revision: null },
    }
  }

/** A call was sent by who died before its answer came, or could be written down. */
export function lostAnswer(post: ApiPost): ApiPost {
  if (post.step === null) return post
  if (!changes(post.step)) return { ...post, step: null }
  return { ...post, step: null, state: after(post, 'no-answer'), readAt: null }
}

/** Nothing is left to do. */
export const finished: Outcome = (post) => ({
  ...post,
  ...{ wish: null, dueAt: null, tries: 0, problem: null, revision: null, step: null },
})

/** It is not done after all, and a person can do something about it. */
export const calledOff =
  (reason: string): Outcome =>
  (post, now) => ({
    ...finished(post, now),
    state: after(post, 'called-off'),
    problem: post.wish === 'end' ? null : { outcome: 'refused', reason, step: 'read', at: now.toISOString() },
    endedAt: post.wish === 'end' ? now : post.endedAt,
  })

export const photosThere =
  (photoUrls: string[], photosUntil: string | null): Outcome =>
  (post) => {
    if (post.sent === null) return went(post)
    const isSame = photoUrls.join('\n') === post.sent.photoUrls.join('\n')
    return {
      ...went(post),
      sent: { ...post.sent, photoUrls, photosUntil },
      itemHash: isSame ? post.itemHash : null,
    }
  }

export const itemPut =
  (hash: string | null, warnings: readonly string[]): Outcome =>
  (post) => ({ ...went(post, warnings), itemHash: hash })

export const offerPut =
  (hash: string | null, offerId: string, warnings: readonly string[]): Outcome =>
  (post) => ({ ...went(post, warnings), offerHash: hash, offerId })

export const feesShown =
  (fees: FeeShown[], warnings: readonly string[]): Outcome =>
  (post) => ({ ...went(post, warnings), fees })

export const published =
  (listing: { listingId: string; url: string }, warnings: readonly string[]): Outcome =>
  (post, now) => ({
    ...went(post, warnings),
    ...{ ...listing, state: after(post, 'published'), publishedAt: now, endedAt: null, there: null },
    ...(post.wish !== 'end' && { endAskedAt: null, because: null }),
  })

export const revised =
  (revision: Revision, warnings: readonly string[]): Outcome =>
  (post) => {
    const isSame = JSON.stringify(post.revision) === JSON.stringify(revision)
    return {
      ...withSent(went(post, warnings), revision),
      // Another may have been asked for meanwhile.
      revision: isSame ? null : post.revision,
      state: post.state === 'changed-there' ? 'live' : post.state,
    }
  }

/** Its title is another there, and nothing else is. */
export const halfRevised =
  (problem: SellingProblem, title: string): Outcome =>
  (post, now) =>
    failed('revise', problem)(withSent(post, { title }), now)

/** What is there, and what it is known by, follow what was changed there. */
function withSent(post: ApiPost, change: Partial<SentAd>): ApiPost {
  if (post.sent === null) return post
  const sent = { ...post.sent, ...change }
  const sentHash = hashOf(sent)
  const follow = (hash: string | null) => (hash !== null && hash === post.sentHash ? sentHash : null)
  return { ...post, sent, sentHash, itemHash: follow(post.itemHash), offerHash: follow(post.offerHash) }
}

export const over: Outcome = (post, now) => ({
  ...went(post),
  ...{ state: after(post, 'ended'), endedAt: now },
})

export const seen =
  (there: AdThere | null): Outcome =>
  (post, now) => {
    const event = eventOfRead(post, there)
    const state = after(post, event)
    const isNewlyLive = event === 'read-live' || event === 'read-changed'
    return {
      ...post,
      ...{ step: null, there, readAt: now, state },
      offerId: there?.offerId ?? null,
      // What stands there as a draft need not be what was sent.
      ...(there === null && { itemHash: null }),
      ...(post.offerId !== (there?.offerId ?? null) && { offerHash: null }),
      ...(isNewlyLive && { listingId: there!.listingId, url: there!.url, endedAt: null }),
      ...(isNewlyLive && post.publishedAt === null && { publishedAt: now }),
      ...(event === 'read-over' && { listingId: there!.listingId, url: there!.url }),
      ...(state === 'ended' && post.state !== 'ended' && { endedAt: now }),
    }
  }
