import type { Posting } from '../../model/posting.ts'

/** As commonly published, read on 2026-11-30; the site documents no way to fill its form by its address. */
export const posting: Posting = {
  composerUrl: 'https://www.kleinanzeigen.de/p-anzeige-aufgeben-schritt2.html',
  manageUrl: 'https://www.kleinanzeigen.de/m-meine-anzeigen.html',
  fields: [
    { name: 'title', label: 'Titel', isRequired: true },
    { name: 'category', label: 'Kategorie', isRequired: true },
    { name: 'condition', label: 'Zustand', isRequired: false },
    { name: 'price', label: 'Preis', isRequired: false },
    { name: 'description', label: 'Beschreibung', isRequired: true },
    { name: 'photos', label: 'Bilder', isRequired: false },
    { name: 'delivery', label: 'Versand', isRequired: true },
    { name: 'place', label: 'PLZ, Ort', isRequired: true },
  ],
  titleCharactersMax: 65,
  descriptionCharactersMax: 4000,
  photosMax: 20,
  language: 'de',
  currencies: ['EUR'],
  conditionWords: {
    new: 'Neu',
    'like-new': 'Sehr Gut',
    excellent: 'Sehr Gut',
    good: 'Gut',
    fair: 'In Ordnung',
    poor: 'In Ordnung',
    'for-parts': 'Defekt',
  },
  runsDays: 60,
  renewableAfterDays: null,
  rules: 'It takes down a second ad for the same thing and addresses of other sites in the text.',
  forbidsContact: false,
}
