import { formatMoney } from '../../core/money.ts'
import { distanceKm } from '../../core/places.ts'
import { conditions } from '../../model/listing-schema.ts'
import { meantPriceCents } from '../../model/placeholder-price.ts'
import type { Part } from './evidence.ts'
import type { Fingerprint } from './fingerprint.ts'

/** What speaks for or against one thing besides what is said and shown of it: price, place, seller, condition. */
export function compareCircumstances(a: Fingerprint, b: Fingerprint): Part[] {
  return [
    comparePrices(a, b),
    comparePlaces(a, b),
    compareSellers(a, b),
    compareConditions(a, b),
    compareFacts(a, b),
  ]
    .filter((part) => part !== undefined)
    .filter(({ weight }) => weight !== 0)
}

/** At least what `compareCircumstances` weighs together: what is left out only ever speaks against. */
export function mostForCircumstances(a: Fingerprint, b: Fingerprint): number {
  return (
    (comparePrices(a, b)?.weight ?? 0) +
    (comparePlaces(a, b)?.weight ?? 0) +
    (compareSellers(a, b)?.weight ?? 0)
  )
}

function comparePrices({ record: a }: Fingerprint, { record: b }: Fingerprint): Part | undefined {
  if (a.priceCents === null || b.priceCents === null || a.currency === null || a.currency !== b.currency)
    return undefined
  // What costs nothing may only be said to, as what costs one unit.
  if ([a, b].some(({ priceCents }) => !meantPriceCents(priceCents, a.currency))) return undefined
  const [low, high] = [Math.min(a.priceCents, b.priceCents), Math.max(a.priceCents, b.priceCents)]
  const percent = Math.round((1 - low / high) * 100)
  const weight = percent === 0 ? 1 : percent <= 10 ? 0.5 : percent <= 35 ? -0.3 : percent <= 60 ? -1 : -2.5
  const sentence = () =>
    percent === 0 ? `Both cost ${formatMoney(low, a.currency!)}` : `Prices differ by ${percent} %`
  return { name: 'price', weight, sentence }
}

function comparePlaces({ record: a }: Fingerprint, { record: b }: Fingerprint): Part | undefined {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return undefined
  const km = distanceKm({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon })
  if (!Number.isFinite(km)) return undefined
  const weight = km < 1 ? 0.8 : km < 15 ? 0.3 : km < 60 ? -0.5 : km < 250 ? -2 : -3.5
  return {
    name: 'place',
    weight,
    sentence: () => (km < 1 ? 'At the same place' : `${Math.round(km)} km apart`),
  }
}

function compareSellers(a: Fingerprint, b: Fingerprint): Part | undefined {
  const onOneSite = a.record.marketplace === b.record.marketplace
  if (a.seller === '' || b.seller === '') return undefined
  if (a.seller === b.seller) return { name: 'seller', weight: 2.5, sentence: () => 'The seller is the same' }
  // Names are given anew at every site.
  return onOneSite ? { name: 'seller', weight: -4, sentence: () => 'The sellers are different' } : undefined
}

function compareConditions({ record: a }: Fingerprint, { record: b }: Fingerprint): Part | undefined {
  if (a.condition === null || b.condition === null) return undefined
  const steps = Math.abs(conditions.indexOf(a.condition) - conditions.indexOf(b.condition))
  if (steps < 2) return undefined
  return {
    name: 'condition',
    weight: -0.4 * steps,
    sentence: () => `One is ${a.condition}, the other ${b.condition}`,
  }
}

/** Names of the site's housekeeping, which changes with every posting. */
const housekeeping =
  /id\b|updated|posted|url|link|date|time|view|seller|user|dealer|shop|store|vendor|contact/i
const factCharsMax = 40
const factsMax = 30
const differingFactWeight = -1
const differingFactsMax = 3

/** Facts that both state under one name and that differ: mileage, year, size, colour as the site's form asks them. */
function compareFacts({ record: a, serials }: Fingerprint, { record: b }: Fingerprint): Part | undefined {
  const different: string[] = []
  let read = 0
  for (const name in a.attributes) {
    if (++read > factsMax) break
    if (!Object.hasOwn(a.attributes, name) || !Object.hasOwn(b.attributes, name)) continue
    const value = a.attributes[name]!
    const other = b.attributes[name]!
    if (value === other || value.length > factCharsMax || other.length > factCharsMax) continue
    if (housekeeping.test(name) || serials.has(name.toLowerCase())) continue
    if (value.trim().toLowerCase() !== other.trim().toLowerCase())
      different.push(`${name} ${value} and ${other}`)
  }
  if (different.length === 0) return undefined
  const weight = differingFactWeight * Math.min(differingFactsMax, different.length)
  return { name: 'facts', weight, sentence: () => `They differ in ${different.slice(0, 3).join(', ')}` }
}
