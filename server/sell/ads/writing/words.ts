import type { Condition } from '../../../model/listing-schema.ts'
import type { PostingLanguage } from '../../../model/posting.ts'
import type { Handover, Tone } from './facts.ts'

/** What an ad says around the facts, in the language of its marketplace. */
export interface AdWords {
  condition: Readonly<Record<Condition, string>>
  included: string
  defects: string
  quantity(count: number): string
  handover(way: Handover, place: string | null): string
  opening: Readonly<Record<Tone, string | null>>
  closing: Readonly<Record<Tone, string | null>>
}

export const adWords: Readonly<Record<PostingLanguage, AdWords>> = {
  en: {
    condition: {
      new: 'New and unused.',
      'like-new': 'Like new.',
      excellent: 'In excellent condition.',
      good: 'In good condition.',
      fair: 'In fair condition, with signs of use.',
      poor: 'Heavily used.',
      'for-parts': 'For parts or repair only.',
    },
    included: 'Comes with',
    defects: 'What is wrong with it',
    quantity: (count) => `I have ${count} of them; the price is for one.`,
    handover: (way, place) =>
      ({
        'pick-up': `Pick-up${place === null ? '' : ` in ${place}`}.`,
        shipping: 'I ship it.',
        both: `Pick-up${place === null ? '' : ` in ${place}`}, or I ship it.`,
      })[way],
    opening: { plain: null, friendly: 'Looking for a new home:', short: null },
    closing: { plain: null, friendly: 'Questions? Just send me a message.', short: null },
  },
  de: {
    condition: {
      new: 'Neu und unbenutzt.',
      'like-new': 'Wie neu.',
      excellent: 'In sehr gutem Zustand.',
      good: 'In gutem Zustand.',
      fair: 'In ordentlichem Zustand, mit Gebrauchsspuren.',
      poor: 'Stark gebraucht.',
      'for-parts': 'Defekt, für Bastler oder als Ersatzteil.',
    },
    included: 'Dabei',
    defects: 'Mängel',
    quantity: (count) => `Ich habe ${count} Stück davon; der Preis gilt für eines.`,
    handover: (way, place) =>
      ({
        'pick-up': `Abholung${place === null ? '' : ` in ${place}`}.`,
        shipping: 'Versand.',
        both: `Abholung${place === null ? '' : ` in ${place}`} oder Versand.`,
      })[way],
    opening: { plain: null, friendly: 'Sucht ein neues Zuhause:', short: null },
    closing: { plain: null, friendly: 'Fragen? Schreib mir einfach.', short: null },
  },
  nl: {
    condition: {
      new: 'Nieuw en ongebruikt.',
      'like-new': 'Zo goed als nieuw.',
      excellent: 'In uitstekende staat.',
      good: 'In goede staat.',
      fair: 'In redelijke staat, met gebruikssporen.',
      poor: 'Veel gebruikt.',
      'for-parts': 'Defect, voor onderdelen of reparatie.',
    },
    included: 'Wordt geleverd met',
    defects: 'Gebreken',
    quantity: (count) => `Ik heb er ${count}; de prijs is per stuk.`,
    handover: (way, place) =>
      ({
        'pick-up': `Ophalen${place === null ? '' : ` in ${place}`}.`,
        shipping: 'Verzenden.',
        both: `Ophalen${place === null ? '' : ` in ${place}`} of verzenden.`,
      })[way],
    opening: { plain: null, friendly: 'Op zoek naar een nieuw thuis:', short: null },
    closing: { plain: null, friendly: 'Vragen? Stuur gerust een bericht.', short: null },
  },
}
