import { formatMoney } from '../../../core/money.ts'
import type { Category, Condition } from '../../listing-schema.ts'
import type { OfferKind } from '../../offer/kinds.ts'
import { utc } from '../message-sentences.ts'

export const money = (minorUnits: number, currency: string) => formatMoney(minorUnits, currency, 'de')

export const price = (priceCents: number, currency: string) =>
  priceCents === 0 ? 'gratis' : money(priceCents, currency)

/** "1,5", "2": with a comma, without needless zeros. */
export const figure = (number: number, digits = 1) => String(Number(number.toFixed(digits))).replace('.', ',')

export const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

export const quoted = (terms: readonly string[]) =>
  terms.map((term) => `„${term.replace(/^["“”]|["“”]$/g, '')}“`).join(', ')

/** "28 % unter dem Wert", "5 % über dem Wert", "genau beim Wert", "das 3-Fache des Werts". */
export function againstValue(discountPct: number): string {
  if (discountPct === 0) return 'genau beim Wert'
  if (discountPct <= -200) return `das ${Math.round(1 - discountPct / 100)}-Fache des Werts`
  return `${Math.abs(discountPct)} % ${discountPct > 0 ? 'unter' : 'über'} dem Wert`
}

export const conditionNames: Readonly<Record<Condition, string>> = {
  new: 'neu',
  'like-new': 'wie neu',
  excellent: 'sehr gut',
  good: 'gut',
  fair: 'in Ordnung',
  poor: 'schlecht',
  'for-parts': 'für Bastler',
}

export const conditions = (some: readonly string[]) =>
  some.map((one) => conditionNames[one as Condition] ?? one).join(', ')

export const kindNames: Readonly<Record<OfferKind, string>> = {
  thing: 'die Sache selbst',
  accessory: 'Zubehör',
  part: 'ein Teil',
  broken: 'defekt oder für Bastler',
  fake: 'ein Nachbau',
  wanted: 'ein Gesuch',
  service: 'ein Dienst',
  rental: 'zu mieten',
  trade: 'nur zum Tausch',
  lot: 'mehrere zusammen',
  catalogue: 'die Werbung eines Händlers',
  other: 'etwas anderes',
}

const categoryNames: Readonly<Record<Category, string>> = {
  phones: 'Handys',
  computers: 'Computer',
  tablets: 'Tablets',
  cameras: 'Kameras',
  audio: 'Audio',
  'tv-video': 'TV und Video',
  games: 'Spiele und Konsolen',
  electronics: 'Elektronik',
  furniture: 'Möbel',
  appliances: 'Haushaltsgeräte',
  home: 'Haushalt',
  garden: 'Garten',
  tools: 'Werkzeug',
  bikes: 'Fahrräder',
  cars: 'Autos',
  motorcycles: 'Motorräder',
  'vehicle-parts': 'Fahrzeugteile',
  'boats-rv': 'Boote und Wohnmobile',
  clothing: 'Kleidung',
  shoes: 'Schuhe',
  bags: 'Taschen',
  jewelry: 'Schmuck',
  watches: 'Uhren',
  beauty: 'Schönheit und Pflege',
  sports: 'Sport',
  toys: 'Spielzeug',
  baby: 'Baby',
  pets: 'Haustiere',
  books: 'Bücher',
  music: 'Musik',
  instruments: 'Instrumente',
  collectibles: 'Sammeln',
  art: 'Kunst',
  office: 'Büro',
  business: 'Gewerbe',
  housing: 'Wohnen',
  services: 'Dienste',
  jobs: 'Jobs',
  tickets: 'Tickets',
  free: 'Zu verschenken',
  other: 'Alles andere',
}

export const categories = (some: readonly string[]) =>
  some.map((one) => categoryNames[one as Category] ?? one).join(', ')

/** "30.11.2026, 02:09 UTC"; what is no moment stays as it is. */
export function moment(iso: string): string {
  const ms = Date.parse(iso)
  if (Number.isNaN(ms)) return utc(iso)
  const format = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  return `${format.format(ms)} UTC`
}
