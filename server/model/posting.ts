import type { Condition } from './listing-schema.ts'

/** What a composer asks for; each is filled from the thing's facts and its text. */
export const postingFieldNames = [
  'photos',
  'title',
  'price',
  'category',
  'condition',
  'brand',
  'description',
  'quantity',
  'delivery',
  'place',
] as const
export type PostingFieldName = (typeof postingFieldNames)[number]

/** Languages in which a description can be written. */
export const postingLanguages = ['en', 'de', 'nl'] as const
export type PostingLanguage = (typeof postingLanguages)[number]

/**
 * How a private person writes an ad on a marketplace, as the site's own form asks for it. Limits are as commonly published;
 * null = none is known, and nothing is cut.
 */
export interface Posting {
  /** Where its form opens. */
  composerUrl: string
  /** Where one's own ads are: to change, renew and end them. */
  manageUrl: string
  /** In the order of its form, as it calls them. */
  fields: readonly { name: PostingFieldName; label: string; isRequired: boolean }[]
  titleCharactersMax: number | null
  descriptionCharactersMax: number | null
  photosMax: number | null
  language: PostingLanguage
  /** In which its prices are. */
  currencies: readonly string[]
  /** What its form offers for each condition; one that is left out cannot be sold there as such. */
  conditionWords: Readonly<Partial<Record<Condition, string>>>
  /** So long an ad runs, in days; null = until it is ended, or not known. */
  runsDays: number | null
  /** After so many days it may be moved up again for nothing; null = never, or not known. */
  renewableAfterDays: number | null
  /** What its rules on ads mean for whoever posts, a sentence. */
  rules: string
  /** Address of an ad by its number, which stands for `{number}`; left out = numbers lead nowhere. */
  adByNumber?: string
  /** It takes the buyer's money itself, so that addresses and phone numbers have no place in the ad. */
  forbidsContact: boolean
}

/** A marketplace on which one can post by hand. */
export interface PostingPlace {
  id: string
  name: string
  homepage: string
  posting: Posting
  /** Whether an address is one of an ad there, and how it is written without what tracks; null = it is none. */
  adAt(url: string): string | null
  /** Whether a host is one of its own, so that its form may stand there. */
  owns(hostname: string): boolean
}
