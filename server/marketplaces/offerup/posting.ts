import type { Posting } from '../../model/posting.ts'

/** As commonly published, read on 2026-11-30; the site documents no way to fill its form by its address. */
export const posting: Posting = {
  composerUrl: 'https://offerup.com/post',
  manageUrl: 'https://offerup.com/accounts/selling',
  fields: [
    { name: 'photos', label: 'Photos', isRequired: true },
    { name: 'title', label: 'Title', isRequired: true },
    { name: 'category', label: 'Category', isRequired: true },
    { name: 'condition', label: 'Condition', isRequired: true },
    { name: 'description', label: 'Description', isRequired: false },
    { name: 'price', label: 'Price', isRequired: true },
    { name: 'place', label: 'Location', isRequired: true },
    { name: 'delivery', label: 'Delivery', isRequired: true },
  ],
  titleCharactersMax: 80,
  descriptionCharactersMax: 1000,
  photosMax: 12,
  language: 'en',
  currencies: ['USD'],
  conditionWords: {
    new: 'New',
    'like-new': 'Open box',
    excellent: 'Used (normal wear)',
    good: 'Used (normal wear)',
    fair: 'Used (normal wear)',
    poor: 'Other (see description)',
    'for-parts': 'For parts',
  },
  runsDays: null,
  renewableAfterDays: null,
  rules: 'It forbids sites and programs that post for you, and a second ad for the same thing.',
  forbidsContact: true,
}
