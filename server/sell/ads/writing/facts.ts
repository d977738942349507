import type { Category, Condition } from '../../../model/listing-schema.ts'
import type { PostingLanguage } from '../../../model/posting.ts'

/** What is known of a thing that is to be sold; every text made of it says this and nothing else. */
export interface ThingFacts {
  title: string
  brand: string | null
  category: Category
  condition: Condition | null
  /** Of them that are left to be sold. */
  quantity: number
  /** A line each, in the person's own words: measures, material, age. */
  details: readonly string[]
  /** What is wrong with it. */
  defects: readonly string[]
  /** What comes with it. */
  included: readonly string[]
  /** Sentences on it, in the language of the ad, that the person took over or wrote. */
  about: string | null
}

export const tones = ['plain', 'friendly', 'short'] as const
export type Tone = (typeof tones)[number]
export const handovers = ['pick-up', 'shipping', 'both'] as const
export type Handover = (typeof handovers)[number]

/** How a person writes their ads. */
export interface WritingStyle {
  tone: Tone
  handover: Handover
  /** Where it can be picked up, as it may stand in an ad. */
  place: string | null
  /** Own words before and after, by language of the ad; where there are none, the tone's. */
  opening: Readonly<Partial<Record<PostingLanguage, string>>>
  closing: Readonly<Partial<Record<PostingLanguage, string>>>
}

/** How a person sells. */
export interface SellingStyle extends WritingStyle {
  tasksOn: string[]
}

export const defaultStyle: WritingStyle = {
  ...{ tone: 'plain', handover: 'pick-up', place: null },
  ...{ opening: {}, closing: {} },
}

/** Lines of a text that was typed, without their bullets. */
export const linesOf = (text: string | null): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-–—•*·]\s+)?/, '').trim())
    .filter((line) => line !== '')
