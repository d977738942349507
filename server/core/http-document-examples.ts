/** What of JSON Schema an answer's schema is made of here. */
interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  example?: unknown
  format?: string
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minLength?: number
  maxLength?: number
}

const title = 'Trek Domane SL 5 road bike, 56 cm, carbon'
const url = 'https://market.example/item/256012345678'

/** What a field of this name holds in an example, wherever it stands. */
const texts: Record<string, string> = {
  all: 'road bike',
  any: 'carbon',
  asOf: '2026-05-04',
  basis: '14 sold within 90 days, 9 for sale',
  body: 'Hi! Is the Trek Domane still there? I could come by today with $650.',
  brand: 'Trek',
  buyingFormat: 'fixed',
  category: 'bikes',
  channel: 'messenger',
  channels: 'messenger',
  condition: 'Used',
  country: 'US',
  currency: 'USD',
  date: '2026-05-04',
  description: 'Carbon frame, Shimano 105, serviced in March. Pick-up or shipping.',
  detail: 'All 31 migrations are applied.',
  digestTime: '08:00',
  email: 'kim@example.com',
  externalId: '256012345678',
  fallbackChannels: 'pager',
  from: '22:00',
  headline: '38 % below its value',
  homepage: 'https://market.example',
  imageUrls: 'https://market.example/photos/256012345678-1.jpg',
  inWords: 'Every Sunday at 8:00, in one message.',
  json: 'https://deals.example/feeds/b1946ac92492d2347c6235b4d2611184.json',
  key: 'ds_…, shown this once',
  kindWords: 'a thing',
  label: 'Price',
  language: 'en',
  locale: 'en',
  localMarketplace: 'board',
  location: 'Portland, OR',
  marketplace: 'market',
  marketplaces: 'market',
  name: 'Road bike',
  next: 'eyJpZCI6NDJ9',
  none: 'kids',
  note: 'Ask for the receipt.',
  notes: 'Ask for the receipt.',
  path: '/rules',
  place: 'Portland, OR',
  previous: 'eyJpZCI6NDJ9',
  problem: 'The price is no number.',
  query: 'carbon NOT kids',
  reason: '38 % below the middle of 23 comparable offers',
  resaleMarketplace: 'market',
  rpId: 'deals.example',
  rss: 'https://deals.example/feeds/b1946ac92492d2347c6235b4d2611184.xml',
  ruleName: 'Road bike',
  samples: title,
  scopes: 'https://api.market.example/scope',
  search: 'road bike',
  sellersNot: 'bargain-barn',
  sellersOnly: 'two-wheels',
  sentence: '38 % below the middle of 23 comparable offers.',
  sentences: '38 % below the middle of 23 comparable offers.',
  source: 'market',
  story: 'First seen at $900; $700 since Tuesday.',
  summary: 'Road bike up to $800 within 40 km of Portland, OR',
  tags: 'bike',
  text: 'It matched “Road bike”.',
  thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
  timeZone: 'America/Los_Angeles',
  title,
  to: '07:00',
  undo: '7f7b1c0e-3f5d-4c0a-9a55-0f6f3a4a1c55',
  uri: url,
  url,
  value: 'Trek',
  week: '2026-W18',
  where: 'Portland, OR',
}

const numbers: Record<string, number> = {
  adjustedCents: 108_000,
  ageDays: 12,
  bps: 1325,
  cents: 70_000,
  changePercent: -22,
  confidence: 0.82,
  confidencePctMin: 60,
  cooldownMinutes: 60,
  count: 23,
  discountPctMin: 20,
  dismissedPct: 12,
  distanceKm: 12.4,
  dropCentsMin: 2_000,
  dropPctMin: 5,
  height: 1200,
  highCents: 131_000,
  kindProbability: 0.97,
  landedCents: 73_500,
  landedCentsMax: 85_000,
  lat: 45.52,
  lon: -122.68,
  lowCents: 94_000,
  medianCents: 112_000,
  midCents: 112_000,
  percentFromMid: -38,
  perDayMax: 30,
  perHourMax: 10,
  priceCents: 70_000,
  priceCentsMax: 80_000,
  priceCentsMin: 10_000,
  profitCents: 21_400,
  profitCentsMin: 5_000,
  q1Cents: 97_000,
  q3Cents: 126_000,
  radiusKm: 40,
  riskMax: 30,
  score: 86,
  scoreMin: 70,
  shippingCents: 3_500,
  similarity: 0.91,
  urgentScore: 90,
  weight: 0.8,
  weightShare: 0.12,
  width: 1600,
}

const when = '2026-05-04T09:30:00.000Z'
const depthMax = 12

/**
 * An answer as this schema describes it: each field with a value of its kind, by its name where that says what it holds;
 * lists with one entry. What the schema says itself (`example`, `enum`) comes first.
 */
export function exampleFor(schema: Schema, name = '', depth = 0): unknown {
  if (schema.example !== undefined) return schema.example
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum.includes(texts[name]) ? texts[name] : schema.enum[0]
  const branch = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].find(({ type }) => type !== 'null')
  if (branch !== undefined) return exampleFor(branch, name, depth)
  if (schema.allOf !== undefined)
    return Object.assign({}, ...schema.allOf.map((part) => exampleFor(part, name, depth)))
  const type = [schema.type].flat().find((one) => one !== 'null')
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(depth < depthMax ? (schema.properties ?? {}) : {})
          // Who lints the document takes an example that has one for a schema.
          .filter(([field]) => field !== 'default' || schema.required?.includes(field))
          .map(([field, own]) => [field, exampleFor(own, field, depth + 1)]),
      )
    case 'array':
      return schema.items === undefined ? [] : [exampleFor(schema.items, name, depth + 1)]
    case 'string':
      return exampleText(schema, name)
    case 'integer':
    case 'number':
      return exampleNumber(schema, name)
    case 'boolean':
      return !/^(?:demo|is[A-Z]|has[A-Z])/.test(name)
    default:
      return null
  }
}

function exampleText({ format, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema, name: string) {
  if (format === 'date-time') return when
  if (format === 'date') return texts.date!
  if (format === 'uuid') return texts.undo!
  const byName = texts[name] ?? (/(?:At|Until|Since|^at|^since)$/.test(name) ? when : 'text')
  return byName.padEnd(minLength, '-').slice(0, maxLength)
}

function exampleNumber({ minimum, maximum, exclusiveMinimum, type }: Schema, name: string): number {
  const byName = numbers[name] ?? (/(?:^id|Id)$/.test(name) ? 42 : /Cents/.test(name) ? 70_000 : 3)
  const least = exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1
  const within = Math.min(Math.max(byName, least ?? byName), maximum ?? byName)
  return type === 'integer' ? Math.round(within) : within
}
