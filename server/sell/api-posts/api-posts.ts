import { createHash, randomBytes } from 'node:crypto'
import type { Authorized } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import { AppError, badInput, conflict, notFound } from '../../core/errors.ts'
import type { Done, SellingProblem } from '../../model/selling.ts'
import type { SellDeps } from '../deps.ts'
import { holdItem, postsOf, updatePost } from '../item-store.ts'
import type { ApiPost } from './api-post.ts'
import type { ApiDraftInput, ApiPostView, CallsView, LocationInput } from './api-post-schema.ts'
import { callsOf } from './call-store.ts'
import { isForSale } from './carry-on.ts'
import { type Desk, isProblem } from './desk.ts'
import {
  adToSend,
  type Drafted,
  draftedAt,
  formProblems,
  problemsOf,
  siteOf,
  skuOf,
  wholeDraft,
} from './drafts.ts'
import { incomplete } from './field-problems.ts'
import { isLive, stands, stateAfter } from './machine.ts'
import {
  type AdAt,
  apiPostsOf,
  giveConfirmation,
  holdApiPostAt,
  updateApiPost,
  useConfirmation,
  writeChoices,
} from './post-store.ts'
import { hashOf } from './sent-ad.ts'
import { toEnd, wanted, writeWish } from './wishes.ts'

/** How long a person may think about the fees. */
const confirmationMs = 15 * 60_000
/** A marketplace is asked while a person waits. */
const askMs = 60_000

/** The person's desk there; throws why there is none. */
export async function openDesk(
  deps: SellDeps,
  userId: Authorized<'write'>,
  at: Pick<AdAt, 'marketplace' | 'site'>,
): Promise<Desk> {
  const { place } = siteOf(deps, at)
  const desk = await deps.deskOf(userId, place.id)
  if (isProblem(desk)) throw asError(desk)
  return desk
}

/** What a step gave; throws why it gave nothing. */
export function given<T>(answer: Done<T> | SellingProblem): T {
  if ('outcome' in answer) throw asError(answer)
  return answer.value
}

/** Tells the marketplace from where the person ships. */
export async function sayLocation(
  deps: SellDeps,
  userId: Authorized<'write'>,
  at: Pick<AdAt, 'marketplace' | 'site'>,
  place: LocationInput,
): Promise<{ locationId: string }> {
  const desk = await openDesk(deps, userId, at)
  if (desk.putLocation === undefined)
    throw badInput('From where you ship is said at this marketplace itself, not here.')
  return given(await desk.putLocation(at.site, place, soon()))
}

export const soon = (): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(askMs) })

function asError({ outcome, reason, retryAfterMs = 60_000 }: SellingProblem): AppError {
  const retryAfterS = Math.max(1, Math.ceil(retryAfterMs / 1000))
  switch (outcome) {
    case 'refused':
      return conflict('marketplace-refused', reason)
    case 'consent':
      return conflict('account-needs-consent', reason)
    case 'away':
      return new AppError({ code: 'marketplace-away', status: 503, retryAfterS, message: reason })
    case 'unknown':
      return new AppError({ code: 'marketplace-no-answer', status: 503, retryAfterS, message: reason })
  }
}

export async function oneApiPost(deps: SellDeps, userId: Authorized<'read'>, at: AdAt): Promise<ApiPostView> {
  return viewOf(deps, userId, await draftedAt(deps, deps.db, userId, at))
}

async function viewOf(deps: SellDeps, userId: Authorized<'read'>, drafted: Drafted): Promise<ApiPostView> {
  const { place, site, item, ad, draft, post } = drafted
  const missing = Object.keys(problemsOf(drafted))
  const current = missing.length > 0 ? null : hashOf(await adToSend(deps.db, userId, drafted))
  const time = (at: Date | null | undefined) => at?.toISOString() ?? null
  const { fields, price, findings, photoCount, isYours } = ad
  return {
    ...{ itemId: item.id, id: post?.id ?? null, marketplace: place.id, name: place.name, site },
    ...{
      sku: post?.sku ?? skuOf(item),
      ad: { fields, price, findings, photoCount, isYours },
      draft,
      missing,
    },
    ...{ state: post?.state ?? 'prepared', wish: post?.wish ?? null, step: post?.step ?? null },
    problem: post?.problem
      ? {
          ...{ outcome: post.problem.outcome, reason: post.problem.reason, step: post.problem.step },
          ...(post.problem.codes && { codes: [...post.problem.codes] }),
          ...(post.problem.fields && { fields: [...post.problem.fields] }),
          at: post.problem.at,
        }
      : null,
    ...{ warnings: post?.warnings ?? [], fees: post?.fees ?? null },
    isEdited: post?.sentHash != null && post.sentHash !== current,
    ...{ listingId: post?.listingId ?? null, url: post?.url ?? null },
    sent: post?.sent
      ? { ...only(post.sent), description: post.sent.description, bestOffer: post.sent.bestOffer }
      : null,
    there: post?.there
      ? { ...only(post.there), state: post.there.state, soldQuantity: post.there.soldQuantity }
      : null,
    ...{ readAt: time(post?.readAt), endAskedAt: time(post?.endAskedAt) },
    ...{ publishedAt: time(post?.publishedAt), endedAt: time(post?.endedAt) },
  }
}

const only = <Title extends string | null>(ad: {
  title: Title
  priceCents: number
  currency: string
  quantity: number
}) => ({ title: ad.title, priceCents: ad.priceCents, currency: ad.currency, quantity: ad.quantity })

/** Its row, held with its item. */
export async function held<T>(
  deps: SellDeps,
  userId: Authorized<'write'>,
  at: AdAt,
  run: (tx: Tx, post: ApiPost, drafted: Drafted) => Promise<T>,
): Promise<T> {
  const drafted = await draftedAt(deps, deps.db, userId, at)
  return deps.db.transaction(async (tx) => {
    const item = await holdItem(tx, userId, at.itemId)
    if (item === null) throw notFound('item')
    const made = { sku: skuOf(item), draft: drafted.draft, createdAt: deps.clock.now() }
    const post = await holdApiPostAt(tx, userId, at, made)
    return run(tx, post, { ...drafted, item, post, draft: wholeDraft(post.draft) })
  })
}

/** Keeps what the person chose; policies and place are what the next ad begins with. */
export async function writeDraft(
  deps: SellDeps,
  userId: Authorized<'write'>,
  at: AdAt,
  input: ApiDraftInput,
): Promise<ApiPostView> {
  const left = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  await held(deps, userId, at, async (tx, post) => {
    const draft = { ...wholeDraft(post.draft), ...left }
    const now = deps.clock.now()
    await updateApiPost(tx, userId, { ...post, draft }, now)
    const { shippingPolicyId, paymentPolicyId, returnPolicyId, locationId } = draft
    const choices = { shippingPolicyId, paymentPolicyId, returnPolicyId, locationId }
    if (Object.keys(choices).some((name) => name in left)) await writeChoices(tx, userId, at, choices, now)
  })
  return oneApiPost(deps, userId, at)
}

/**
 * Puts the ad there as a draft, photos and all, and has its fees shown: nobody sees it. What the category asks for and the
 * person did not say is told by field before anything is sent.
 */
export async function checkApiPost(
  deps: SellDeps,
  userId: Authorized<'write'>,
  at: AdAt,
): Promise<ApiPostView> {
  const before = await draftedAt(deps, deps.db, userId, at)
  if (!isForSale(before.item)) throw sold()
  await adToSend(deps.db, userId, before)
  const desk = await openDesk(deps, userId, at)
  const form = given(await desk.categoryForm(at.site, before.draft.categoryId!, soon()))
  const problems = formProblems(before.draft, form, given(await desk.preflight(at.site, soon())))
  if (Object.keys(problems).length > 0)
    throw incomplete('The ad is not complete yet: the category or the account asks for more.', problems)
  await held(deps, userId, at, async (tx, post, drafted) => {
    await refuseStanding(tx, userId, post)
    if (!isForSale(drafted.item)) throw sold()
    const sent = await adToSend(tx, userId, drafted)
    const now = deps.clock.now()
    const asked: ApiPost = {
      ...wanted(post, 'check', now),
      ...{ sent, sentHash: hashOf(sent), confirmedHash: null, fees: null, problem: null, warnings: [] },
      // Whoever edited it there meanwhile is found, and nothing is taken for being there.
      ...{ itemHash: null, offerHash: null, readAt: null, there: null },
    }
    await writeWish(tx, userId, asked, now)
  })
  return oneApiPost(deps, userId, at)
}

const sold = () =>
  conflict(
    'item-sold',
    'It is sold, or put aside: nothing of it is left to be listed. Raise its quantity if you have more.',
  )

/** One site of a marketplace at a time: it is one thing. */
async function refuseStanding(tx: Tx, userId: Authorized<'write'>, post: ApiPost): Promise<void> {
  const all = await apiPostsOf(tx, userId, [post.itemId])
  const other = all.find(({ marketplace, state }) => marketplace === post.marketplace && stands(state))
  if (other !== undefined)
    throw conflict(
      'ad-stands-there',
      `Its ad stands on ${other.site}, or may: change its price and number there, or end it first.`,
    )
}

/** What a person publishes with: given to them alone, good once, for exactly what was checked and the fees that they saw. */
export async function confirmationFor(deps: SellDeps, userId: Authorized<'self-write'>, at: AdAt) {
  const confirmation = randomBytes(24).toString('base64url')
  return held(deps, userId, at, async (tx, post, drafted) => {
    await refuseStanding(tx, userId, post)
    if (post.wish !== null || post.fees === null || post.sent === null)
      throw conflict('not-checked', 'Check the ad first, and wait until its fees are shown.')
    if (!isForSale(drafted.item)) throw sold()
    if (hashOf(await adToSend(tx, userId, drafted)) !== post.sentHash)
      throw conflict('ad-changed', 'The ad was edited since it was checked: check it again.')
    const endsAt = new Date(deps.clock.now().getTime() + confirmationMs)
    await giveConfirmation(tx, userId, post.id, { hash: keyOf(confirmation), endsAt })
    return { confirmation, endsAt: endsAt.toISOString(), fees: post.fees, ...only(post.sent) }
  })
}

const keyOf = (confirmation: string) => createHash('sha256').update(confirmation).digest('hex')

/** Lists what was checked and agreed to; it is done by the program, and goes on after a crash. */
export async function publishApiPost(
  deps: SellDeps,
  userId: Authorized<'self-write'>,
  at: AdAt,
  confirmation: string,
): Promise<ApiPostView> {
  await held(deps, userId, at, async (tx, post, { item }) => {
    const now = deps.clock.now()
    if (!(await useConfirmation(tx, userId, post.id, { hash: keyOf(confirmation), now })))
      throw conflict('not-confirmed-now', 'This confirmation is used or over: look at the fees once more.')
    await refuseStanding(tx, userId, post)
    if (!isForSale(item)) throw sold()
    const state = stateAfter(post.state, 'publish', 'asked-to-publish')!
    const asked = { ...wanted(post, 'publish', now), state, confirmedHash: post.sentHash, problem: null }
    await writeWish(tx, userId, asked, now)
  })
  return oneApiPost(deps, userId, at)
}

export const notLive = () => conflict('ad-not-live', 'Its ad does not stand there: publish it first.')

export async function endApiPost(
  deps: SellDeps,
  userId: Authorized<'write'>,
  at: AdAt,
): Promise<ApiPostView> {
  await held(deps, userId, at, async (tx, post) => {
    if (!stands(post.state)) throw notLive()
    const now = deps.clock.now()
    const row = (await postsOf(tx, userId, [post.itemId])).find(({ id }) => id === post.postId)
    if (row !== undefined && row.state === 'live')
      await updatePost(tx, userId, { ...row, state: 'end-asked', endAskedAt: now })
    await writeWish(
      tx,
      userId,
      post.wish === 'end' ? { ...post, dueAt: now } : toEnd(post, 'person', now),
      now,
    )
  })
  return oneApiPost(deps, userId, at)
}

/** Reads how it stands there now, and notes what was changed there. */
export async function lookAtApiPost(
  deps: SellDeps,
  userId: Authorized<'write'>,
  at: AdAt,
): Promise<ApiPostView> {
  await held(deps, userId, at, async (tx, post) => {
    const now = deps.clock.now()
    // What is under way looks by itself where it has to.
    const asked = post.wish === null ? wanted(post, 'look', now) : { ...post, dueAt: now }
    await writeWish(tx, userId, { ...asked, readAt: null }, now)
  })
  return oneApiPost(deps, userId, at)
}

/** A lower price for those who watch it there. */
export async function offerToWatchers(
  deps: SellDeps,
  userId: Authorized<'self-write'>,
  at: AdAt,
  offer: { percentOff: number; message: string },
): Promise<{ sent: number }> {
  const { post } = await draftedAt(deps, deps.db, userId, at)
  if (post === null || !isLive(post.state) || post.listingId === null) throw notLive()
  const desk = await openDesk(deps, userId, at)
  const ctx = { ...soon(), apiPostId: post.id }
  return given(await desk.offerToWatchers(post.listingId, offer.percentOff, offer.message, ctx))
}

/** Every call that was made for it, the newest first. */
export async function apiPostCalls(
  deps: SellDeps,
  userId: Authorized<'read'>,
  at: AdAt,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<CallsView> {
  const { post } = await draftedAt(deps, deps.db, userId, at)
  if (post === null) return { items: [] }
  const calls = await callsOf(deps.db, userId, post.id, { from: before ?? null, limit })
  return {
    items: calls.map(({ bodyHash: _, sentAt, answeredAt, codes, ids, ...call }) => ({
      ...call,
      ...{ codes: [...codes], ids: { ...ids } },
      ...{ sentAt: sentAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null },
    })),
  }
}
