import { type OfferKind, offerKinds } from '../model/offer/kinds.ts'
import { segmentsOf } from '../model/offer/text.ts'
import { readHead } from '../model/offer/title-head.ts'
import { shownTitle, titleSigns } from '../model/offer/title-kind.ts'
import type { MatchSubject, Rule } from '../model/rule-schema.ts'
import { QuerySyntaxError } from './query/query.ts'
import { positiveTerms, readQuery } from './query/query-meaning.ts'

type Asking = Pick<Rule, 'kinds' | 'conditions' | 'all' | 'any' | 'query'>

/** What a rule that names no kinds is for: things that work, alone or several together. */
export const usualKinds: readonly OfferKind[] = ['thing', 'lot']
const termsLookedAt = 20
const namesLookedAt = 3

// A rule's fields do not change; what it is for is kept as long as the rule.
const read = new WeakMap<Asking, readonly OfferKind[]>()

/**
 * The kinds of offer that a rule is for, in the order of `offerKinds`: those it names; else things that work, what its
 * own words name ("iphone case" is for cases, "saddle" also for the saddles of bicycles) and, where it asks for the condition "for parts", broken things.
 */
export function kindsWanted(rule: Asking): readonly OfferKind[] {
  const known = read.get(rule)
  if (known !== undefined) return known
  const wanted = kindsOf(rule)
  read.set(rule, wanted)
  return wanted
}

function kindsOf({ kinds, conditions, all, any, query }: Asking): readonly OfferKind[] {
  if (kinds.includes('any')) return offerKinds
  if (kinds.length > 0) return offerKinds.filter((kind) => kinds.includes(kind))
  const asked = queryTerms(query)
  const others = [...any, ...asked].slice(0, termsLookedAt)
  // What a thing is called beside: "iphone" with "case", whether joined by AND or listed apart.
  const before = [all.join(' '), ...asked.slice(0, namesLookedAt)]
  const texts = before.flatMap((name) => [name, ...others.map((term) => `${name} ${term}`)])
  const told = new Set<OfferKind>([
    ...usualKinds,
    ...texts.flatMap((text) => [...titleSigns(text).map(({ kind }) => kind), headKind(text)]),
  ])
  if (conditions.includes('for-parts')) told.add('broken')
  return offerKinds.filter((kind) => told.has(kind))
}

/** What a name may mean wherever it is listed: a "saddle" is a part among bicycles, a "case" an accessory among phones. */
function headKind(name: string): OfferKind {
  return readHead(segmentsOf(shownTitle(name)), { device: true, vehicle: true, keyed: true }).kind
}

function queryTerms(text: string | null): string[] {
  if (text === null) return []
  const query = readQuery(text)
  return query instanceof QuerySyntaxError ? [] : positiveTerms(query).map((term) => term.text)
}

/** Whether an offer is of a kind that is wanted; null where only its own page may tell. */
export function isWanted(wanted: readonly OfferKind[], { kind, kindDoubt }: MatchSubject): boolean | null {
  const fits = wanted.includes(kind) || (kindDoubt !== 'none' && wanted.includes('thing'))
  return fits && kindDoubt === 'open' && wanted.length < offerKinds.length ? null : fits
}
