import type { Posting } from '../../model/posting.ts'

/** As commonly published, read on 2026-11-30; the site documents no way to fill its form by its address. */
export const posting: Posting = {
  composerUrl: 'https://www.marktplaats.nl/plaats',
  manageUrl: 'https://www.marktplaats.nl/my-account/sell/index.html',
  fields: [
    { name: 'title', label: 'Titel', isRequired: true },
    { name: 'category', label: 'Groep en rubriek', isRequired: true },
    { name: 'photos', label: 'Foto’s', isRequired: false },
    { name: 'condition', label: 'Conditie', isRequired: false },
    { name: 'brand', label: 'Merk', isRequired: false },
    { name: 'description', label: 'Beschrijving', isRequired: true },
    { name: 'price', label: 'Prijs', isRequired: true },
    { name: 'delivery', label: 'Levering', isRequired: true },
    { name: 'place', label: 'Postcode', isRequired: true },
  ],
  titleCharactersMax: 60,
  descriptionCharactersMax: null,
  photosMax: 24,
  language: 'nl',
  currencies: ['EUR'],
  conditionWords: {
    new: 'Nieuw',
    'like-new': 'Zo goed als nieuw',
    excellent: 'Zo goed als nieuw',
    good: 'Gebruikt',
    fair: 'Gebruikt',
    poor: 'Gebruikt',
    'for-parts': 'Niet werkend',
  },
  runsDays: 28,
  renewableAfterDays: null,
  rules: 'It takes down a second ad for the same thing.',
  forbidsContact: false,
}
