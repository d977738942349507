import type { Authorized } from '../../core/actor.ts'
import type { Sql, Tx } from '../../core/db.ts'
import { AppError, badInput, notFound } from '../../core/errors.ts'
import { minorDigits } from '../../core/money.ts'
import type { PostingFieldName, PostingPlace } from '../../model/posting.ts'
import { say } from '../../model/sentences/sentences.ts'
import type { SellDeps } from '../deps.ts'
import { getItem, holdItem, postsOf, type StoredItem, type StoredPost } from '../item-store.ts'
import { checkCurrency, postView } from '../items.ts'
import { factsOf } from '../photos/fact-store.ts'
import { photosOfItem } from '../photos/photo-store.ts'
import type { AdInput, AdView, PostingPlaceView } from './ad-schema.ts'
import { writingStyleSchema } from './ad-schema.ts'
import { adTextsOf, type OwnAd, storedStyle, writeAdText, writeStyle } from './ad-store.ts'
import { type Ad, checkAd, type Finding } from './writing/check.ts'
import { lengthOf } from './writing/cut.ts'
import { linesOf, type SellingStyle, type ThingFacts, type WritingStyle } from './writing/facts.ts'
import { adWords } from './writing/words.ts'
import { writeDescription, writeTitle } from './writing/write.ts'

/** Where one can post by hand, with the limits of the forms. */
export const postingPlaces = ({ postingPlaces }: Pick<SellDeps, 'postingPlaces'>): PostingPlaceView[] =>
  [...postingPlaces.values()].map(({ id, name, posting }) => {
    const { fields: _, conditionWords: __, forbidsContact: ___, currencies, ...shown } = posting
    return { id, name, ...shown, currencies: [...currencies] }
  })

/** An item's ad for a marketplace, field by field in the order of its form, and what is to be mended before it is posted. */
export async function oneAd(
  deps: SellDeps,
  userId: Authorized<'read'>,
  { itemId, marketplace }: { itemId: number; marketplace: string },
): Promise<AdView> {
  const place = placeOf(deps, marketplace)
  const item = await getItem(deps.db, userId, itemId)
  if (item === null) throw notFound('item')
  return adView(deps, deps.db, userId, { item, place })
}

/** What the person wrote themselves; null goes back to what the facts make. */
export async function writeAd(
  deps: SellDeps,
  userId: Authorized<'write'>,
  { itemId, marketplace, input }: { itemId: number; marketplace: string; input: AdInput },
): Promise<AdView> {
  return deps.db.transaction((tx) => writeAdIn(deps, tx, userId, { itemId, marketplace, input }))
}

/** The same within what else is written. */
export async function writeAdIn(
  deps: SellDeps,
  tx: Tx,
  userId: Authorized<'write'>,
  { itemId, marketplace, input }: { itemId: number; marketplace: string; input: AdInput },
): Promise<AdView> {
  const place = placeOf(deps, marketplace)
  checkCurrency(input.currency ?? null)
  const item = await holdItem(tx, userId, itemId)
  if (item === null) throw notFound('item')
  const stored = (await adTextsOf(tx, userId, itemId)).find((one) => one.marketplace === marketplace)
  const { title = null, description = null, priceCents = null, currency = null } = stored ?? {}
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const ad: OwnAd = { ...{ title, description, priceCents, currency }, ...given }
  if (ad.priceCents !== null && ad.currency === null)
    throw badInput('Say in which currency the price is.', {
      currency: 'goes with a price: USD, EUR, GBP …',
    })
  if (Object.keys(given).length > 0)
    await writeAdText(tx, userId, { itemId, marketplace, ad, at: deps.clock.now() })
  return adView(deps, tx, userId, { item, place })
}

export async function writingStyle(sql: Sql, userId: Authorized<'read'>): Promise<SellingStyle> {
  const stored = writingStyleSchema.safeParse((await storedStyle(sql, userId)) ?? {})
  return stored.success ? stored.data : writingStyleSchema.parse({})
}

export async function changeStyle(
  deps: SellDeps,
  userId: Authorized<'write'>,
  style: SellingStyle,
): Promise<SellingStyle> {
  deps.checkChannels(style.tasksOn)
  await writeStyle(deps.db, userId, style, deps.clock.now())
  return style
}

function placeOf({ postingPlaces }: Pick<SellDeps, 'postingPlaces'>, marketplace: string): PostingPlace {
  const place = postingPlaces.get(marketplace)
  if (place !== undefined) return place
  const names = [...postingPlaces.keys()].toSorted().join(', ')
  throw new AppError({
    ...{ code: 'unknown-posting-place', status: 404 },
    message: `It is not known how ads are written on ${marketplace}; it is of ${names}.`,
  })
}

const thingFacts = (item: StoredItem, about: string | null): ThingFacts => ({
  ...{ title: item.title, brand: item.brand, category: item.category, condition: item.condition },
  quantity: Math.max(1, item.quantity - item.soldQuantity),
  ...{ details: linesOf(item.details), defects: linesOf(item.defects), included: linesOf(item.included) },
  about,
})

async function adView(
  deps: SellDeps,
  sql: Sql,
  userId: Authorized<'read'>,
  { item, place }: { item: StoredItem; place: PostingPlace },
): Promise<AdView> {
  const { posting } = place
  const said = await factsOf(sql, userId, item.id)
  const about = said.find(({ field }) => field === `description-${posting.language}`)?.value ?? null
  const facts = thingFacts(item, about)
  const style = await writingStyle(sql, userId)
  const texts = await adTextsOf(sql, userId, item.id)
  const own = texts.find(({ marketplace }) => marketplace === place.id)
  const posts = await postsOf(sql, userId, [item.id])
  const post = posts.find(({ marketplace, state }) => marketplace === place.id && state !== 'ended') ?? null
  const written = {
    title: writeTitle(facts, posting),
    description: writeDescription(facts, style, posting),
  }
  const price = priceOf(own ?? null, [...texts, ...posts.toReversed()], posting.currencies)
  const photos = (await photosOfItem(sql, userId, item.id)).filter(({ state }) => state === 'ready')
  const ad: Ad = {
    title: own?.title ?? written.title,
    description: own?.description ?? written.description,
    ...{ priceCents: price?.cents ?? null, currency: price?.currency ?? null },
    place: style.place,
    photoCount: photos.length,
  }
  const otherNames = [...deps.postingPlaces.values()].flatMap(({ id, name }) =>
    id === place.id ? [] : [name],
  )
  const isYours = own?.title != null || own?.description != null
  const findings = [
    ...checkAd(ad, { facts, posting, otherNames }),
    ...circumstances({ item, post, ownAt: isYours ? own!.updatedAt : null }),
    ...(await foreign(deps, userId, facts, posting.language)),
  ]
  return {
    ...{ itemId: item.id, marketplace: place.id, name: place.name },
    ...{ composerUrl: posting.composerUrl, manageUrl: posting.manageUrl, language: posting.language },
    ...{ rules: posting.rules, photosMax: posting.photosMax, photoCount: photos.length },
    ...{ written, isYours, price },
    findings: findings.map(({ sentence, code, params, severity, field }) => ({
      ...{ severity, field, sentence, code },
      params: { ...params },
    })),
    fields: posting.fields.map(({ name, label, isRequired }) => {
      const value = fieldValue(name, ad, { facts, style, place })
      const isOwn = name === 'title' || name === 'description' ? own?.[name] != null : false
      const isText = name === 'title' || name === 'description'
      return {
        ...{ name, label, isRequired, value, characters: lengthOf(value ?? '') },
        charactersMax: isText ? posting[`${name}CharactersMax`] : null,
        from: isOwn ? ('yours' as const) : isText ? ('written' as const) : ('fact' as const),
      }
    }),
    post: post && postView(post),
  }
}

/** What this ad asks; else what was asked last anywhere in a currency of the marketplace. */
function priceOf(
  own: OwnAd | null,
  others: readonly Pick<OwnAd, 'priceCents' | 'currency'>[],
  currencies: readonly string[],
): AdView['price'] {
  const asking = own?.priceCents != null ? own : null
  const other = others.find(
    ({ priceCents, currency }) => priceCents !== null && currency !== null && currencies.includes(currency),
  )
  const { priceCents = null, currency = null } = asking ?? other ?? {}
  return priceCents === null || currency === null ? null : { cents: priceCents, currency }
}

function circumstances({
  item,
  post,
  ownAt,
}: {
  item: StoredItem
  post: StoredPost | null
  ownAt: Date | null
}): Finding[] {
  return [
    ...(post === null ? [] : [{ ...say('ad-stands-already'), severity: 'warning' as const, field: null }]),
    ...(ownAt !== null && ownAt < item.updatedAt
      ? [{ ...say('ad-facts-changed'), severity: 'hint' as const, field: null }]
      : []),
  ]
}

async function foreign(
  deps: SellDeps,
  userId: Authorized<'read'>,
  { details, defects, included }: ThingFacts,
  language: AdView['language'],
): Promise<Finding[]> {
  const hasLines = details.length + defects.length + included.length > 0
  if (!hasLines || (await deps.languageOf(userId)).startsWith(language)) return []
  return [{ ...say('ad-language', { language }), severity: 'hint', field: 'description' }]
}

function fieldValue(
  name: PostingFieldName,
  ad: Ad,
  { facts, style, place }: { facts: ThingFacts; style: WritingStyle; place: PostingPlace },
): string | null {
  const { posting } = place
  switch (name) {
    case 'title':
    case 'description':
      return ad[name]
    case 'price':
      return ad.priceCents === null ? null : plainAmount(ad.priceCents, ad.currency!)
    case 'condition':
      return facts.condition === null ? null : (posting.conditionWords[facts.condition] ?? null)
    case 'brand':
      return facts.brand
    case 'quantity':
      return String(facts.quantity)
    case 'place':
      return style.place
    case 'delivery':
      return adWords[posting.language].handover(style.handover, null)
    case 'category':
    case 'photos':
      return null
  }
}

/** As forms of prices take it: `120` or `119.50`, without sign and grouping. */
function plainAmount(cents: number, currency: string): string {
  const digits = minorDigits(currency)
  const units = cents / 10 ** digits
  return Number.isInteger(units) ? String(units) : units.toFixed(digits)
}
