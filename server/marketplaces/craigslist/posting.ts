import type { Posting } from '../../model/posting.ts'

/** As commonly published, read on 2026-11-30; the site documents no way to fill its form by its address. */
export const posting: Posting = {
  composerUrl: 'https://post.craigslist.org/',
  manageUrl: 'https://accounts.craigslist.org/login/home',
  fields: [
    { name: 'category', label: 'category', isRequired: true },
    { name: 'title', label: 'posting title', isRequired: true },
    { name: 'price', label: 'price', isRequired: false },
    { name: 'place', label: 'city or neighborhood, postal code', isRequired: true },
    { name: 'description', label: 'description', isRequired: true },
    { name: 'brand', label: 'make / manufacturer', isRequired: false },
    { name: 'condition', label: 'condition', isRequired: false },
    { name: 'photos', label: 'images', isRequired: false },
  ],
  titleCharactersMax: 70,
  descriptionCharactersMax: null,
  photosMax: 24,
  language: 'en',
  currencies: ['USD', 'CAD', 'GBP', 'EUR', 'AUD'],
  conditionWords: {
    new: 'new',
    'like-new': 'like new',
    excellent: 'excellent',
    good: 'good',
    fair: 'fair',
    poor: 'salvage',
    'for-parts': 'salvage',
  },
  runsDays: 30,
  renewableAfterDays: 2,
  rules: 'It takes down an ad that stands in more than one area or category.',
  forbidsContact: false,
}
