import { foldText } from '../server/core/text.ts'
import { type Category, categories } from '../server/model/listing-schema.ts'
import { type RiskLevel, type RiskSignalName, riskSignalNames } from '../server/model/risk.ts'

/** True, false, or null where it cannot be told. */
export type Told = boolean | null

/** A value as an answer has it; amounts in minor units. */
export interface AnsweredValue {
  lowCents: number
  midCents: number
  highCents: number
  currency: string
  confidence: number | null
}

/** Whether an answer fits; `truthCents` is the true price where it is known. */
export type ValueWish = (value: AnsweredValue | null, truthCents: number | null) => Told

const amount = String.raw`[$£€]?\s?(\d[\d,]*(?:\.\d+)?)`
const unit = String.raw`(?:\s?([a-z]{3})\b)?`

/** A clause of a wish for a value: how it is written, what it asks for. */
const valueClauses: readonly (readonly [RegExp, (parts: string[]) => ValueWish])[] = [
  [/\bno value\b/, () => (value) => value === null],
  [
    new RegExp(String.raw`\b(?:an? )?middle (?:is )?between ${amount} and ${amount}${unit}`),
    ([from, to, currency]) =>
      (value) =>
        value !== null && isIn(value, currency) && between(value.midCents, cents(from!), cents(to!)),
  ],
  [
    new RegExp(String.raw`\b(?:an? )?middle (?:is )?(above|below|at least|at most) ${amount}${unit}`),
    ([bound, limit, currency]) =>
      (value) =>
        value !== null && isIn(value, currency) && keeps(value.midCents, bound!, cents(limit!)),
  ],
  [
    /\b(?:an? )?(?:range|interval) that (?:holds|has) the true price\b/,
    () => (value, truthCents) =>
      value === null
        ? false
        : truthCents === null
          ? null
          : between(truthCents, value.lowCents, value.highCents),
  ],
  [
    new RegExp(String.raw`\b(?:an? )?(?:range|interval) that (?:holds|has) ${amount}${unit}`),
    ([held, currency]) =>
      (value) =>
        value !== null && isIn(value, currency) && between(cents(held!), value.lowCents, value.highCents),
  ],
  [
    /\b(?:an? )?confidence (?:is )?(above|below|at least|at most) (\d*\.?\d+)/,
    ([bound, limit]) =>
      (value) =>
        value !== null && keeps(value.confidence ?? 0, bound!, Number(limit)),
  ],
]

/**
 * What a sentence asks of the answer to "what is it worth": alternatives behind "or", each of clauses that must all be
 * met. Null where any part of it is not understood. What stands in parentheses is a reason, and not read.
 */
export function readValueWish(sentence: string): ValueWish | null {
  const text = foldText(sentence).replace(/\([^)]*\)/g, ' ')
  const alternatives: ValueWish[] = []
  for (const alternative of text.split(/[,;]?\s+or\s+/)) {
    const clauses: ValueWish[] = []
    let rest = alternative
    for (const [pattern, wish] of valueClauses) {
      const found = pattern.exec(rest)
      if (found === null) continue
      clauses.push(wish(found.slice(1)))
      rest = rest.replace(found[0], ' ')
    }
    if (clauses.length === 0 || !/^(?:\s|[,;.]|\band\b|\bwith\b)*$/.test(rest)) return null
    alternatives.push((value, truthCents) => every(clauses.map((wish) => wish(value, truthCents))))
  }
  return (value, truthCents) => some(alternatives.map((wish) => wish(value, truthCents)))
}

function isIn(value: AnsweredValue, currency: string | undefined): boolean {
  return currency === undefined || value.currency === currency.toUpperCase()
}

function between(value: number, from: number, to: number): boolean {
  return from <= value && value <= to
}

function keeps(value: number, bound: string, limit: number): boolean {
  if (bound === 'above') return value > limit
  if (bound === 'below') return value < limit
  return bound === 'at least' ? value >= limit : value <= limit
}

function cents(units: string): number {
  return Math.round(Number(units.replaceAll(',', '')) * 100)
}

export function every(told: readonly Told[]): Told {
  return told.includes(false) ? false : told.includes(null) ? null : true
}

export function some(told: readonly Told[]): Told {
  return told.includes(true) ? true : told.includes(null) ? null : false
}

/** What a sentence asks of the risk; empty lists and null = nothing. */
export interface RiskWish {
  levelMin: RiskLevel | null
  levelMax: RiskLevel | null
  /** Of each group one must be there. */
  signals: RiskSignalName[][]
  /** None of these may be there. */
  noSignals: RiskSignalName[]
}

/** Signs by the words that name them, most telling first; a sign's own name always names it. */
const signWords: readonly (readonly [RegExp, readonly RiskSignalName[]])[] = [
  [/advance[ -]?fee|\bdeposit\b/, ['payment-advance', 'deposit', 'free-but-pay']],
  [
    /\bprice (?:sign|signal|warning)s?\b/,
    ['price-below-interval', 'price-implausible', 'price-bait', 'new-at-low-price'],
  ],
  [
    /[$£€]\s?[\d,.]+ is \d+ ?% of the usual/,
    ['price-below-interval', 'price-implausible', 'price-bait', 'new-at-low-price'],
  ],
  [/\bshipping[ -]only\b/, ['shipping-only']],
  [/\bcounterfeit\b|\bclone\b|\bfake\b|\breplica\b/, ['counterfeit']],
  [/\b(?:icloud|google|activation)[ -]?lock(?:ed)?\b|\block(?:ed)?\b|\bloked\b/, ['locked']],
  [/\bgift[ -]?cards?\b/, ['payment-gift-card']],
  [/\bwire\b|\btransfer\b/, ['payment-transfer']],
  [/\bescrow\b/, ['fake-escrow']],
  [/\bcourier\b/, ['courier']],
  [/\bverification code\b|\basks? (?:for )?(?:a )?code\b/, ['asks-code']],
  [/\burgen(?:cy|t)\b/, ['urgency']],
  [/\bstock photos?\b/, ['photo-stock']],
  [/\bcontact\b|\bphone number\b/, ['contact-phone', 'contact-hidden', 'contact-elsewhere']],
]

/**
 * Which level and signs a sentence asks for. "No … sign", "no … signal", "no" before a quoted warning and "must not"
 * forbid; "at least LEVEL", "LEVEL risk" and "must be seen" demand. Quotes without "no" are what the listing says.
 * Null where it asks for nothing that is understood.
 */
export function readRiskWish(sentence: string): RiskWish | null {
  const wish: RiskWish = { levelMin: null, levelMax: null, signals: [], noSignals: [] }
  const quotes: string[] = []
  const text = foldText(sentence)
    .replace(/[“”„«»]/g, '"')
    .replace(/"([^"]*)"/g, (_, said: string) => `"${quotes.push(said) - 1}"`)
  for (const clause of text.replace(/\([^)]*\)/g, ' ').split(/[,:;.](?:\s+|$)/)) {
    const own = clause.replace(/"\d+"/g, ' ').trim()
    if (/\bno\b.*(?:\bsigns?\b|\bsignals?\b|\bwarnings?\b|"\d+")|\bmust not\b/.test(clause)) {
      wish.noSignals.push(...signsIn(clause.replace(/"(\d+)"/g, (_, at: string) => quotes[Number(at)]!)))
      continue
    }
    const signs = signsIn(own)
    if (signs.length > 0 && (/\bmust\b|\bseen\b|\bsign/.test(own) || isBare(own))) wish.signals.push(signs)
    wish.levelMin =
      levelIn(own, /\bat least (elevated|high)\b/) ??
      levelIn(own, /\b(high|elevated) risk\b/) ??
      wish.levelMin ??
      (own === 'risk' ? 'elevated' : null)
    wish.levelMax =
      levelIn(own, /\bat most (low|elevated)\b/) ??
      levelIn(own, /\b(low) risk\b/) ??
      (/\bno risk\b/.test(own) ? 'low' : wish.levelMax)
  }
  const asks = wish.levelMin ?? wish.levelMax ?? wish.signals[0] ?? wish.noSignals[0]
  return asks === undefined ? null : wish
}

/** A clause that only names a sign: "shipping-only", "counterfeit". */
function isBare(clause: string): boolean {
  return clause.trim().split(/\s+/).length <= 2
}

function signsIn(text: string): RiskSignalName[] {
  const named = riskSignalNames.filter((name) => text.includes(name))
  const found = signWords.flatMap(([pattern, names]) => (pattern.test(text) ? names : []))
  return [...new Set([...named, ...found])]
}

function levelIn(text: string, pattern: RegExp): RiskLevel | null {
  return (pattern.exec(text)?.[1] as RiskLevel | undefined) ?? null
}

/** What a sentence asks of something that is not, or not wholly, what it looks like; all false = nothing understood. */
export interface FaultWish {
  /** Not worth what a working, real one is; `cracked` = nothing worse than damaged. */
  worthLess: boolean
  cracked: boolean
  /** Known as broken or for parts; `orRisk` = or its risk is elevated. */
  forParts: boolean
  orRisk: boolean
  counterfeit: boolean
  levelMin: RiskLevel | null
  notFree: boolean
}

export function readFaultWish(sentence: string): FaultWish | null {
  const text = foldText(sentence)
  const counterfeit = /\bclone|\bcounterfeit|\bfake\b|\breplica|\bcopy\b|\bdummy\b/.test(text)
  const locked = /\block(?:ed|s)?\b|\bloked\b|\bblacklist|\bstolen\b/.test(text)
  const forParts = /\bparts?\b|\bspares?\b|\brepair\b|\bbroken\b|\bdead\b|\bfaulty\b/.test(text)
  const damaged = /\bcrack|\bbelow a whole\b|\bdamaged?\b/.test(text)
  const notFree = /\bnot (?:a |be )?free\b|\bswap\b|\btrad(?:e|ing)\b/.test(text)
  const orRisk = /\bor (?:at least )?(?:elevated |high )?risk\b/.test(text)
  const levelMin = /\bhigh risk\b/.test(text) ? 'high' : /\brisk\b/.test(text) && !orRisk ? 'elevated' : null
  const isWorse = counterfeit || locked || forParts
  const worthLess = isWorse || damaged
  if (!worthLess && !notFree && levelMin === null) return null
  return { worthLess, cracked: !isWorse, forParts, orRisk, counterfeit, levelMin, notFree }
}

/** A rule that a sentence quotes: `a rule "iphone x up to $350, score 75"`. */
export interface QuotedRule {
  words: string
  priceCentsMax: number | null
  scoreMin: number | null
}

export function readQuotedRule(sentence: string): QuotedRule | null {
  const quoted = /\brule\s+["“]([^"”]+)["”]/i.exec(sentence)?.[1]
  if (quoted === undefined) return null
  const price = /(?:,\s*)?\b(?:up to|under|below|at most)\s*[$£€]?\s?(\d[\d,]*(?:\.\d+)?)/i
  const score = /(?:,\s*)?\bscore\s*(?:>=|≥|from|at least)?\s*(\d+)/i
  const most = price.exec(quoted)?.[1]
  const least = score.exec(quoted)?.[1]
  return {
    words: quoted
      .replace(price, ' ')
      .replace(score, ' ')
      .replace(/[\s,]+/g, ' ')
      .trim(),
    priceCentsMax: most === undefined ? null : cents(most),
    scoreMin: least === undefined ? null : Number(least),
  }
}

const categoryNames: ReadonlyMap<string, Category> = new Map([
  ...categories.map((name) => [name, name] as const),
  ['phone', 'phones'],
  ['car', 'cars'],
  ['bike', 'bikes'],
  ['bicycle', 'bikes'],
  ['bicycles', 'bikes'],
  ['motorcycle', 'motorcycles'],
  ['computer', 'computers'],
  ['laptops', 'computers'],
  ['tablet', 'tablets'],
  ['camera', 'cameras'],
])
/** Words of ours that mean something else in a sentence. */
const notNamed: ReadonlySet<string> = new Set(['other', 'free', 'home', 'services', 'jobs'])

/** Our categories that a sentence names as the whole that it is not ("by whole cars or bicycles", "by phones"). */
export function wholeCategories(sentence: string): Category[] {
  const said = foldText(sentence)
  const behindNot = said.slice(Math.max(0, said.search(/\bnot\b/)))
  const named = (behindNot.match(/[a-z]+(?:-[a-z]+)?/g) ?? []).flatMap((word) =>
    notNamed.has(word) ? [] : (categoryNames.get(word) ?? []),
  )
  return [...new Set(named)]
}

/** "not category phones": the category that it must not be in. */
export function forbiddenCategory(sentence: string): Category | null {
  const word = /\bnot (?:in )?(?:the )?category ([a-z-]+)/i.exec(sentence)?.[1]?.toLowerCase()
  return (word !== undefined && categoryNames.get(word)) || null
}
