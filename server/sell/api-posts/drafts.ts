import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'
import { AppError, notFound } from '../../core/errors.ts'
import { textReason } from '../../core/field-reasons.ts'
import type { CategoryForm, Preflight, SellingSite } from '../../model/selling.ts'
import type { AdView } from '../ads/ad-schema.ts'
import { oneAd } from '../ads/ads.ts'
import type { SellDeps } from '../deps.ts'
import { getItem, type StoredItem } from '../item-store.ts'
import { photosOfItem } from '../photos/photo-store.ts'
import type { ApiDraft, ApiPost, SentAd } from './api-post.ts'
import type { SellingPlace } from './desk.ts'
import { type FieldProblem, type FieldProblems, incomplete, wrong } from './field-problems.ts'
import { type AdAt, apiPostAt, choicesOf } from './post-store.ts'
import { photoKey } from './sent-ad.ts'

const photosMax = 24

/** An item's ad for a site of a marketplace, with all that it is made of. */
export interface Drafted {
  place: SellingPlace
  site: SellingSite
  item: StoredItem
  ad: AdView
  draft: ApiDraft
  post: ApiPost | null
}

export function siteOf(
  { sellingPlaces }: Pick<SellDeps, 'sellingPlaces'>,
  at: Pick<AdAt, 'marketplace' | 'site'>,
): { place: SellingPlace; site: SellingSite } {
  const place = sellingPlaces.get(at.marketplace)
  const site = place?.sites.find(({ id }) => id === at.site)
  if (place !== undefined && site !== undefined) return { place, site }
  const known = [...sellingPlaces.values()].flatMap(({ id, sites }) => sites.map((one) => `${id} ${one.id}`))
  throw new AppError({
    ...{ code: 'unknown-selling-place', status: 404 },
    message: `Ads cannot be posted there by an API; they can on ${known.join(', ') || 'no marketplace'}.`,
  })
}

export async function draftedAt(
  deps: SellDeps,
  sql: Sql,
  userId: Authorized<'read'>,
  at: AdAt,
): Promise<Drafted> {
  const where = siteOf(deps, at)
  const item = await getItem(sql, userId, at.itemId)
  if (item === null) throw notFound('item')
  const ad = await oneAd(deps, userId, at)
  const post = await apiPostAt(sql, userId, at)
  const draft = wholeDraft(post?.draft ?? (await choicesOf(sql, userId, at)) ?? {})
  return { ...where, item, ad, draft, post }
}

/** With what drafts of earlier versions did not have. */
export const wholeDraft = (draft: Partial<ApiDraft>): ApiDraft => ({ ...emptyDraft, ...draft })

const emptyDraft: ApiDraft = {
  ...{ categoryId: null, categoryName: null, conditionId: null, conditionNote: null, specifics: {} },
  ...{ quantity: null, shippingPolicyId: null, paymentPolicyId: null, returnPolicyId: null },
  ...{ locationId: null, weightGrams: null, bestOffer: null },
}

/** What marketplaces know it by: letters and digits, the same for ever. */
export const skuOf = ({ id, sku }: Pick<StoredItem, 'id' | 'sku'>): string =>
  /^[A-Za-z0-9]{1,50}$/.test(sku) ? sku : `DSI${id}`

const textOf = ({ fields }: AdView, name: 'title' | 'description') =>
  fields.find((field) => field.name === name)?.value ?? ''

const needed = ['categoryId', 'conditionId', 'shippingPolicyId', 'paymentPolicyId', 'returnPolicyId'] as const

/** Fields that are still to be filled in, and why, as far as that is known without asking the marketplace. */
export function problemsOf({ site, item, ad, draft }: Omit<Drafted, 'place' | 'post'>): FieldProblems {
  const { price } = ad
  const problems = findingProblems(ad, () => true)
  if (price !== null && price.currency !== site.currency)
    problems.price = wrong('ad-other-currency', {
      currency: price.currency,
      site: site.name,
      takes: site.currency,
    })
  if (price?.cents === 0) problems.price = wrong('ad-costs-nothing')
  if (ad.photoCount === 0) problems.photos = wrong('ad-no-photo')
  for (const field of [...needed, 'locationId'] as const)
    if (draft[field] === null) problems[field] = wrong('ad-not-chosen')
  const left = Math.max(0, item.quantity - item.soldQuantity)
  if (draft.quantity !== null && draft.quantity > left)
    problems.quantity = wrong('ad-more-than-left', { left })
  const offers = bestOfferProblem(draft.bestOffer, price?.cents ?? null)
  if (offers !== null) problems.bestOffer = offers
  return problems
}

/** What of an ad's own texts is to be mended before it is sent. */
export function findingProblems(
  { findings }: Pick<AdView, 'findings'>,
  isAsked: (field: 'title' | 'description' | 'price') => boolean,
): FieldProblems {
  const problems: FieldProblems = {}
  for (const { severity, field, sentence } of findings)
    if (severity === 'error' && (field === 'title' || field === 'description' || field === 'price'))
      if (isAsked(field)) problems[field] ??= { text: sentence, reason: textReason(sentence) }
  return problems
}

/** Why offers cannot be taken on these terms; null where they can. */
export function bestOfferProblem(
  terms: ApiDraft['bestOffer'],
  priceCents: number | null,
): FieldProblem | null {
  const { acceptCents = null, refuseBelowCents = null } = terms ?? {}
  if (acceptCents !== null && refuseBelowCents !== null && refuseBelowCents >= acceptCents)
    return wrong('ad-offers-cross')
  if (priceCents === null) return null
  if (acceptCents !== null && acceptCents >= priceCents) return wrong('ad-offers-as-price')
  return refuseBelowCents !== null && refuseBelowCents >= priceCents ? wrong('ad-offers-refused') : null
}

/** What the category and the policies ask for, by what the marketplace says of them. */
export function formProblems(
  draft: ApiDraft,
  form: CategoryForm,
  { missing, ...has }: Preflight,
): FieldProblems {
  const problems: FieldProblems = {}
  if (missing.length > 0)
    problems.account = { text: missing.join(' '), reason: textReason(missing.join(' ')) }
  for (const { name, isRequired, isClosed, valuesMax, values } of form.specifics) {
    const given = draft.specifics[name] ?? []
    const key = `specifics.${name}`
    if (isRequired && given.length === 0) problems[key] = wrong('ad-asked-for')
    if (given.length > valuesMax) problems[key] = wrong('ad-too-many-values', { most: valuesMax })
    const other = isClosed ? given.find((value) => !values.includes(value)) : undefined
    if (other !== undefined) problems[key] = wrong('ad-other-value', { value: other })
  }
  if (form.conditions.length > 0 && !form.conditions.some(({ id }) => id === draft.conditionId))
    problems.conditionId = wrong('ad-condition-not-taken')
  const shipping = has.shippingPolicies.find(({ id }) => id === draft.shippingPolicyId)
  const isThere = (list: readonly { id: string }[], id: string | null) => list.some((one) => one.id === id)
  if (shipping === undefined) problems.shippingPolicyId = wrong('ad-choice-gone')
  if (!isThere(has.paymentPolicies, draft.paymentPolicyId)) problems.paymentPolicyId = wrong('ad-choice-gone')
  if (!isThere(has.returnPolicies, draft.returnPolicyId)) problems.returnPolicyId = wrong('ad-choice-gone')
  if (!isThere(has.locations, draft.locationId)) problems.locationId = wrong('ad-choice-gone')
  if (shipping?.needsWeight && draft.weightGrams === null) problems.weightGrams = wrong('ad-weight-asked-for')
  return problems
}

/** The ad as it would be sent now, photos by what is in them; throws what is missing, by field. */
export async function adToSend(sql: Sql, userId: Authorized<'read'>, drafted: Drafted): Promise<SentAd> {
  const problems = problemsOf(drafted)
  if (Object.keys(problems).length > 0)
    throw incomplete('The ad is not complete yet: fill in what is missing.', problems)
  const { item, ad, draft, site } = drafted
  const photos = (await photosOfItem(sql, userId, item.id)).filter(({ state }) => state === 'ready')
  return {
    ...{ sku: drafted.post?.sku ?? skuOf(item), site: site.id },
    ...{ title: textOf(ad, 'title'), description: textOf(ad, 'description') },
    ...{ categoryId: draft.categoryId!, conditionId: draft.conditionId! },
    ...{ conditionNote: draft.conditionNote, specifics: draft.specifics },
    ...{ priceCents: ad.price!.cents, currency: ad.price!.currency },
    quantity: draft.quantity ?? Math.max(1, item.quantity - item.soldQuantity),
    ...{ shippingPolicyId: draft.shippingPolicyId!, paymentPolicyId: draft.paymentPolicyId! },
    ...{ returnPolicyId: draft.returnPolicyId!, locationId: draft.locationId! },
    ...{ weightGrams: draft.weightGrams, bestOffer: draft.bestOffer },
    ...{ photoUrls: [], photosUntil: null },
    photos: photos.slice(0, photosMax).map((photo) => ({ id: photo.id, key: photoKey(photo) })),
  }
}
