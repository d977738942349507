import type { Rule } from './rule-schema.ts'

export interface Price {
  /** Minor units; null = none stated. */
  priceCents: number | null
  currency: string | null
}

/** How much cheaper a thing must be for a rule to tell it again. */
export type AgainRule = Pick<Rule, 'currency' | 'onlyNew' | 'dropCentsMin' | 'dropPctMin'>

/** What asks for no more than cheaper at all; its currency is of the amount that it does not ask for. */
export const anyDrop: AgainRule = { onlyNew: false, dropCentsMin: null, dropPctMin: null, currency: '' }

/** A price beats none; prices in different currencies, or in one that is not known, beat nothing. */
export function isCheaper(a: Price, b: Price): boolean {
  if (a.priceCents === null || a.currency === null) return false
  if (b.priceCents === null || b.currency === null) return true
  return a.currency === b.currency && a.priceCents < b.priceCents
}

/**
 * Whether what was notified at one price is notified again at another: a lower one, by as much as is asked for. A first price, or
 * one in another currency, is no drop. `notifiesAgainSql` of the rules' store says the same where matches are written.
 */
export function notifiesAgain(rule: AgainRule, notified: Price, now: Price): boolean {
  if (rule.onlyNew || notified.priceCents === null || notified.currency === null || !isCheaper(now, notified))
    return false
  const fellCents = notified.priceCents - now.priceCents!
  // An amount is of the rule's currency: it says nothing of a fall in another one.
  if (rule.dropCentsMin && now.currency === rule.currency && fellCents < rule.dropCentsMin) return false
  return fellCents * 100 >= (rule.dropPctMin ?? 0) * notified.priceCents
}
