import type { Condition, PriceBasis } from '../../../model/listing-schema.ts'
import type { FairValue } from '../../../model/score-schema.ts'
import { say } from '../../../model/sentences/sentences.ts'
import {
  storageWords,
  surenessWords,
  type ValuedKind,
  valuedKinds,
} from '../../../model/sentences/value-sentences.ts'
import type { Identity } from '../../comps/identity.ts'
import { titleTraits } from '../../comps/title.ts'
import type { Sureness } from './value-schema.ts'

/** How far a value is to be trusted; `confidence` is 0–1. */
export function surenessOf(confidence: number): Sureness {
  if (confidence >= 0.7) return 'quite-sure'
  if (confidence >= 0.5) return 'fairly-sure'
  return confidence >= 0.3 ? 'rough-guide' : 'guess'
}

/** The same as a person would say it. */
export const confidenceWords = (confidence: number): string => surenessWords[surenessOf(confidence)]

export function valueSentence(value: FairValue, level: PriceBasis, nowMs: number) {
  const { midCents, lowCents, highCents, currency, basis, method, count, confidence } = value
  return say('value-is', {
    ...{ midCents, lowCents, highCents, currency, basis, method, count },
    ...{ compsLowCents: value.compsLowCents ?? null, compsHighCents: value.compsHighCents ?? null },
    isSold: level === 'sold',
    newestDays: ageDays(value.newestAtMs, nowMs),
    oldestDays: ageDays(value.oldestAtMs, nowMs),
    sureness: surenessOf(confidence),
    confidencePct: Math.round(confidence * 100),
  })
}

export function ageDays(atMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - atMs) / 86_400_000))
}

const kindsOf = (traits: number) =>
  (Object.keys(valuedKinds) as ValuedKind[]).filter((kind) => (traits & titleTraits[kind]) !== 0)

export function kindWords(traits: number): string {
  const found = kindsOf(traits).map((kind) => valuedKinds[kind])
  return found.length === 0 ? 'the thing itself' : found.join(', ')
}

const conditionWords = (condition: Condition) => condition.replace('-', ' ')

/** What a title was taken for. */
export function understoodSentence(identity: Identity, condition: Condition | null, category: string | null) {
  const { brand, model, generation, size, storageGb, year, material, quantity, traits, tokens } = identity
  return say('value-understood', {
    ...{ terms: tokens.slice(0, 6), kinds: kindsOf(traits), condition, category },
    ...{ brand, model, generation, size, storageGb, year, material, quantity },
  })
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

export const saleRatioSentence = (ratio: number) =>
  say('value-sale-ratio', { percent: Math.round((ratio - 1) * 100) })
