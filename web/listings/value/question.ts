import { GetTrendsCategory, GetTrendsCondition } from '../../../clients/typescript/api.ts'
import type { DealSearch } from '../filters/filters.ts'
import { readListingSearch } from './struck-out.ts'

/** What the address asks: `/value?title=iPhone+12&condition=good`, or what is behind a link. */
export interface ValueSearch {
  title?: string
  link?: string
  category?: GetTrendsCategory
  condition?: GetTrendsCondition
  /** What is asked for it, as it was typed. */
  price?: string
  /** Where it is offered. */
  marketplace?: string
  /** Comparables that the person struck out. */
  without?: string
  /** What the weeks are of; otherwise what a search for the thing is best made of. */
  of?: TrendOf
  ruleId?: number
  weeks?: TrendWeeks
}

export const trendsOf = ['title', 'category'] as const
export type TrendOf = (typeof trendsOf)[number]
export const usualWeeks = 26
export const trendWeeks = [12, 52, 104] as const
export type TrendWeeks = (typeof trendWeeks)[number]

/** As long as the server takes them. */
const charsMax = { title: 1000, link: 4000, price: 60, marketplace: 100 }

/** An address as a question; what it cannot be read of is dropped, and a title that is or has a link is that link. */
export function readValueSearch(given: Record<string, unknown>): ValueSearch {
  const text = (name: keyof typeof charsMax) =>
    String(given[name] ?? '')
      .replaceAll('\0', '')
      .trim()
      .slice(0, charsMax[name])
  const title = text('title')
  const link = linkIn(text('link')) ?? linkIn(title)
  const [price, marketplace] = [text('price'), text('marketplace')]
  const category = Object.values(GetTrendsCategory).find((one) => one === given.category)
  const condition = Object.values(GetTrendsCondition).find((one) => one === given.condition)
  const of = trendsOf.find((one) => one === given.of)
  const weeks = trendWeeks.find((one) => String(one) === String(given.weeks))
  const ruleId = /^[1-9]\d{0,14}$/.test(String(given.ruleId)) ? Number(given.ruleId) : undefined
  return {
    ...(link === null ? title !== '' && { title } : { link }),
    ...(category && { category }),
    ...(condition && { condition }),
    ...(price !== '' && { price }),
    ...(marketplace !== '' && { marketplace }),
    ...readListingSearch(given),
    ...(of && { of }),
    ...(ruleId && { ruleId }),
    ...(weeks && { weeks }),
  }
}

/** The first link in a text, as a phone shares it or as it was copied; null = there is none. */
export function linkIn(text: string): string | null {
  const written = /https?:\/\/[^\s<>"]+/i.exec(text)?.[0]
  const bare = /^(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S+$/i.exec(text.trim())?.[0]
  const found = written ?? (bare === undefined ? null : `https://${bare}`)
  return found === null ? null : found.replace(/[.,;:!?)\]}'»”]+$/, '')
}

/** The question with one more detail told, and all comparables counting again. */
export function withDetail(search: ValueSearch, detail: string, value: string): ValueSearch {
  const { without: _, ...rest } = search
  if (detail === 'condition')
    return { ...rest, condition: Object.values(GetTrendsCondition).find((one) => one === value) }
  return { ...rest, title: `${search.title ?? ''} ${value}`.trim() }
}

/** What the words were taken for, as far as a search is made of it. */
export interface Named {
  brand: string | null
  model: string | null
}

/** What of a model's name is written in many ways, or left out: years, storage. */
const isLoose = (word: string) => /^(?:\d+(?:gb|tb)|(?:19|20)\d\d|size)$/.test(word)

/**
 * The words by which others of the kind are found, as they were typed: those of maker and model. A search for all words of a
 * title would find that title alone. Where no model was read, it is the title.
 */
export function kindWords(title: string, { brand, model }: Named): string {
  const name = (model ?? '').split(' ').filter((word) => word !== '' && !isLoose(word))
  if (name.length === 0) return title.trim()
  const wanted = [...name, ...(brand ?? '').split(' ').filter(Boolean)]
  const kept = title.split(/\s+/).filter((typed) => {
    const word = typed.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
    // Names are read without their plural: "prius" as "priu".
    return wanted.some(
      (one) => word === one || (one.length > 3 && (word === `${one}s` || word === `${one}es`)),
    )
  })
  return kept.length === 0 ? title.trim() : kept.join(' ')
}

/** What is for sale below a value, as the page of the deals is asked for it. */
export function dealsBelow(
  words: string,
  {
    category,
    midMajor,
    isOwnCurrency,
  }: {
    category: GetTrendsCategory | null
    midMajor: number
    /** Amounts of a filter are in the person's currency. */
    isOwnCurrency: boolean
  },
): DealSearch {
  const max = Math.floor(midMajor)
  return {
    q: words.slice(0, 200),
    ...(category && { category: [category] }),
    ...(isOwnCurrency && max >= 1 ? { max } : { below: 1 }),
    ...{ score: 0, sort: 'score' },
  }
}
