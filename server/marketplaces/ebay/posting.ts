import type { Posting } from '../../model/posting.ts'

/** As commonly published, read on 2026-11-30; the site documents no way to fill its form by its address. */
export const posting: Posting = {
  composerUrl: 'https://www.ebay.com/sl/sell',
  adByNumber: 'https://www.ebay.com/itm/{number}',
  manageUrl: 'https://www.ebay.com/sh/lst/active',
  fields: [
    { name: 'title', label: 'Title', isRequired: true },
    { name: 'category', label: 'Item category', isRequired: true },
    { name: 'condition', label: 'Condition', isRequired: true },
    { name: 'photos', label: 'Photos', isRequired: true },
    { name: 'brand', label: 'Brand', isRequired: false },
    { name: 'description', label: 'Description', isRequired: true },
    { name: 'price', label: 'Item price', isRequired: true },
    { name: 'quantity', label: 'Quantity', isRequired: true },
    { name: 'delivery', label: 'Shipping', isRequired: true },
    { name: 'place', label: 'Item location', isRequired: true },
  ],
  titleCharactersMax: 80,
  descriptionCharactersMax: null,
  photosMax: 24,
  language: 'en',
  currencies: ['USD', 'GBP', 'EUR', 'CAD', 'AUD'],
  conditionWords: {
    new: 'New',
    'like-new': 'Open box',
    excellent: 'Used',
    good: 'Used',
    fair: 'Used',
    poor: 'Used',
    'for-parts': 'For parts or not working',
  },
  runsDays: null,
  renewableAfterDays: null,
  rules: 'It forbids addresses, phone numbers and links by which a buyer could pay outside of it.',
  forbidsContact: true,
}
