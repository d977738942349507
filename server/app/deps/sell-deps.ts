import { Temporal } from 'temporal-polyfill'
import type { Authorized } from '../../core/actor.ts'
import { textIn } from '../../core/adapter-words.ts'
import { badInput } from '../../core/errors.ts'
import type { Read } from '../../core/reader-pool.ts'
import { remindSellers } from '../../flows/remind-sellers.ts'
import { scoreListing } from '../../flows/score-listing.ts'
import { tellConsent } from '../../flows/tell-consent.ts'
import { tellMail } from '../../flows/tell-mail.ts'
import { tellSold } from '../../flows/tell-sold.ts'
import { normalizeCategory } from '../../listings/normalize/category.ts'
import { parseCondition } from '../../listings/normalize/condition.ts'
import { getListing } from '../../listings/store.ts'
import type { Marketplace } from '../../marketplaces/contract.ts'
import { channelProblem } from '../../model/channel-target.ts'
import type { PostingPlace } from '../../model/posting.ts'
import { inOwnTime } from '../../notify/preferences.ts'
import { samePhoto } from '../../photos/hash/same.ts'
import { photoReader } from '../../photos/hash-photos.ts'
import { photosReused } from '../../photos/store.ts'
import { ratesOfDays } from '../../rates/rate-store.ts'
import { feesFor } from '../../scoring/resale/fees.ts'
import { salesAt } from '../../scoring/resale/sales.ts'
import { answerValue } from '../../scoring/value/answer/value-answer.ts'
import type { ValueDeps } from '../../scoring/value/answer/value-asked.ts'
import { valueInputSchema } from '../../scoring/value/answer/value-schema.ts'
import { otherPlaceWords, otherPostingPlaces } from '../../sell/ads/posting-places.ts'
import type { OrderDeps } from '../../sell/orders/deps.ts'
import type { PhotoDeps } from '../../sell/photos/deps.ts'
import {
  barcodes,
  looksAlike,
  type Named,
  ownListings,
  type Recogniser,
  words,
} from '../../sell/photos/recognise.ts'
import { type AccountKey, connectedTo } from '../../sources/connections/connection-store.ts'
import { accountContext } from '../../sources/context.ts'
import type { Config } from '../config.ts'
import type { Resources } from '../resources.ts'
import { aiDepsOf } from './ai-deps.ts'
import { deskDepsOf } from './desk-deps.ts'

const worthCompsMax = 20

/** What things of one's own are kept with. */
export function sellDepsOf(config: Config, resources: Resources, value: ValueDeps): OrderDeps {
  const { db, clock, log, jobs, selling, siteCodes, marketplaces, notifying, channels } = resources
  const postingPlaces = postingPlacesOf(marketplaces)
  const telling = { db, clock, notifying, postingPlaces }
  return {
    ...{ db, clock, log, jobs, postingPlaces, photos: photoDepsOf(resources, value) },
    ...deskDepsOf(resources),
    ai: aiDepsOf(config, resources, postingPlaces),
    tellSold: (tx, sold) => tellSold(telling, tx, sold),
    tellMail: (tx, told) => tellMail(telling, tx, told),
    connectedSellers: () => connectedTo(db, accountKeysOf(resources)),
    tellConsent: (asked) => tellConsent(telling, asked),
    remindSellers: (signal) => remindSellers(telling, signal),
    checkChannels(names) {
      const problem = channelProblem(names, new Set(channels.keys()))
      if (problem === null) return
      throw badInput(`Where you are told cannot be: ${problem}.`, { tasksOn: problem })
    },
    sayRules: (id, rules, language) =>
      textIn(language, rules, marketplaces.get(id)?.words ?? otherPlaceWords),
    languageOf: async (userId) => (await notifying.languageOf(userId)) ?? 'en',
    async dealOf(userId, listingId) {
      const stored = await getListing(db, listingId, userId)
      if (!stored) return null
      const { title, category, brand = null, condition = null, priceCents = null } = stored.listing
      const { shippingCents = null, currency = null } = stored.listing
      const { profit } = (await scoreListing(resources, userId, stored, clock.now().getTime())).profit
      return {
        ...{ title, category, brand, condition, priceCents, shippingCents, currency },
        predicted: profit && { cents: profit.profitIfSoldCents, currency: profit.currency },
      }
    },
    async worthOf(userId, { title, category, brand, condition }) {
      const asked = { title, category, compsMax: worthCompsMax, ...(condition && { condition }) }
      return answerValue(value, userId, valueInputSchema.parse({ ...asked, ...(brand && { brand }) }))
    },
    async leavesOf(userId) {
      await selling.catchUp(db)
      const { settings } = selling.of(userId)
      const today = (await calendarOf(resources, userId))(clock.now())
      return ({ priceCents, currency, category }) =>
        salesAt({ value: { midCents: priceCents, currency, basis: 'sold' }, category }, settings, today)
    },
    conditionOf: (text) => parseCondition(text) ?? null,
    categoryOf: (title) => normalizeCategory(title, undefined, siteCodes),
    async feesOf(userId) {
      await selling.catchUp(db)
      const { fees, country } = selling.of(userId).settings
      return (sale) => feesFor(fees, { ...sale, country })
    },
    async currencyOf(userId) {
      await resources.profiles.catchUp(db)
      return resources.profiles.of(userId).currency
    },
    ratesOf: (pairs) => ratesOfDays(db, pairs),
    today: async (userId) => (await calendarOf(resources, userId))(clock.now()),
    calendarOf: (userId) => calendarOf(resources, userId),
  }
}

async function calendarOf(resources: Resources, userId: Authorized<'read'>): Promise<(at: Date) => string> {
  const { timeZone } = await inOwnTime(resources, userId, {})
  return (at) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** Of accounts in whose names orders can be read, in the worlds that are set up. */
function accountKeysOf({ marketplaces, adapterOptions }: Resources): AccountKey[] {
  return [...marketplaces.values()].flatMap(({ id, selling, accounts }) =>
    selling && accounts ? [{ marketplace: id, environment: accounts.environment(adapterOptions) }] : [],
  )
}

/** Where one can post by hand: adapters that say how, and those that are known beside them. */
export function postingPlacesOf(
  marketplaces: ReadonlyMap<string, Marketplace>,
): ReadonlyMap<string, PostingPlace> {
  const own = [...marketplaces.values()].flatMap(
    ({ id, name, homepage, posting, identify, owns }): PostingPlace[] =>
      posting === undefined
        ? []
        : [
            {
              ...{ id, name, homepage, posting },
              adAt: (url) => identify?.(url)?.url ?? null,
              owns: owns ?? ((hostname) => hostname === new URL(posting.composerUrl).hostname),
            },
          ],
  )
  const places = [...own, ...otherPostingPlaces.filter(({ id }) => !marketplaces.has(id))]
  return new Map(places.map((place) => [place.id, place]))
}
const likeMax = 3
/** Less alike listings share a word with what is written on the thing. */
const alikeMin = 0.5

/** What photos of one's own things are worked on with. */
function photoDepsOf(resources: Resources, value: ValueDeps): PhotoDeps {
  const { db, clock, log, jobs, fetch, read, studio } = resources
  const readSlow: Read = (...asked) => studio.readSlow(...asked)
  return {
    ...{ db, clock, log, jobs, fetch, readers: studio, same: samePhoto },
    async hashOf(jpeg) {
      const result = await read(photoReader, [jpeg])
      return 'hash' in result ? result.hash : null
    },
    recognisers: [
      barcodes(readSlow),
      words(readSlow),
      ownListings({
        async sameAs(userId, hash) {
          const found = await photosReused(db, hash, { exceptListingIds: [], ownerId: userId })
          const listings = await Promise.all(
            found.slice(0, likeMax).map(async ({ listingId, score }) => {
              const stored = await getListing(db, listingId, userId)
              if (stored === null || stored.demo) return []
              const { title, brand = null } = stored.listing
              return [{ listingId, title, brand, sure: score }]
            }),
          )
          return listings.flat()
        },
        named: (userId, written) => namedBy(value, userId, written),
      }),
      ...[...resources.marketplaces.values()].flatMap((marketplace) => looksAlikeAt(marketplace, resources)),
    ],
  }
}

/** Where a marketplace finds what looks like a photo. */
function looksAlikeAt({ id, name, lookAlikes }: Marketplace, resources: Resources): Recogniser[] {
  if (lookAlikes === undefined) return []
  return [
    looksAlike({ id, name }, async (jpeg, signal) => {
      const answer = await lookAlikes(jpeg, accountContext(resources, id, signal))
      if (answer.outcome === 'ok') return answer.found
      throw new Error(answer.reason)
    }),
  ]
}

const titleCharsMax = 200

/** Words on a thing, read as a title is; listings only where they name a maker or a model. */
async function namedBy(value: ValueDeps, userId: Authorized<'read'>, written: string): Promise<Named> {
  const title = written.slice(0, titleCharsMax)
  const asked = valueInputSchema.parse({ title, compsMax: likeMax })
  const { understood, comps } = await answerValue(value, userId, asked)
  const { brand, model } = understood
  const listings = comps
    .filter(({ similarity }) => (brand ?? model) !== null && similarity >= alikeMin)
    .map(({ listingId, title: called, similarity }) => ({
      ...{ listingId, title: called, brand, sure: similarity * likeSure },
    }))
  return { brand, model, listings }
}

/** The same words may stand on several models. */
const likeSure = 0.6
