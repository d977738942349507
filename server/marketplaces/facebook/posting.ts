import type { Posting } from '../../model/posting.ts'

/** As commonly published, read on 2026-11-30; the site documents no way to fill its form by its address. */
export const posting: Posting = {
  composerUrl: 'https://www.facebook.com/marketplace/create/item',
  manageUrl: 'https://www.facebook.com/marketplace/you/selling',
  fields: [
    { name: 'photos', label: 'Photos', isRequired: true },
    { name: 'title', label: 'Title', isRequired: true },
    { name: 'price', label: 'Price', isRequired: true },
    { name: 'category', label: 'Category', isRequired: true },
    { name: 'condition', label: 'Condition', isRequired: true },
    { name: 'brand', label: 'Brand', isRequired: false },
    { name: 'description', label: 'Description', isRequired: false },
    { name: 'place', label: 'Location', isRequired: true },
    { name: 'delivery', label: 'Delivery method', isRequired: true },
  ],
  titleCharactersMax: 100,
  descriptionCharactersMax: null,
  photosMax: 10,
  language: 'en',
  currencies: ['USD', 'CAD', 'GBP', 'EUR', 'AUD', 'NZD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN'],
  conditionWords: {
    new: 'New',
    'like-new': 'Used - Like New',
    excellent: 'Used - Like New',
    good: 'Used - Good',
    fair: 'Used - Fair',
    poor: 'Used - Fair',
  },
  runsDays: null,
  renewableAfterDays: null,
  rules: 'It forbids programs that post for you, and more than one ad for the same thing.',
  forbidsContact: false,
}
