import type { SamePhoto } from '../../model/photo.ts'
import { contradictions } from '../../model/product/contradictions.ts'
import { relationOf } from '../relation.ts'
import type { Evidence } from '../schema.ts'
import { compareCircumstances, mostForCircumstances } from './circumstances.ts'
import { type Part, writtenParts } from './evidence.ts'
import type { Fingerprint } from './fingerprint.ts'
import { compareOwn, type Usage } from './own-evidence.ts'
import { otherModelWeight } from './product-models.ts'
import type { Idf } from './product-part.ts'
import { compareProducts, type ProductVerdict } from './products.ts'
import { compareGoods, compareTemplates, compareTitleNumbers } from './template.ts'

export interface CompareContext {
  idf: Idf
  samePhoto: SamePhoto
  usage: Usage
}

/** What two listings that a look-up brought together have against them before anything is compared. */
const priorLogOdds = -5
const sameLogOdds = 2
const unsureLogOdds = -0.5
/** The least that must speak for the thing itself: the same model in the same town is only the same product. */
const ownForSame = 2.5
const ownForUnsure = 1

/** Parts that speak for this very thing rather than its model. */
const ownParts: ReadonlySet<string> = new Set(['site', 'serial', 'photo', 'text', 'title', 'seller'])

/**
 * Whether two listings are one physical thing: a sum of log-odds, each part with its sentence. The order of the two
 * changes nothing. Made-up things are never the same as real ones.
 */
export function compareRecords(a: Fingerprint, b: Fingerprint, context: CompareContext): Evidence {
  const { parts, logOdds, verdict, isContradicted } = weighRecords(a, b, context)
  const written = writtenParts(parts)
  return {
    score: 1 / (1 + Math.exp(-logOdds)),
    verdict,
    isContradicted,
    kind: relationOf(a.record, b.record),
    parts: written,
    reason: written.length === 0 ? 'Nothing in common' : written.map(({ sentence }) => sentence).join('; '),
  }
}

interface Weighed {
  parts: Part[]
  logOdds: number
  verdict: Evidence['verdict']
  isContradicted: boolean
}

const different: Weighed = {
  parts: [],
  logOdds: Number.NEGATIVE_INFINITY,
  verdict: 'different',
  isContradicted: false,
}

/**
 * The verdict for one of many candidates: as that of `compareRecords`, but what shares neither evidence of its own nor a
 * seller nor half of a title is different without a closer look, and nothing is written.
 */
export function weighCandidate(a: Fingerprint, b: Fingerprint, context: CompareContext): Weighed {
  if (a.record.demo !== b.record.demo) return different
  const [first, second] = inOrder(a, b)
  const own = compareOwn(first, second, context.samePhoto, context.usage)
  const sign =
    own.some(({ weight }) => weight >= ownForUnsure) ||
    (a.seller !== '' && a.seller === b.seller) ||
    shareTitle(a.product.tokens, b.product.tokens)
  return sign && mayBeOne(first, second, own) ? weigh(first, second, own, context, false) : different
}

/** False where price, place and seller leave the two apart, however much the titles may turn out to share. */
function mayBeOne(a: Fingerprint, b: Fingerprint, own: readonly Part[]): boolean {
  let most = priorLogOdds + modelWeight + titleWeightMax + mostForCircumstances(a, b)
  for (const { name, weight } of own) {
    // What is said beside a text that is the same may speak for it as well.
    if (name === 'text' && weight > 0) return true
    most += weight
  }
  return most >= unsureLogOdds - roundingMax
}

/** Sums of the same weights in another order. */
const roundingMax = 1e-9

function weighRecords(a: Fingerprint, b: Fingerprint, context: CompareContext): Weighed {
  if (a.record.demo !== b.record.demo)
    return {
      parts: [{ name: 'demo', weight: -20, sentence: () => 'Only one of them is made up' }],
      logOdds: -20,
      verdict: 'different',
      isContradicted: true,
    }
  const [first, second] = inOrder(a, b)
  return weigh(first, second, compareOwn(first, second, context.samePhoto, context.usage), context, true)
}

/** The order of two listings must not change what is said of them. */
const inOrder = (a: Fingerprint, b: Fingerprint): [Fingerprint, Fingerprint] =>
  a.record.listingId <= b.record.listingId ? [a, b] : [b, a]

function shareTitle(a: readonly string[], b: readonly string[]): boolean {
  let common = 0
  for (const token of a) if (b.includes(token)) common++
  return common * 2 >= Math.min(a.length, b.length)
}

/** `isThorough`: what is different anyway is looked at for contradictions, too. */
function weigh(
  a: Fingerprint,
  b: Fingerprint,
  own: readonly Part[],
  { idf }: CompareContext,
  isThorough: boolean,
): Weighed {
  const product = compareProducts(a.product, b.product, idf)
  const parts = [...own, ...productParts(product, own), ...compareCircumstances(a, b)]
  if (own.some(({ name, weight }) => name === 'text' && weight > 0)) {
    const number = parts.some(({ name }) => name === 'number') ? undefined : compareTitleNumbers(a, b)
    // A photo or a serial number tells what the thing is, whatever its title calls it.
    const isKnown = own.some(({ name, weight }) => (name === 'photo' || name === 'serial') && weight > 0)
    const goods = isKnown ? undefined : compareGoods(a, b, product.titleShare)
    for (const part of [number, compareTemplates(a, b), goods]) if (part) parts.push(part)
  }
  let logOdds = priorLogOdds
  let forRecord = 0
  for (const { name, weight } of parts) {
    logOdds += weight
    if (weight > 0 && ownParts.has(name)) forRecord += weight
  }
  const verdict = verdictOf(logOdds, forRecord)
  const isSaidBySite = own.some(({ name, weight }) => name === 'site' && weight > 0)
  if (isSaidBySite || (verdict === 'different' && !isThorough))
    return { parts, logOdds, verdict, isContradicted: false }
  const against = contradictionParts(a, b, parts)
  if (against.length === 0) return { parts, logOdds, verdict, isContradicted: false }
  // What the product's parts say of the same is said already.
  return settled(
    parts.filter(({ name, weight }) => weight > 0 || !saidByContradictions.has(name)),
    against,
  )
}

function verdictOf(logOdds: number, forRecord: number): Evidence['verdict'] {
  if (logOdds >= sameLogOdds && forRecord >= ownForSame) return 'same'
  return logOdds >= unsureLogOdds && forRecord >= ownForUnsure ? 'unsure' : 'different'
}

/** Below every sum of what speaks for one thing. */
const contradictedLogOdds = -4
/** More than any single part weighs, so that it is told first. */
const contradictionWeightMin = -12
const saidByContradictions: ReadonlySet<string> = new Set(['size', 'number', 'variant', 'model'])

/**
 * What titles contradict each other in forbids that they are one thing, however much else they share; only the site's
 * own word is surer.
 */
function contradictionParts(a: Fingerprint, b: Fingerprint, parts: readonly Part[]): Omit<Part, 'weight'>[] {
  const prices = [a, b].flatMap(({ record: { priceCents } }) =>
    priceCents === null ? [] : String(priceCents / 100),
  )
  const found = contradictions(a.product.title, b.product.title, prices).map(({ kind, said }) => ({
    name: kind,
    sentence: () =>
      said.includes('')
        ? `Only one title says ${said.join('')}`
        : `One title says ${said[0]}, the other ${said[1]}`,
  }))
  const otherNumber = parts.find(({ name, weight }) => name === 'model' && weight <= otherModelWeight)
  return found.length === 0 && otherNumber ? [otherNumber] : found
}

function settled(rest: readonly Part[], against: readonly Omit<Part, 'weight'>[]): Weighed {
  const sum = rest.reduce((total, { weight }) => total + weight, priorLogOdds)
  const weight = Math.min(contradictionWeightMin, (contradictedLogOdds - sum) / against.length)
  const parts = [...rest, ...against.map((part) => ({ ...part, weight }))]
  return { parts, logOdds: sum + weight * against.length, verdict: 'different', isContradicted: true }
}

const modelWeight = 1
const titleWeightMax = 2.5
/** A title with so much idf in common is written by one hand. */
const titleRarityFull = 30
const titleRarityMin = 8
const titleShareHigh = 0.8
const titleShareLow = 0.7
const otherTitleWeightMax = -4
/** A photo shows what the thing is, in whatever words or language its title says it. */
const otherTitleWithPhotoFactor = 0.4

/**
 * The product as a part of it: the same model is needed and next to nothing by itself, another one contradicts. A long
 * title of seldom words is the seller's own writing; the name of a model is everybody's.
 */
function productParts({ parts, titleShare, titleRarity }: ProductVerdict, own: readonly Part[]): Part[] {
  const found: Part[] = []
  for (const part of parts) {
    if (part.name === 'words' || part.name === 'price') continue
    if (part.weight < 0) found.push(part)
    else if (part.name === 'model') found.push({ ...part, weight: Math.min(modelWeight, part.weight) })
  }
  const percent = Math.round(titleShare * 100)
  if (titleShare >= titleShareHigh) {
    const rarity = Math.min(
      1,
      Math.max(0, (titleRarity - titleRarityMin) / (titleRarityFull - titleRarityMin)),
    )
    const sentence = () =>
      rarity < 0.3
        ? 'The titles say the same, but so do many'
        : `The titles share ${percent} % of their seldom words`
    found.push({ name: 'title', weight: Math.max(0.1, titleWeightMax * rarity), sentence })
  } else if (titleShare < titleShareLow) {
    const photo = own.some(({ name, weight }) => name === 'photo' && weight > 0)
    const weight = (otherTitleWeightMax * (titleShareLow - titleShare)) / titleShareLow
    found.push({
      name: 'title',
      weight: photo ? weight * otherTitleWithPhotoFactor : weight,
      sentence: () => `The titles share only ${percent} % of their words`,
    })
  }
  return found
}
