import { randomBytes } from 'node:crypto'
import type { Fault } from './faults.ts'

/** A tree of categories, its language and its currency are a site's own. */
export interface Site {
  id: string
  treeId: string
  currency: string
  language: string
  /** Where its listings stand. */
  home: string
}

export const sites: Readonly<Record<string, Site>> = Object.fromEntries(
  (
    [
      ['EBAY_US', '0', 'USD', 'en-US', 'https://www.ebay.com'],
      ['EBAY_GB', '3', 'GBP', 'en-GB', 'https://www.ebay.co.uk'],
      ['EBAY_DE', '77', 'EUR', 'de-DE', 'https://www.ebay.de'],
      ['EBAY_CA', '2', 'CAD', 'en-CA', 'https://www.ebay.ca'],
      ['EBAY_AU', '15', 'AUD', 'en-AU', 'https://www.ebay.com.au'],
      ['EBAY_FR', '71', 'EUR', 'fr-FR', 'https://www.ebay.fr'],
      ['EBAY_IT', '101', 'EUR', 'it-IT', 'https://www.ebay.it'],
      ['EBAY_ES', '186', 'EUR', 'es-ES', 'https://www.ebay.es'],
      ['EBAY_AT', '16', 'EUR', 'de-AT', 'https://www.ebay.at'],
      ['EBAY_CH', '193', 'CHF', 'de-CH', 'https://www.ebay.ch'],
      ['EBAY_IE', '205', 'EUR', 'en-IE', 'https://www.ebay.ie'],
      ['EBAY_NL', '146', 'EUR', 'nl-NL', 'https://www.ebay.nl'],
      ['EBAY_PL', '212', 'PLN', 'pl-PL', 'https://www.ebay.pl'],
    ] as const
  ).map(([id, treeId, currency, language, home]) => [id, { id, treeId, currency, language, home }]),
)

export interface Policy {
  id: string
  name: string
  site: string
  kind: 'fulfillment' | 'payment' | 'return'
  /** Of shipping: by weight and distance, so that the weight has to be known. */
  isCalculated?: boolean
}

export interface StoredItem {
  sku: string
  locale: string
  quantity: number
  /** As it was sent, to the letter: the next one replaces it whole. */
  body: Readonly<Record<string, unknown>>
}

export interface StoredOffer {
  offerId: string
  sku: string
  site: string
  body: Readonly<Record<string, unknown>>
  isPublished: boolean
  /** Of its last listing. */
  listingId: string | null
}

export interface StoredListing {
  listingId: string
  offerId: string
  sku: string
  site: string
  status: 'ACTIVE' | 'OUT_OF_STOCK' | 'ENDED'
  title: string
  priceCents: number
  currency: string
  quantity: number
  soldQuantity: number
  watchers: number
}

export type Row = Record<string, unknown>

export interface World {
  now(): Date
  /** Its clock beside ours. */
  skewMs: number
  /** Where the seller lives: of the EU and the UK, calls for money have to be signed. */
  country: string
  isOptedIn: boolean
  isRegistered: boolean
  /** What sells out stays as a listing without things. */
  keepsSoldOut: boolean
  limit: { quantity: number | null; amountCents: number | null } | null
  policies: Policy[]
  locations: { key: string; name: string; isEnabled: boolean }[]
  /** By SKU and language. */
  items: Map<string, StoredItem>
  offers: Map<string, StoredOffer>
  /** The same by their SKU. */
  offersOf: Map<string, StoredOffer[]>
  listings: Map<string, StoredListing>
  orders: Map<string, Row>
  shipments: Map<string, Row[]>
  transactions: Row[]
  images: Map<string, { url: string; expiresAt: Date; bytes: number }>
  /** Public keys by their name in the header. */
  signingKeys: Map<string, string>
  /** What is sent to the app's address, and the public keys by which that is signed. */
  notices: {
    hasAlertAddress: boolean
    /** The app's address answers the challenge. */
    isReached: boolean
    destinations: {
      destinationId: string
      name: string
      status: string
      deliveryConfig: { endpoint: string; verificationToken: string }
    }[]
    subscriptions: (Row & { subscriptionId: string; destinationId: string; status: string })[]
    keys: Map<string, { key: string; algorithm: string; digest: string }>
  }
  tokens: Map<string, { kind: 'app' | 'user'; scopes: readonly string[] }>
  codes: Map<string, readonly string[]>
  refreshTokens: Map<string, readonly string[]>
  faults: Fault[]
  /** Every call so far but those of tests, in brief. */
  calls: { method: string; path: string; status: number | null }[]
  lastId: number
}

export const scopeBase = 'https://api.ebay.com/oauth/api_scope'

export const allScopes = [
  scopeBase,
  ...[
    'commerce.identity.readonly',
    'sell.inventory',
    'sell.account',
    'sell.fulfillment',
    'sell.finances',
    'commerce.notification.subscription',
  ].map((name) => `${scopeBase}/${name}`),
]

export function createWorld(now: () => Date): World {
  const world: World = {
    now: () => new Date(now().getTime() + world.skewMs),
    ...{ skewMs: 0, country: 'US', isOptedIn: true, isRegistered: true, keepsSoldOut: false },
    limit: { quantity: 10_000, amountCents: 100_000_000 },
    policies: Object.keys(sites).flatMap(policiesOf),
    locations: [{ key: 'home', name: 'Home', isEnabled: true }],
    items: new Map(),
    offers: new Map(),
    offersOf: new Map(),
    listings: new Map(),
    orders: new Map(),
    shipments: new Map(),
    transactions: [],
    images: new Map(),
    signingKeys: new Map(),
    notices: {
      ...{ hasAlertAddress: true, isReached: true, destinations: [], subscriptions: [], keys: new Map() },
    },
    tokens: new Map(),
    codes: new Map(),
    refreshTokens: new Map(),
    faults: [],
    calls: [],
    lastId: 0,
  }
  return world
}

function policiesOf(site: string, at: number): Policy[] {
  const id = (n: number) => String(6_000_000_000 + at * 10 + n)
  return [
    { id: id(1), name: 'Flat shipping', site, kind: 'fulfillment' },
    { id: id(2), name: 'Calculated shipping', site, kind: 'fulfillment', isCalculated: true },
    { id: id(3), name: 'Immediate payment', site, kind: 'payment' },
    { id: id(4), name: '30 days', site, kind: 'return' },
  ]
}

/** Numbers as eBay's own look, each once. */
export function nextId(world: World, base: number): string {
  world.lastId++
  return String(base + world.lastId)
}

export function giveToken(world: World, kind: 'app' | 'user', scopes: readonly string[]): string {
  const token = `v^1.1#i^1#${kind[0]}#${randomBytes(24).toString('base64')}`
  world.tokens.set(token, { kind, scopes })
  return token
}

export function siteOfTree(treeId: string): Site | undefined {
  return Object.values(sites).find((site) => site.treeId === treeId)
}

export function addOffer(world: World, offer: StoredOffer): void {
  world.offers.set(offer.offerId, offer)
  world.offersOf.set(offer.sku, [...(world.offersOf.get(offer.sku) ?? []), offer])
}

export function dropOffer(world: World, { offerId, sku }: StoredOffer): void {
  world.offers.delete(offerId)
  world.offersOf.set(
    sku,
    (world.offersOf.get(sku) ?? []).filter((offer) => offer.offerId !== offerId),
  )
}

/** In every language that it is there in. */
export function itemsOf(world: World, sku: string): StoredItem[] {
  return languages.flatMap((language) => world.items.get(`${sku}|${language}`) ?? [])
}

const languages = Object.values(sites).map(({ language }) => language)

export function liveListings(world: World, sku?: string): StoredListing[] {
  return [...world.listings.values()].filter(
    (listing) => listing.status !== 'ENDED' && (sku === undefined || listing.sku === sku),
  )
}

/** What is left of the month's limit. */
export function usedOfLimit(world: World): { quantity: number; amountCents: number } {
  let [quantity, amountCents] = [0, 0]
  for (const listing of world.listings.values()) {
    const counted = listing.soldQuantity + (listing.status === 'ENDED' ? 0 : listing.quantity)
    quantity += counted
    amountCents += counted * listing.priceCents
  }
  return { quantity, amountCents }
}
