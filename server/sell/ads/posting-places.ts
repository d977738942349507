import type { AdapterWords } from '../../core/adapter-words.ts'
import type { Posting, PostingPlace } from '../../model/posting.ts'

/** What has no adapter here, as commonly published and read on 2026-11-30. */
const conditions = {
  vinted: {
    new: 'New without tags',
    'like-new': 'Very good',
    excellent: 'Very good',
    good: 'Good',
    fair: 'Satisfactory',
    poor: 'Satisfactory',
    'for-parts': 'Not fully functional',
  },
  mercari: {
    new: 'New',
    'like-new': 'Like new',
    excellent: 'Like new',
    good: 'Good',
    fair: 'Fair',
    poor: 'Poor',
    'for-parts': 'Poor',
  },
  poshmark: {
    new: 'New with tags (NWT)',
    'like-new': 'Like new',
    excellent: 'Like new',
    good: 'Good',
    fair: 'Fair',
    poor: 'Fair',
  },
  depop: {
    new: 'Brand new',
    'like-new': 'Like new',
    excellent: 'Used - Excellent',
    good: 'Used - Good',
    fair: 'Used - Fair',
    poor: 'Used - Fair',
  },
}
const fields = (...names: [Posting['fields'][number]['name'], label: string, isRequired: boolean][]) =>
  names.map(([name, label, isRequired]) => ({ name, label, isRequired }))

const noBounds = { runsDays: null, renewableAfterDays: null, forbidsContact: true } as const

type Written = Omit<PostingPlace, 'adAt' | 'owns'> & {
  hosts: RegExp
  /** Of the path of an ad. */
  adPath: RegExp
}

const written: readonly Written[] = [
  {
    ...{ id: 'vinted', name: 'Vinted', homepage: 'https://www.vinted.com/' },
    hosts: /^(?:www\.)?vinted\.(?:com|co\.uk|[a-z]{2})$/,
    adPath: /^\/items\/\d+/,
    posting: {
      ...noBounds,
      composerUrl: 'https://www.vinted.com/items/new',
      manageUrl: 'https://www.vinted.com/member/items',
      fields: fields(
        ['photos', 'Photos', true],
        ['title', 'Title', true],
        ['description', 'Describe your item', true],
        ['category', 'Category', true],
        ['brand', 'Brand', false],
        ['condition', 'Condition', true],
        ['price', 'Price', true],
      ),
      ...{ titleCharactersMax: 100, descriptionCharactersMax: null, photosMax: 20, language: 'en' },
      currencies: ['USD', 'EUR', 'GBP', 'PLN', 'SEK', 'DKK', 'CZK', 'HUF', 'RON'],
      conditionWords: conditions.vinted,
      rules: 'It holds the money until the parcel is there and forbids dealing outside of it.',
    },
  },
  {
    ...{ id: 'mercari', name: 'Mercari', homepage: 'https://www.mercari.com/' },
    hosts: /^(?:www\.)?mercari\.com$/,
    adPath: /^\/us\/item\/m\d+/,
    posting: {
      ...noBounds,
      composerUrl: 'https://www.mercari.com/sell/',
      manageUrl: 'https://www.mercari.com/mypage/listings/active/',
      fields: fields(
        ['photos', 'Photos', true],
        ['title', 'Title', true],
        ['description', 'Description', true],
        ['category', 'Category', true],
        ['brand', 'Brand', false],
        ['condition', 'Condition', true],
        ['delivery', 'Delivery', true],
        ['price', 'Price', true],
      ),
      ...{ titleCharactersMax: 80, descriptionCharactersMax: 1000, photosMax: 12, language: 'en' },
      currencies: ['USD'],
      conditionWords: conditions.mercari,
      rules: 'It holds the money until the buyer has looked at the thing and forbids dealing outside of it.',
    },
  },
  {
    ...{ id: 'poshmark', name: 'Poshmark', homepage: 'https://poshmark.com/' },
    hosts: /^(?:www\.)?poshmark\.(?:com|ca)$/,
    adPath: /^\/listing\//,
    posting: {
      ...noBounds,
      composerUrl: 'https://poshmark.com/create-listing',
      manageUrl: 'https://poshmark.com/closet',
      fields: fields(
        ['photos', 'Photos', true],
        ['title', 'Title', true],
        ['description', 'Description', true],
        ['category', 'Category', true],
        ['quantity', 'Quantity', true],
        ['brand', 'Brand', false],
        ['condition', 'Condition', true],
        ['price', 'Listing price', true],
      ),
      ...{ titleCharactersMax: 80, descriptionCharactersMax: 1500, photosMax: 16, language: 'en' },
      currencies: ['USD', 'CAD'],
      conditionWords: conditions.poshmark,
      rules:
        'It sells clothes, things for the home and electronics of few kinds, and forbids dealing outside of it.',
    },
  },
  {
    ...{ id: 'depop', name: 'Depop', homepage: 'https://www.depop.com/' },
    hosts: /^(?:www\.)?depop\.com$/,
    adPath: /^\/products\/(?!create)/,
    posting: {
      ...noBounds,
      composerUrl: 'https://www.depop.com/products/create/',
      manageUrl: 'https://www.depop.com/sellinghub/selling/active/',
      fields: fields(
        ['photos', 'Photos', true],
        ['description', 'Description', true],
        ['category', 'Category', true],
        ['brand', 'Brand', false],
        ['condition', 'Condition', true],
        ['price', 'Item price', true],
      ),
      ...{ titleCharactersMax: null, descriptionCharactersMax: 1000, photosMax: 8, language: 'en' },
      currencies: ['USD', 'GBP', 'EUR', 'AUD'],
      conditionWords: conditions.depop,
      rules: 'It has no titles: the first words of the description are what buyers see.',
    },
  },
  {
    ...{ id: 'nextdoor', name: 'Nextdoor', homepage: 'https://nextdoor.com/' },
    hosts: /^(?:www\.)?nextdoor\.(?:com|co\.uk|de|nl)$/,
    adPath: /^\/(?:for_sale_and_free|p)\/[^/]+/,
    posting: {
      ...{ runsDays: null, renewableAfterDays: null, forbidsContact: false },
      composerUrl: 'https://nextdoor.com/for_sale_and_free/',
      manageUrl: 'https://nextdoor.com/for_sale_and_free/your_items/',
      fields: fields(
        ['photos', 'Photos', true],
        ['title', 'Title', true],
        ['price', 'Price', true],
        ['category', 'Category', true],
        ['description', 'Description', true],
      ),
      ...{ titleCharactersMax: null, descriptionCharactersMax: null, photosMax: 10, language: 'en' },
      currencies: ['USD', 'GBP', 'EUR'],
      conditionWords: {},
      rules: 'Neighbours see your real name; what is sold there is handed over.',
    },
  },
]

/** Marketplaces without an adapter of ours on which one can post by hand. */
export const otherPostingPlaces: readonly PostingPlace[] = written.map(({ hosts, adPath, ...place }) => ({
  ...place,
  owns: (hostname) => hosts.test(hostname),
  adAt(address) {
    const url = URL.parse(address)
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') return null
    return hosts.test(url.hostname) && adPath.test(url.pathname)
      ? `https://${url.hostname}${url.pathname}`
      : null
  },
}))

/** What is shown of them, in other languages than English. */
export const otherPlaceWords: AdapterWords = {
  de: {
    'It holds the money until the parcel is there and forbids dealing outside of it.':
      'Es hält das Geld zurück, bis das Paket da ist, und verbietet Geschäfte an ihm vorbei.',
    'It holds the money until the buyer has looked at the thing and forbids dealing outside of it.':
      'Es hält das Geld zurück, bis der Käufer das Ding angesehen hat, und verbietet Geschäfte an ihm vorbei.',
    'It sells clothes, things for the home and electronics of few kinds, and forbids dealing outside of it.':
      'Es verkauft Kleidung, Dinge für die Wohnung und wenige Arten von Elektronik und verbietet Geschäfte an ihm vorbei.',
    'It has no titles: the first words of the description are what buyers see.':
      'Es kennt keine Titel: Käufer sehen die ersten Wörter der Beschreibung.',
    'Neighbours see your real name; what is sold there is handed over.':
      'Nachbarn sehen deinen richtigen Namen; was dort verkauft wird, wird übergeben.',
  },
}
