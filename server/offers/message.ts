import type { Authorized } from '../core/actor.ts'
import { badInput, notFound } from '../core/errors.ts'
import { formatMoney, minorDigits, toMinorUnits } from '../core/money.ts'
import { builtIn, builtIns, greeting, languageOf } from './built-in.ts'
import { type NoOffer, type OpeningOffer, openingOffer } from './offer.ts'
import { followableUrl, plainLine } from './plain.ts'
import {
  type Language,
  type Message,
  type MessageKind,
  type MessageQuery,
  messageKinds,
  type OfferSubject,
  type PreviewInput,
} from './schema.ts'
import { defaultTemplate, getTemplate, templateNamed } from './store.ts'
import { type Facts, renderTemplate } from './template.ts'
import { readTemplate, type TemplateDeps } from './templates.ts'

export interface MessageDeps extends TemplateDeps {
  /** What is known of a listing; null = there is none that the person sees. */
  offerSubject(userId: Authorized<'read'>, listingId: number): Promise<OfferSubject | null>
}

export const sendNote =
  'This is a draft. Deal Scout sends nothing: read it, change it, and send it yourself on the page of the listing.'

/** A draft to the seller of a listing, with the offer in it explained. Nothing is sent. */
export async function draftMessage(
  deps: MessageDeps,
  userId: Authorized<'read'>,
  listingId: number,
  query: MessageQuery,
): Promise<Message> {
  const subject = await deps.offerSubject(userId, listingId)
  if (!subject) throw notFound('listing')
  const suggested = openingOffer(subject)
  const chosen = query.offer === undefined ? suggested : ownOffer(subject, suggested, query.offer)
  const offer = 'none' in chosen ? null : chosen
  const language = query.language ?? languageOf(subject.country)
  const found = await chooseTemplate(deps, userId, query, kindFor(chosen), language)
  const draft = renderTemplate(
    readTemplate(found.body),
    factsOf(subject, found.language, { offerCents: offer?.offerCents ?? null, ...query }),
  )
  return {
    ...draft,
    kind: found.kind,
    language: found.language,
    template: { id: found.id, name: found.name },
    offerCents: offer?.offerCents ?? null,
    walkAwayCents: offer?.walkAwayCents ?? null,
    currency: subject.currency,
    reason: 'none' in chosen ? chosen.none : chosen.reason,
    sentences: offer?.sentences ?? [],
    listingUrl: followableUrl(subject.url),
    demo: subject.demo,
    note: subject.demo ? `The demo made this listing up: there is nobody to write to. ${sendNote}` : sendNote,
  }
}

/** A template that is being written, filled with the facts of a listing or of a sample. */
export async function previewTemplate(
  deps: MessageDeps,
  userId: Authorized<'read'>,
  input: PreviewInput,
): Promise<{ text: string; missing: string[] }> {
  const template = readTemplate(input.body)
  const subject = input.listingId === undefined ? sample : await deps.offerSubject(userId, input.listingId)
  if (!subject) throw notFound('listing')
  const offer = openingOffer(subject)
  const offerCents = 'none' in offer ? null : offer.offerCents
  return renderTemplate(template, factsOf(subject, input.language, { ...input, offerCents }))
}

function ownOffer(subject: OfferSubject, suggested: OpeningOffer | NoOffer, text: string): OpeningOffer {
  const { currency, priceCents } = subject
  if (currency === null) {
    throw badInput(
      'Nobody said which currency this listing is in: leave the offer out and ask for the price.',
      {
        offer: 'has no currency',
      },
    )
  }
  const offerCents = toMinorUnits(text, currency)
  if (offerCents === null || offerCents === 0) {
    throw badInput(
      `The offer ${JSON.stringify(text)} is not an amount: write a number of ${currency} without its sign, such as 150 or 149.50.`,
      { offer: 'is not an amount' },
    )
  }
  const money = (cents: number) => formatMoney(cents, currency)
  const advice =
    'none' in suggested ? suggested.none : `Suggested was ${money(suggested.offerCents)}. ${suggested.reason}`
  const walkAwayCents = 'none' in suggested ? offerCents : Math.max(suggested.walkAwayCents, offerCents)
  const isAbove = priceCents !== null && offerCents > priceCents
  return {
    offerCents,
    walkAwayCents,
    style: priceCents !== null && offerCents === priceCents ? 'asking' : 'under',
    reason: `The offer is your own. ${advice}`,
    sentences: [
      ...(isAbove ? [`It is more than the asking price of ${money(priceCents)}.`] : []),
      ...('none' in suggested ? [] : suggested.sentences.filter((one) => !one.startsWith('The offer is '))),
    ],
  }
}

function kindFor(offer: OpeningOffer | NoOffer): MessageKind {
  if ('none' in offer) return offer.free ? 'free' : 'first-contact'
  return offer.style === 'asking' ? 'firm-price' : 'offer'
}

interface Chosen {
  id: number | null
  name: string
  kind: MessageKind
  language: Language
  body: string
}

/** A template by id, name, built-in name or kind; without any, the person's default for what fits, else a built-in. */
async function chooseTemplate(
  deps: MessageDeps,
  userId: Authorized<'read'>,
  query: MessageQuery,
  fitting: MessageKind,
  language: Language,
): Promise<Chosen> {
  const wanted = query.template
  const kind = wanted === undefined ? fitting : messageKinds.find((one) => one === wanted)
  if (kind !== undefined) {
    return (
      (await defaultTemplate(deps.db, userId, kind, language, query.language === undefined)) ??
      asChosen(builtIn(kind, language))
    )
  }
  const own = /^\d{1,15}$/.test(wanted!)
    ? await getTemplate(deps.db, userId, Number(wanted))
    : await templateNamed(deps.db, userId, wanted!)
  if (own) return own
  const shipped = builtIns.find(({ name }) => name === wanted)
  if (shipped) return asChosen(shipped)
  throw badInput(
    `There is no template "${wanted}": name one of yours, a kind (${messageKinds.join(', ')}), or a built-in one such as de/offer.`,
    { template: 'is unknown' },
  )
}

const asChosen = (one: Omit<Chosen, 'id'>): Chosen => ({ ...one, id: null })

/** What of a listing may stand in a message: facts and the cut title, none of its other text. */
export function factsOf(
  subject: OfferSubject,
  language: Language,
  given: { offerCents: number | null; pickup?: string | undefined; name?: string | undefined },
): Facts {
  const { priceCents, currency } = subject
  const seller = plainLine(subject.seller, 40)
  const days = Math.floor(subject.daysOnMarket)
  return {
    greeting: greeting(language, seller),
    title: plainLine(subject.title, 80),
    offer:
      given.offerCents === null || currency === null ? null : moneyIn(language, given.offerCents, currency),
    price:
      priceCents === null || priceCents === 0 || currency === null
        ? null
        : moneyIn(language, priceCents, currency),
    seller,
    place: plainLine(subject.place, 60),
    pickup: plainLine(given.pickup, 120),
    days: days >= 1 ? String(days) : null,
    marketplace: plainLine(subject.marketplace, 60),
    name: plainLine(given.name, 120),
  }
}

const locales: Record<Language, string> = { en: 'en-US', de: 'de-DE', es: 'es-ES', fr: 'fr-FR' }

/** An amount as people of the language write it, with plain spaces: `1.200 €`. */
function moneyIn(language: Language, cents: number, currency: string): string {
  if (language === 'en' || !/^[A-Z]{3}$/.test(currency)) return formatMoney(cents, currency)
  const digits = minorDigits(currency)
  return new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay: 'stripIfInteger',
    useGrouping: 'always',
  } as Intl.NumberFormatOptions)
    .format(cents / 10 ** digits)
    .replace(/\s/gu, ' ')
}

const sample: OfferSubject = {
  listingId: 0,
  title: 'Walnut bookcase, five shelves',
  description: null,
  url: 'https://example.com/',
  marketplace: 'Example',
  seller: 'Alex',
  place: 'Oakland, CA',
  country: 'US',
  demo: false,
  priceCents: 12_000,
  currency: 'USD',
  value: null,
  daysOnMarket: 9,
  priceDropCount: 0,
  buyingFormat: 'classified',
  condition: 'good',
  state: 'active',
  offered: { kind: 'thing', price: 'asked' },
}
