import { type Condition, conditions } from '../../model/listing-schema.ts'
import { type OfferKind, offerKinds } from '../../model/offer/kinds.ts'
import { discountPct } from '../../model/price-against-value.ts'
import type { MatchSubject, Rule } from '../../model/rule-schema.ts'
import { isWanted, kindsWanted } from '../kinds.ts'
import { categoryNumber } from './category-number.ts'
import type { MatchedRule } from './matcher.ts'

/** 0 = not met, 1 = not known, 2 = met: the lower one decides. */
export type Finding = 0 | 1 | 2
export const no = 0
export const unknown = 1
export const yes = 2

/** Profiles that only ask for conditions, a currency and categories are looked at by these bits alone. */
export const isComplex = 1 << 31
/** It has categories to choose from, see `categoryBits`. */
export const hasCategories = 1 << 30
export const currencyShift = 8
export const currencyMask = 0xff
export const conditionMask = 0xff
/** Kinds of offer that are wanted; none = any. */
export const kindShift = 16
export const kindMask = 0xfff
/** Of an array that has `categoryBits` by profile. */
export const categoryStride = 2

/** `numberOf` gives each currency a number from 1. */
export function profileBits(profile: Profile, numberOf: (currency: string) => number): number {
  const { marketplaces, categories, handover, riskMax, discountPctMin, confidencePctMin } = profile
  const currency = profile.currency === null ? 0 : numberOf(profile.currency)
  const isSimple =
    marketplaces.length === 0 &&
    categories.every((name) => isInBits(categoryNumber(name))) &&
    handover === 'any' &&
    [riskMax, discountPctMin, confidencePctMin].every((limit) => limit === null) &&
    currency <= currencyMask
  if (!isSimple) return isComplex
  const wanted = profile.conditions.reduce((bits, name) => bits | conditionBit(name), 0)
  return (
    (currency << currencyShift) |
    (kindBits(profile.kinds) << kindShift) |
    wanted |
    (categories.length > 0 ? hasCategories : 0)
  )
}

function isInBits(category: number): boolean {
  return category > 0 && category < categoryStride * 32
}

/** Writes the categories that a profile asks for as bits by their numbers; the array has room. */
export function writeCategoryBits({ categories }: Profile, bits: Uint32Array, at: number): void {
  bits.fill(0, at, at + categoryStride)
  for (const name of categories) {
    const category = categoryNumber(name)
    if (isInBits(category)) bits[at + (category >>> 5)]! |= 1 << (category & 31)
  }
}

/** 0 where the condition is not known. */
export function conditionBit(condition: string | null): number {
  return condition === null ? 0 : 1 << conditions.indexOf(condition as Condition)
}

/** What a broken thing counts as, whatever its site calls its condition; 0 for others. */
export function brokenBit(kind: OfferKind): number {
  return kind === 'broken' ? conditionBit('for-parts') : 0
}

/** 0 for all of them. */
function kindBits(kinds: readonly OfferKind[]): number {
  if (kinds.length === offerKinds.length) return 0
  return kinds.reduce((bits, kind) => bits | (1 << offerKinds.indexOf(kind)), 0)
}

/** The kinds as which an offer counts. */
export function kindBitsOf({ kind, kindDoubt }: MatchSubject): number {
  return kindBits(kindDoubt === 'none' ? [kind] : [kind, 'thing'])
}

/**
 * What a rule asks of a listing's own facts, apart from words, place and the height of its price. Few combinations of
 * these are in use, however many rules there are, so each is looked at once per listing.
 */
export interface Profile {
  /** Its price must be in this one; null for a rule without a price limit, and for one whose limits hold in all. */
  currency: string | null
  marketplaces: readonly string[]
  categories: readonly string[]
  conditions: readonly string[]
  kinds: readonly OfferKind[]
  handover: Rule['handover']
  riskMax: number | null
  discountPctMin: number | null
  confidencePctMin: number | null
}

/** `categories` are those that its postings do not tell. */
export function profileOf(rule: MatchedRule, categories: readonly string[]): Profile {
  const isPriced = rule.priceCentsMin !== null || rule.priceCentsMax !== null
  const { marketplaces, conditions, handover, riskMax, discountPctMin, confidencePctMin } = rule
  const currency = isPriced && !rule.otherCurrencies ? rule.currency : null
  return {
    currency,
    marketplaces,
    categories,
    conditions,
    kinds: kindsWanted(rule),
    handover,
    riskMax,
    discountPctMin,
    confidencePctMin,
  }
}

/** Equal for profiles that ask for the same; empty for one that asks for nothing. */
export function profileKey(profile: Profile): string {
  const { marketplaces, categories, conditions, handover, kinds } = profile
  const key = `${profile.currency ?? ''}|${lists(marketplaces)}|${lists(categories)}|${lists(conditions)}|${kindBits(kinds) || ''}|${
    handover === 'any' ? '' : handover
  }|${profile.riskMax ?? ''}|${profile.discountPctMin ?? ''}|${profile.confidencePctMin ?? ''}`
  return key === '||||||||' ? '' : key
}

function lists(names: readonly string[]): string {
  return names.length < 2
    ? names[0] === undefined
      ? ''
      : JSON.stringify(names[0])
    : JSON.stringify(names.toSorted())
}

export function look(profile: Profile, subject: MatchSubject): Finding {
  const { currency, marketplaces, categories, conditions: wanted, riskMax } = profile
  if (currency !== null && (subject.priceCents === null || subject.currency !== currency)) return no
  if (marketplaces.length > 0 && !marketplaces.includes(subject.marketplace)) return no
  if (categories.length > 0 && !categories.includes(subject.category)) return no
  if (riskMax !== null && subject.risk > riskMax) return no
  if (!isCheapEnough(profile, subject)) return no
  // What its own page says may yet be a sign of a swindle.
  let found: Finding = riskMax !== null && riskMax < 100 && subject.unread ? unknown : yes
  if (wanted.length > 0) {
    const isForParts = subject.kind === 'broken' && wanted.includes('for-parts')
    if (!isForParts) {
      if (subject.condition === null) found = unknown
      else if (!wanted.includes(subject.condition)) return no
    }
  }
  const fits = isWanted(profile.kinds, subject)
  if (fits === false) return no
  if (fits === null) found = unknown
  if (profile.handover !== 'any') {
    const can = profile.handover === 'local' ? subject.pickup : subject.ships
    if (can === false) return no
    if (can === null) found = unknown
  }
  return found
}

function isCheapEnough({ discountPctMin, confidencePctMin }: Profile, subject: MatchSubject): boolean {
  const { priceCents, valueCents, confidencePct } = subject
  if (confidencePctMin !== null && (confidencePct === null || confidencePct < confidencePctMin)) return false
  if (discountPctMin === null) return true
  if (priceCents === null || valueCents === null) return false
  return discountPct(priceCents, valueCents) >= discountPctMin
}
