import { formatMoney } from '../../../core/money.ts'
import type { Condition, PriceBasis } from '../../../model/listing-schema.ts'
import type { FairValue } from '../../../model/score-schema.ts'
import type { Identity } from '../../comps/identity.ts'
import { titleTraits } from '../../comps/title.ts'

/** How far a value is to be trusted, as a person would say it; `confidence` is 0–1. */
export function confidenceWords(confidence: number): string {
  if (confidence >= 0.7) return 'quite sure'
  if (confidence >= 0.5) return 'fairly sure'
  if (confidence >= 0.3) return 'a rough guide'
  return 'little more than a guess'
}

/** "$240 (8 of 10 between $190 and $300), by 14 similar listings, asked, 2 to 40 days old: fairly sure". */
export function valueSentence(value: FairValue, level: PriceBasis, nowMs: number): string {
  const money = (cents: number) => formatMoney(cents, value.currency)
  const days = [value.newestAtMs, value.oldestAtMs].map((atMs) => ageDays(atMs, nowMs))
  const what = value.method === 'similar' ? 'similar listings' : 'listings of the whole category'
  const basis = { asking: 'all asked', sold: 'all sold', mixed: 'asked and sold' }[value.basis]
  return (
    `${money(value.midCents)} is ${level === 'sold' ? 'what it should sell for' : 'what is usually asked'}, ` +
    `8 of 10 between ${money(value.lowCents)} and ${money(value.highCents)}; by ${value.count} ${what} ` +
    `(${seenWords(value)}${basis}, ${days[0] === days[1] ? days[0] : `${days[0]} to ${days[1]}`} days old): ` +
    `${confidenceWords(value.confidence)} (confidence ${Math.round(value.confidence * 100)} %).`
  )
}

/** "most at $120 to $180, ": of the listings themselves, where the interval is about the thing. */
function seenWords({ compsLowCents, compsHighCents, currency }: FairValue): string {
  if (compsLowCents === undefined || compsHighCents === undefined || compsLowCents === compsHighCents)
    return ''
  return `most at ${formatMoney(compsLowCents, currency)} to ${formatMoney(compsHighCents, currency)}, `
}

export function ageDays(atMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - atMs) / 86_400_000))
}

const kinds: readonly (readonly [bit: number, words: string])[] = [
  [titleTraits.wanted, 'wanted, not offered'],
  [titleTraits.service, 'a service'],
  [titleTraits.rental, 'for rent'],
  [titleTraits.trade, 'for trade'],
  [titleTraits.broken, 'broken or for parts'],
  [titleTraits.fake, 'a copy, not the real thing'],
  [titleTraits.accessory, 'an accessory'],
  [titleTraits.part, 'a part'],
  [titleTraits.lot, 'a lot'],
]

export function kindWords(traits: number): string {
  const found = kinds.filter(([bit]) => (traits & bit) !== 0).map(([, name]) => name)
  return found.length === 0 ? 'the thing itself' : found.join(', ')
}

/** Why a title that offers nothing for sale has no value. */
export function notForSaleSentence(traits: number): string {
  const what =
    traits & titleTraits.wanted
      ? 'somebody looks for the thing'
      : traits & titleTraits.service
        ? 'a service is offered, not the thing'
        : traits & titleTraits.rental
          ? 'the thing is let, not sold'
          : traits & titleTraits.trade
            ? 'the thing is offered in trade, not for money'
            : 'it is a copy of the thing'
  return `This is not an offer to sell: by its title, ${what}. Ask with the title that the thing itself would have.`
}

const storageWords = (gb: number) => (gb >= 1024 && gb % 1024 === 0 ? `${gb / 1024} TB` : `${gb} GB`)
const conditionWords = (condition: Condition) => condition.replace('-', ' ')

/** "apple iphone 8, 64 GB, in good condition, under phones". */
export function understoodSentence(
  identity: Identity,
  condition: Condition | null,
  category: string | null,
): string {
  const { brand, model, generation, size, storageGb, year, material, quantity, traits, tokens } = identity
  const named = [brand, model].filter((part) => part !== null).join(' ')
  const parts = [
    named === '' && tokens.length > 0 && tokens.slice(0, 6).join(' '),
    named === '' ? 'no maker recognised' : named,
    generation !== null && !(model ?? '').split(' ').includes(generation) && `generation ${generation}`,
    storageGb > 0 && storageWords(storageGb),
    year > 0 && String(year),
    size !== null && `size ${size}`,
    material,
    quantity > 1 && `${quantity} pieces`,
    traits !== 0 && kindWords(traits),
    condition !== null &&
      (condition === 'for-parts' ? 'for parts' : `in ${conditionWords(condition)} condition`),
    category === null ? 'its category is unknown' : `under ${category}`,
  ]
  return `${parts.filter((part) => part !== false && part !== null).join(', ')}.`
}

/** One side of a comparison. */
export interface Compared {
  identity: Identity
  condition: Condition | null
  basis: PriceBasis
}

/**
 * Why a comp's price is not the subject's, the comp's side first: "128 GB instead of 256 GB; good instead of fair; with
 * other details +17 %". Where nothing was learned of prices only the condition is adjusted for, and that is said.
 */
export function adjustmentText(
  comp: Compared,
  subject: Compared,
  percent: number,
  isLearned: boolean,
): string {
  const change = percent === 0 ? 'no change' : `${percent > 0 ? '+' : '−'}${Math.abs(percent)} %`
  const [own, wanted] = [comp.condition, subject.condition]
  const bothKnown = own !== null && wanted !== null
  const inCondition =
    bothKnown && own !== wanted ? [`${conditionWords(own)} instead of ${conditionWords(wanted)}`] : []
  const others = differences(comp, subject)
  if (!isLearned) {
    const what = bothKnown ? inCondition[0] : 'an unknown condition counted as good'
    const adjusted = percent === 0 && inCondition.length === 0 ? '' : `${what}: ${change}`
    const ignored = others.length > 0 ? `not adjusted for ${others.join('; ')}` : ''
    return [adjusted, ignored].filter((part) => part !== '').join('; ') || 'none'
  }
  const all = [...others, ...inCondition]
  if (all.length > 0) return `${all.join('; ')}; with other details ${change}`
  return percent === 0 ? 'none' : `other details: ${change}`
}

function differences(comp: Compared, subject: Compared): string[] {
  const [a, b] = [comp.identity, subject.identity]
  const found: string[] = []
  const told = <T extends string | number>(one: T | null, other: T | null, say: (value: T) => string) => {
    if (one && other && one !== other) found.push(`${say(one)} instead of ${say(other)}`)
  }
  told(a.brand, b.brand, String)
  told(modelOnly(a), modelOnly(b), String)
  told(a.generation, b.generation, (name) => `generation ${name}`)
  told(a.storageGb, b.storageGb, storageWords)
  told(a.year, b.year, String)
  told(a.size, b.size, (size) => `size ${size}`)
  told(a.material, b.material, String)
  told(a.quantity, b.quantity, (count) => (count === 1 ? 'one piece' : `${count} pieces`))
  if (a.traits !== b.traits) found.push(`${kindWords(a.traits)} instead of ${kindWords(b.traits)}`)
  if (comp.basis !== subject.basis)
    found.push(comp.basis === 'asking' ? 'asked, not sold' : 'sold, not asked')
  return found
}

/** Storage is told apart already. */
function modelOnly({ model }: Identity): string | null {
  const rest = (model ?? '').split(' ').filter((word) => !/^\d+(?:gb|tb)$/.test(word))
  return rest.join(' ') || null
}

export function saleRatioSentence(ratio: number): string {
  const percent = Math.round((ratio - 1) * 100)
  if (percent === 0) return 'Such things sell for about what is asked.'
  return `Such things sell for about ${Math.abs(percent)} % ${percent < 0 ? 'less' : 'more'} than is asked.`
}
