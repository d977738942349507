import { distanceKm } from '../core/places.ts'
import type { MatchSubject, Rule } from './schema.ts'
import { readSubject, readWords } from './terms.ts'

export interface RuleMatch {
  rule: Rule
  /** `unknown`: match again once the detail page has told more. */
  verdict: 'yes' | 'unknown'
}

export interface Matcher {
  readonly size: number
  rules(): Rule[]
  /** Takes the place of a rule with the same id. The rule must not be changed afterwards. */
  add(rule: Rule): void
  /** False when there was no such rule. */
  remove(ruleId: number): boolean
  /** The rules that the listing fits or may fit, in the order in which they were added. `scoreOf` gives 0–100 and is called only for rules with a least score that fit otherwise. */
  match(subject: MatchSubject, scoreOf: (rule: Rule) => number): RuleMatch[]
}

/** A stemmed word that stands in at least one rule. */
interface Word {
  text: string
  /** How often the rules' terms have it. */
  uses: number
  /** The rules to look at when a listing has it. */
  anchored: Set<Entry>
  /** The last listing that had it, and where it stood first. */
  listing: number
  first: number
}

type Term = readonly Word[]

interface Entry {
  order: number
  rule: Rule
  all: readonly Term[]
  any: readonly Term[]
  none: readonly Term[]
  /** Where it is indexed. */
  shelves: readonly Set<Entry>[]
  /** The last listing it was looked at for. */
  listing: number
}

/** A listing's text in terms of the rules' words: `next[i]` is where the word at i stands again, or -1. */
interface Reading {
  listing: number
  at: (Word | undefined)[]
  next: Int32Array
  joined: readonly boolean[]
}

/**
 * Finds the rules for a listing through an index from words to rules, with exactly the answers of `matchRule`:
 * a rule is looked at only when the listing has the word its rule is filed under, then checked in full.
 */
export function createMatcher(rules: Iterable<Rule> = []): Matcher {
  const entries = new Map<number, Entry>()
  const vocabulary = new Map<string, Word>()
  const byCategory = new Map<string, Set<Entry>>()
  const general = new Set<Entry>()
  let orders = 0
  let listings = 0

  function add(rule: Rule): void {
    remove(rule.id)
    const [all, any, none] = [rule.all, rule.any, rule.none].map((terms) => terms.map(learn)) as [
      Term[],
      Term[],
      Term[],
    ]
    const shelves = shelvesFor(rule, all, any)
    const entry: Entry = { order: orders++, rule, all, any, none, shelves, listing: 0 }
    for (const shelf of shelves) shelf.add(entry)
    entries.set(rule.id, entry)
  }

  function remove(ruleId: number): boolean {
    const entry = entries.get(ruleId)
    if (entry === undefined) return false
    entries.delete(ruleId)
    for (const shelf of entry.shelves) shelf.delete(entry)
    for (const word of [...entry.all, ...entry.any, ...entry.none].flat()) forget(word)
    return true
  }

  function learn(term: string): Term {
    return readWords(term).words.map((text) => {
      const word = vocabulary.get(text) ?? { text, uses: 0, anchored: new Set<Entry>(), listing: 0, first: 0 }
      word.uses++
      vocabulary.set(text, word)
      return word
    })
  }

  function forget(word: Word): void {
    word.uses--
    if (word.uses === 0) vocabulary.delete(word.text)
  }

  /** Where a listing that fits the rule is sure to come by; nowhere for a rule that nothing fits. */
  function shelvesFor(rule: Rule, all: readonly Term[], any: readonly Term[]): Set<Entry>[] {
    const findable = any.filter((term) => term.length > 0)
    const impossible = all.some((term) => term.length === 0) || (any.length > 0 && findable.length === 0)
    if (!rule.enabled || impossible) return []
    if (all.length > 0) return [rarest(all.flat()).anchored]
    if (any.length > 0) return findable.map((term) => rarest(term).anchored)
    return rule.categories.length > 0 ? rule.categories.map(categoryShelf) : [general]
  }

  function categoryShelf(category: string): Set<Entry> {
    const shelf = byCategory.get(category) ?? new Set<Entry>()
    byCategory.set(category, shelf)
    return shelf
  }

  function match(subject: MatchSubject, scoreOf: (rule: Rule) => number): RuleMatch[] {
    const listing = ++listings
    const { words, joined } = readSubject(subject)
    const { length } = words
    const reading: Reading = { listing, at: new Array(length), next: new Int32Array(length), joined }
    const present: Word[] = []
    for (let i = length - 1; i >= 0; i--) {
      const word = vocabulary.get(words[i]!)
      reading.at[i] = word
      if (word === undefined) continue
      if (word.listing !== listing) present.push(word)
      reading.next[i] = word.listing === listing ? word.first : -1
      word.listing = listing
      word.first = i
    }

    const found: { order: number; match: RuleMatch }[] = []
    const look = (shelf: Iterable<Entry>): void => {
      for (const entry of shelf) {
        if (entry.listing === listing) continue
        entry.listing = listing
        const verdict = check(entry, subject, reading, scoreOf)
        if (verdict !== 'no') found.push({ order: entry.order, match: { rule: entry.rule, verdict } })
      }
    }
    for (const word of present) if (word.anchored.size > 0) look(word.anchored)
    look(byCategory.get(subject.category) ?? [])
    look(general)
    return found.sort((a, b) => a.order - b.order).map((one) => one.match)
  }

  for (const rule of rules) add(rule)
  return {
    get size() {
      return entries.size
    },
    rules: () => Array.from(entries.values(), ({ rule }) => rule),
    add,
    remove,
    match,
  }
}

/** Fewest rules ask for it; of equals the last. */
function rarest(words: Term): Word {
  return words.reduce((best, word) => (word.uses <= best.uses ? word : best))
}

/** The cheap facts first; everything that `matchRule` looks at, except that the rule is enabled. */
function check(
  { rule, all, any, none }: Entry,
  subject: MatchSubject,
  reading: Reading,
  scoreOf: (rule: Rule) => number,
): 'yes' | 'no' | 'unknown' {
  if (rule.marketplaces.length > 0 && !rule.marketplaces.includes(subject.marketplace)) return 'no'
  if (rule.categories.length > 0 && !rule.categories.includes(subject.category)) return 'no'
  if (!priceFits(rule, subject)) return 'no'
  if (
    rule.conditions.length > 0 &&
    subject.condition !== null &&
    !rule.conditions.includes(subject.condition)
  )
    return 'no'
  if (!all.every((term) => occurs(term, reading))) return 'no'
  if (any.length > 0 && !any.some((term) => occurs(term, reading))) return 'no'
  if (none.some((term) => occurs(term, reading))) return 'no'

  const { places, scoreMin } = rule
  const { lat, lon } = subject
  const located = lat !== null && lon !== null
  if (
    places.length > 0 &&
    located &&
    !places.some((place) => distanceKm(place, { lat, lon }) <= place.radiusKm)
  )
    return 'no'
  if (rule.conditions.length > 0 && subject.condition === null) return 'unknown'
  if (places.length > 0 && !located) return 'unknown'
  return scoreMin === null || scoreOf(rule) >= scoreMin ? 'yes' : 'no'
}

function priceFits(
  { priceCentsMin: min, priceCentsMax: max, currency }: Rule,
  subject: MatchSubject,
): boolean {
  if (min === null && max === null) return true
  if (subject.priceCents === null || subject.currency !== currency) return false
  return !(min !== null && subject.priceCents < min) && !(max !== null && subject.priceCents > max)
}

/** Whether the words stand side by side, from where a word begins to where one ends. */
function occurs(term: Term, { listing, at, next, joined }: Reading): boolean {
  const first = term[0]
  if (first === undefined || !term.every((word) => word.listing === listing)) return false
  const last = term.length - 1
  for (let start = first.first; start >= 0; start = next[start]!) {
    if (joined[start - 1] === true || joined[start + last] === true) continue
    let i = 1
    while (i <= last && at[start + i] === term[i]) i++
    if (i > last) return true
  }
  return false
}
