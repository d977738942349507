import { asProgram } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import type { SellingProblem } from '../../model/selling.ts'
import type { SellDeps } from '../deps.ts'
import { holdItem, type StoredItem } from '../item-store.ts'
import { wholeFile } from '../photos/file-store.ts'
import { photosOfItem } from '../photos/photo-store.ts'
import { tellChanged } from '../tell-changed.ts'
import type { ApiPost, ApiStep } from './api-post.ts'
import { type Desk, type DeskContext, isProblem } from './desk.ts'
import { type ClaimedPost, holdsLease, renewApiPost, renewEveryMs, returnApiPost } from './lease-store.ts'
import { nextOf } from './machine.ts'
import { holdApiPost, updateApiPost, uploadedPhoto, writeUploaded } from './post-store.ts'
import { reviseThere } from './revise-there.ts'
import { photoKey } from './sent-ad.ts'
import { settle } from './settle.ts'
import * as told from './told.ts'

/** Photos of an item that is not listed yet are there for longer than its listing takes. */
const photosLeftMs = 60 * 60_000

/**
 * Does for a post what is wanted of it, call by call, until there is nothing left to do or it has to wait. Before each call the
 * post says which it is: whoever finds it so after a crash reads what is there before anything else.
 */
export async function carryOn(deps: SellDeps, claimed: ClaimedPost, stopping: AbortSignal): Promise<void> {
  const lost = new AbortController()
  const signal = AbortSignal.any([stopping, lost.signal])
  const renewal = setInterval(() => {
    renewApiPost(deps.db, claimed, deps.clock.now())
      .then((isHeld) => isHeld || lost.abort(new Error('the lease was lost')))
      .catch((error: unknown) =>
        deps.photos.log.warn({ err: error }, 'the lease of a post could not be renewed'),
      )
  }, renewEveryMs)
  try {
    const desk = await deps.deskOf(asProgram(claimed.userId), claimed.marketplace)
    let begun = await goOn(deps, claimed, null)
    while (begun !== null && !stopping.aborted) {
      const { post, step } = begun
      const outcome = isProblem(desk)
        ? told.failed(step, desk)
        : await perform(deps, desk, { post, step }, { signal, apiPostId: post.id })
      if (lost.signal.aborted) return
      begun = await goOn(deps, claimed, { outcome, isLast: stopping.aborted })
    }
    await returnApiPost(deps.db, claimed)
  } finally {
    clearInterval(renewal)
  }
}

interface Begun {
  post: ApiPost
  step: ApiStep
}

/** Writes down what the last call brought, and which is the next; null = none, for now. */
function goOn(
  deps: SellDeps,
  claimed: ClaimedPost,
  last: { outcome: told.Outcome; isLast: boolean } | null,
): Promise<Begun | null> {
  const userId = asProgram(claimed.userId)
  return deps.db.transaction(async (tx) => {
    const item = await holdItem(tx, userId, claimed.itemId)
    if (item === null || !(await holdsLease(tx, claimed))) return null
    const stored = (await holdApiPost(tx, userId, claimed.id))!
    const now = deps.clock.now()
    let post = last === null ? told.lostAnswer(stored) : last.outcome(stored, now)
    post = await settle(tx, item, { before: stored, post }, now)
    const isPutOff = last !== null && post.dueAt !== null && post.dueAt > now
    const step = isPutOff || last?.isLast ? null : await decide(tx)
    await updateApiPost(tx, userId, post, now)
    if (looksOther(stored, post)) await tellChanged(tx, userId, [post.itemId])
    return step === null ? null : { post, step }

    async function decide(within: Tx): Promise<ApiStep | null> {
      // Given up: why is said until something else is asked for.
      if (post.wish === null) {
        post = { ...post, dueAt: null }
        return null
      }
      const next = nextOf({ ...post, isForSale: isForSale(item!), hasPhotos: hasPhotos(post, now) })
      if (next === 'done' || next === 'call-off') {
        const done = next === 'done' ? told.finished : told.calledOff(whyNot(item!, post))
        post = await settle(within, item!, { before: post, post: done(post, now) }, now)
        // A sale that came meanwhile wants something else.
        return post.wish === null ? null : decide(within)
      }
      post = { ...post, step: next }
      return next
    }
  })
}

/** Who looks at it sees something else than before. */
const looksOther = (before: ApiPost, after: ApiPost): boolean =>
  before.state !== after.state ||
  before.wish !== after.wish ||
  before.problem?.reason !== after.problem?.reason ||
  JSON.stringify(before.there) !== JSON.stringify(after.there)

export const isForSale = ({ quantity, soldQuantity, aside }: StoredItem): boolean =>
  soldQuantity < quantity && aside === null

const whyNot = (item: StoredItem, { sentHash, confirmedHash }: ApiPost): string => {
  if (!isForSale(item)) return 'It is not for sale any more: it was sold, or put aside.'
  if (sentHash !== confirmedHash) return 'Nobody agreed to publish what it is now: check it again.'
  return 'It is not prepared: check it first.'
}

function hasPhotos({ sent }: ApiPost, now: Date): boolean {
  if (sent === null || sent.photoUrls.length < sent.photos.length) return false
  return sent.photosUntil === null || Date.parse(sent.photosUntil) > now.getTime()
}

async function perform(
  deps: SellDeps,
  desk: Desk,
  { post, step }: Begun,
  ctx: DeskContext,
): Promise<told.Outcome> {
  const { sent, offerId, sentHash } = post
  if (step === 'read') {
    const answer = await desk.read(post.sku, post.site, ctx)
    return isProblem(answer) ? told.failed(step, answer) : told.seen(answer.value)
  }
  if (step === 'photo') return uploadPhotos(deps, desk, post, ctx)
  if (step === 'put-item') {
    const answer = await desk.putItem(sent!, ctx)
    return isProblem(answer) ? told.failed(step, answer) : told.itemPut(sentHash, answer.warnings)
  }
  if (step === 'put-offer') {
    const answer = await desk.putOffer(sent!, ctx)
    if (isProblem(answer)) return told.failed(step, answer)
    return told.offerPut(sentHash, answer.value.offerId, answer.warnings)
  }
  if (offerId === null) return told.failed(step, noOffer)
  switch (step) {
    case 'fees': {
      const answer = await desk.fees(offerId, ctx)
      if (isProblem(answer) && answer.outcome === 'refused' && post.there?.state === 'ended')
        return told.feesShown([], [noFeesTold])
      return isProblem(answer) ? told.failed(step, answer) : told.feesShown(answer.value, answer.warnings)
    }
    case 'publish': {
      const answer = await desk.publish(offerId, ctx)
      return isProblem(answer) ? told.failed(step, answer) : told.published(answer.value, answer.warnings)
    }
    case 'revise': {
      return reviseThere(desk, post, ctx)
    }
    case 'end': {
      const answer = await desk.end(offerId, ctx)
      return isProblem(answer) ? told.failed(step, answer) : told.over
    }
  }
}

const noFeesTold =
  'The marketplace tells no fees of an ad that was listed before and ended there: they are those of any new listing.'

const noOffer: SellingProblem = {
  outcome: 'refused',
  reason: 'The marketplace knows no offer for it any more: check it again.',
}

/** All that are not there yet, one after the other; each that is there is noted at once. */
async function uploadPhotos(
  deps: SellDeps,
  desk: Desk,
  { userId: id, itemId, marketplace, sent }: ApiPost,
  ctx: DeskContext,
): Promise<told.Outcome> {
  const userId = asProgram(id)
  const photos = new Map((await photosOfItem(deps.db, userId, itemId)).map((photo) => [photo.id, photo]))
  const urls: string[] = []
  let until: Date | null = null
  for (const { id: photoId, key } of sent!.photos) {
    const photo = photos.get(photoId)
    if (photo === undefined || photoKey(photo) !== key) return told.failed('photo', photosChanged)
    const needed = new Date(deps.clock.now().getTime() + photosLeftMs)
    let there = await uploadedPhoto(deps.db, userId, { marketplace, key, until: needed })
    if (there === null) {
      const jpeg = await wholeFile(deps.db, photoId, `${photo.used}-large`)
      if (jpeg === null) return told.failed('photo', photosChanged)
      const answer = await desk.uploadPhoto(jpeg, ctx)
      if (isProblem(answer)) return told.failed('photo', answer)
      there = answer.value
      await writeUploaded(deps.db, userId, { marketplace, key, photo: there, at: deps.clock.now() })
    }
    urls.push(there.url)
    if (there.expiresAt !== null && (until === null || there.expiresAt < until)) until = there.expiresAt
  }
  return told.photosThere(urls, until?.toISOString() ?? null)
}

const photosChanged: SellingProblem = {
  outcome: 'refused',
  reason: 'Its photos were changed since it was checked: check it again.',
}
