import type { Tx } from '../server/core/db.ts'
import { findPlace } from '../server/core/places.ts'
import { matchSubject } from '../server/flows/match-subject.ts'
import type { MergedListing } from '../server/listings/merge.ts'
import { normalizeCategory } from '../server/listings/normalize/category.ts'
import { normalize } from '../server/listings/normalize/normalize.ts'
import { noRates } from '../server/model/exchange-rates.ts'
import type { Rule } from '../server/model/rule-schema.ts'
import { defaultPreferences } from '../server/notify/when/preferences.ts'
import { createMatcher } from '../server/rules/matcher/matcher.ts'
import { lockRulesForEdit, noteRuleChanges } from '../server/rules/store.ts'
import type { Row } from './lib-listings.ts'

/** Every draw comes out the same again. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Of these the first is met most often: the n-th about 1/n as often. */
const towns = [
  'New York, NY',
  'Los Angeles, CA',
  'Chicago, IL',
  'Houston, TX',
  'Phoenix, AZ',
  'Philadelphia, PA',
  'San Antonio, TX',
  'San Diego, CA',
  'Dallas, TX',
  'Austin, TX',
  'Oakland, CA',
  'Columbus, OH',
  'Seattle, WA',
  'Denver, CO',
  'Boston, MA',
  'Portland, OR',
]

function townOf(random: () => number) {
  const text = towns[Math.min(towns.length - 1, Math.floor((towns.length + 1) ** random()) - 1)]!
  return { text, ...findPlace(text)! }
}

/** Listings with a place within some 30 km of a town: few of the data have one of their own. */
export function placed(rows: readonly Row[]): Row[] {
  const random = randomFrom(7)
  return rows.map(({ marketplace, seen }) => {
    const { lat, lon } = townOf(random)
    const near = () => (random() - 0.5) * 0.5
    return { marketplace, seen: { ...seen, lat: lat + near(), lon: lon + near() } }
  })
}

export interface PeopleInput {
  persons: number
  rules: number
  /** Listings like those that will be found: whose words the rules want. */
  corpus: readonly Row[]
  /** What will be listed: as many of the rules are met by these as asked. */
  fed: readonly Row[]
  /** How many rules a listing meets, on average. */
  matchesPerListing: number
}

/**
 * Rules as people write them, over words of the corpus' titles, which are Zipf-shaped as words are: most with a highest
 * price, many with a category or a place and its radius. As many of them are particular (more words, cheap, near) as it
 * takes for a listing to meet as many rules as asked.
 */
export function peopleRules(
  { persons, rules, corpus, fed, matchesPerListing }: PeopleInput,
  firstUser: number,
): Rule[] {
  const random = randomFrom(11)
  // Some of the data are thousands of listings of a handful of models, which no market of everything is.
  const wanted = [...new Map(corpus.map((row) => [row.seen.title.toLowerCase(), row])).values()]
  const both = Array.from({ length: rules }, (_, index) => {
    const { seen } = wanted[Math.floor(random() * wanted.length)]!
    const userId = firstUser + (index % persons)
    return [false, true].map((particular) => ruleFor(seen, index + 1, userId, particular, random))
  })
  const subjects = fed
    .filter((_, index) => index % Math.ceil(fed.length / sampleSize) === 0)
    .map(({ marketplace, seen }) => {
      const recognised = normalize(seen, { marketplace, observedAtMs: 0 })
      const listing: MergedListing = { ...recognised, state: 'active', basis: 'asking' }
      return matchSubject({ listing, value: null, risk: null }, false, noRates)
    })
  const [easy, particular] = [0, 1].map((which) => {
    const matcher = createMatcher(both.map((pair) => pair[which]!))
    const met = subjects.map((subject) => {
      const { length, verdicts } = matcher.match(subject, generous)
      return verdicts.subarray(0, length).filter((verdict) => verdict === 1).length
    })
    return met.reduce((sum, count) => sum + count, 0) / subjects.length
  }) as [number, number]
  const share = (easy - matchesPerListing) / (easy - particular)
  return both.map((pair) => pair[random() < share ? 1 : 0]!)
}

const sampleSize = 4000
const generous = { score: () => 100, landedCents: () => 0, profitCents: () => 1e9 }

function ruleFor(
  seen: Row['seen'],
  id: number,
  userId: number,
  particular: boolean,
  random: () => number,
): Rule {
  const title = seen.title.match(/[\p{L}\p{N}]{2,}/gu) ?? ['thing']
  const wordCount = particular ? 4 : random() < 0.1 ? 1 : random() < 0.5 ? 2 : 3
  const from = Math.floor(random() * Math.max(1, title.length - wordCount + 1))
  const town = particular || random() < 0.5 ? townOf(random) : null
  const cheap = particular ? 0.2 + random() * 0.5 : 0.5 + random() * 0.6
  return {
    id,
    userId,
    name: `Rule ${id}`,
    all: title.slice(from, from + wordCount),
    none: random() < 0.2 ? ['broken'] : [],
    categories: random() < 0.6 ? [normalizeCategory(seen.title, seen.siteCategory)] : [],
    priceCentsMax: particular || random() < 0.8 ? Math.round((seen.priceCents ?? 10_000) * cheap) : null,
    currency: seen.currency ?? 'USD',
    otherCurrencies: false,
    places: town === null ? [] : [{ ...town, radiusKm: 25 + Math.round(random() * 75) }],
    channels: ['email'],
    enabled: true,
    ...asks,
  }
}

/** What these rules leave open. */
const asks = {
  any: [],
  query: null,
  conditions: [],
  kinds: [],
  priceCentsMin: null,
  landedCentsMax: null,
  handover: 'any',
  scoreMin: null,
  discountPctMin: null,
  confidencePctMin: null,
  riskMax: null,
  profitCentsMin: null,
  sellersOnly: [],
  sellersNot: [],
  weights: null,
  marketplaces: [],
  fallbackChannels: [],
  rhythm: null,
  cooldownMinutes: null,
  onlyNew: false,
  dropCentsMin: null,
  dropPctMin: null,
  expiresAt: null,
  snoozedUntil: null,
} satisfies Partial<Rule>

/** People with a verified e-mail address each; nine of ten without limits, the others as who never chose. Returns the first one's id. */
export async function writePeople(
  tx: Tx,
  persons: number,
  seal: (plain: string, context: string) => string,
  now: Date,
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO users (name, role, created_at) SELECT 'Person ' || n, 'owner', $2 FROM generate_series(1, $1::int) n
     RETURNING id`,
    [persons, now],
  )
  const ids = rows.map(({ id }) => id)
  await tx.query(
    `INSERT INTO channel_settings (user_id, channel, settings, enabled, confirmed_at, updated_at)
     SELECT id, 'email', settings, true, $3, $3 FROM unnest($1::bigint[], $2::text[]) AS p(id, settings)`,
    [
      ids,
      ids.map((id) => seal(JSON.stringify({ to: `person${id}@example.com` }), `channel:${id}:email`)),
      now,
    ],
  )
  const { timeZone, ...usual } = defaultPreferences('America/New_York')
  const unlimited = { ...usual, perHourMax: null, perDayMax: null }
  await tx.query(
    `INSERT INTO notify_preferences (user_id, preferences, updated_at) SELECT id, $2, $3 FROM unnest($1::bigint[]) id`,
    [ids.filter((_, index) => index % 10 !== 0), JSON.stringify(unlimited), now],
  )
  await tx.query(
    `INSERT INTO profiles (user_id, time_zone, updated_at) SELECT id, $2, $3 FROM unnest($1::bigint[]) id`,
    [ids, timeZone, now],
  )
  return ids[0]!
}

/** Writes rules with the ids that they have, as a change of rules does. */
export async function writeRules(tx: Tx, rules: readonly Rule[], now: Date): Promise<void> {
  await lockRulesForEdit(tx)
  for (let from = 0; from < rules.length; from += rulesPerInsert) {
    await tx.query(
      `INSERT INTO rules (id, user_id, name, keywords_all, keywords_any, keywords_none, categories, conditions,
              price_cents_max, currency, places, marketplaces, channels, enabled, demo, created_at, updated_at)
       SELECT id, "userId", name, "all", "any", none, categories, conditions, "priceCentsMax", currency, places,
              marketplaces, channels, true, false, $2, $2
       FROM jsonb_to_recordset($1) AS r(id bigint, "userId" bigint, name text, "all" jsonb, "any" jsonb, none jsonb,
              categories jsonb, conditions jsonb, "priceCentsMax" bigint, currency text, places jsonb, marketplaces jsonb,
              channels jsonb)`,
      [JSON.stringify(rules.slice(from, from + rulesPerInsert)), now],
    )
  }
  await tx.query(`SELECT setval(pg_get_serial_sequence('rules', 'id'), (SELECT max(id) FROM rules))`)
  await noteRuleChanges(
    tx,
    rules.map(({ id }) => id),
  )
}

const rulesPerInsert = 10_000
