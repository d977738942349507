import { featureOf } from '../../core/classifier.ts'
import { foldText } from '../../core/text.ts'
import type { Category } from '../../model/listing-schema.ts'
import { segmentsOf } from '../../model/offer/text.ts'
import { readOfferTitle } from '../../model/offer/title-kind.ts'
import { singular } from '../../model/product/singular.ts'
import { namedByTitle } from './category.ts'

/** What tells a category beside the rules' own answer. */
export interface CategorySubject {
  title: string
  siteCategory: string | null
  description: string | null
  /** By title and site category alone (`categoryOf`). */
  ruled: Category
}

const descriptionCharsMax = 150
const descriptionWordsMax = 24
const titleStrength = 0.8
const textStrength = 0.35

/** Hashed features for the weights, and how much each counts. */
export function categoryFeatures({ title, siteCategory, description, ruled }: CategorySubject): {
  features: number[]
  strengths: number[]
} {
  const features: number[] = []
  const strengths: number[] = []
  const add = (group: string, text: string, strength = 1) => {
    features.push(featureOf(group, text))
    strengths.push(strength)
  }
  add('ruled', ruled)
  const { segments, words, signs } = readOfferTitle(title)
  const kind = signs[0]?.kind ?? 'thing'
  add('kind', kind)
  add('kind of', `${kind} ${ruled}`)
  const named = namedByTitle(title, ruled)
  const own = named === null ? 'none' : `${named.category} ${named.isStrong}`
  add('named', own)
  add('named of', `${own} ${ruled}`)
  if (named?.isSole) add('named alone', own)
  const titleWords = words.slice(0, 24)
  let before = ''
  for (const each of titleWords) {
    const word = featureWord(each)
    add('title', word, titleStrength)
    add('pair', `${before} ${word}`, titleStrength)
    before = word
  }
  const head = segments.find(({ bracketed }) => !bracketed)?.words.at(-1)
  if (head !== undefined) add('head', featureWord(head))
  const steps = foldText(siteCategory ?? '')
    .split(/[/>|›»\\]/)
    .map((step) => step.trim())
    .filter((step) => step !== '')
  for (const step of steps) add('step', step)
  add('leaf', steps.at(-1) ?? 'none')
  add('leaf of', `${steps.at(-1) ?? 'none'} ${head ?? ''}`)
  const text = segmentsOf((description ?? '').slice(0, descriptionCharsMax)).flatMap(({ words }) => words)
  for (const word of text.slice(0, descriptionWordsMax)) add('text', featureWord(word), textStrength)
  return { features, strengths }
}

/** Of numbers only their length says something. */
function featureWord(word: string): string {
  return /\d/.test(word) ? word.replace(/\d/g, '0') : singular(word)
}
