import { formatMoney } from '../core/money.ts'
import { distanceText, type Units } from '../core/units.ts'
import { kindNames } from '../model/offer/kinds.ts'
import { againstValue, discountFromValue } from '../model/price-against-value.ts'
import type { ListingDetail } from './schema.ts'

type Money = { priceCents: number | null; currency: string | null }

const compsShown = 12
const pricesShown = 20

/** One listing as a page of text for a terminal; what strangers wrote is stripped of control characters. */
export function listingText(detail: ListingDetail, units: Units): string {
  const { flipProfit, scoreParts, priceHistory, comps } = detail
  return [
    `${detail.demo ? 'DEMO (made up, not for sale): ' : ''}${plain(detail.title)}`,
    ...(detail.personal ? ['Only you see it: it is of a feed or file of your own.'] : []),
    `${priceOf(detail)}${shippingOf(detail)} on ${detail.marketplace}, ${stateOf(detail)}`,
    factsOf(detail, units),
    ...offerLines(detail),
    plain(detail.url),
    '',
    ...valueLines(detail),
    '',
    ...riskLines(detail),
    ...clusterLines(detail),
    `Deal score ${detail.score} of 100, on ${day(detail.scoredAt)}`,
    ...scoreParts.map(
      ({ name, points, pointsMax, sentence }) =>
        `  ${`${points}/${pointsMax}`.padStart(6)}  ${name.padEnd(9)}  ${plain(sentence)}`,
    ),
    '',
    ...(flipProfit === null ? [detail.profitUnknown ?? ''] : profitLines(flipProfit)),
    ...section(
      'Prices',
      priceHistory.slice(-pricesShown).map((point) => `  ${day(point.seenAt)}  ${priceOf(point)}`),
      priceHistory.length - pricesShown,
    ),
    ...section(
      'Comparables',
      comps
        .slice(0, compsShown)
        .map((comp) =>
          [
            `  ${String(comp.id).padStart(7)}`,
            priceOf(comp).padStart(12),
            comp.basis.padEnd(6),
            (comp.condition ?? '').padEnd(9),
            [...plain(comp.title)].slice(0, 70).join(''),
          ].join('  '),
        ),
      comps.length - compsShown,
    ),
  ].join('\n')
}

function riskLines({ risk, riskSignals }: ListingDetail): string[] {
  if (riskSignals.length === 0) return ['Risk: no sign of a swindle was found, which is no proof', '']
  return [
    `Risk ${risk.level} (${risk.score} of 100); it is no part of the score`,
    ...riskSignals.map(({ sentence }) => `  ${plain(sentence)}`),
    '',
  ]
}

function clusterLines({ cluster }: ListingDetail): string[] {
  if (cluster === null) return []
  return [`The same thing: ${plain(cluster.summary)} (deal-scout clusters show ${cluster.id})`, '']
}

function valueLines({ value, priceCents, currency }: ListingDetail): string[] {
  if (value === null) return ['Fair value unknown: too few comparable listings']
  const money = (cents: number) => formatMoney(cents, value.currency)
  const kind = value.basis === 'mixed' ? 'asking and sold' : value.basis
  const discount = discountFromValue({ priceCents, currency, value })
  const compared =
    discount === null ? '' : `: the price is ${discount === 0 ? 'that' : againstValue(discount)}`
  const confidence = value.confidence === null ? '' : `, confidence ${Math.round(value.confidence * 100)} %`
  const weak = value.method === 'category' ? ' of the whole category (weak)' : ''
  return [
    `Fair value ${money(value.midCents)}${compared}`,
    `  80 % of such things: ${money(value.lowCents)} to ${money(value.highCents)}${confidence}`,
    `  from ${value.count} ${kind} ${value.count === 1 ? 'price' : 'prices'}${weak}, ${day(value.oldestAt)} to ${day(value.newestAt)}`,
  ]
}

function profitLines(flip: NonNullable<ListingDetail['flipProfit']>): string[] {
  const money = (cents: number) => formatMoney(cents, flip.currency)
  const kind = flip.profitCents < 0 ? 'loss' : 'profit'
  const roi = flip.roiPercent === null ? '' : `, ${Math.abs(flip.roiPercent)} % of what it costs`
  return [
    `Bought to be sold again: expect a ${kind} of ${money(Math.abs(flip.profitCents))}${roi} (${signed(flip.profitIfSoldCents, money)} if it sells)`,
    ...flip.terms.map(({ cents, sentence }) => `  ${signed(cents, money).padStart(12)}  ${plain(sentence)}`),
    `  ${plain(flip.sellThroughSentence)}`,
  ]
}

function section(heading: string, lines: string[], hidden: number): string[] {
  if (lines.length === 0) return []
  return ['', hidden > 0 ? `${heading} (${hidden} more: --json)` : heading, ...lines]
}

function priceOf({ priceCents, currency }: Money): string {
  if (priceCents === null) return 'no price'
  if (priceCents === 0) return 'free'
  return currency === null ? `${priceCents} (currency unknown)` : formatMoney(priceCents, currency)
}

function shippingOf({ shippingCents, currency }: ListingDetail): string {
  if (shippingCents === null) return ''
  return shippingCents === 0
    ? ', shipped free'
    : `, shipping ${priceOf({ priceCents: shippingCents, currency })}`
}

function stateOf({ state, postedAt, firstSeenAt, lastSeenAt }: ListingDetail): string {
  const posted = postedAt === null ? `first seen ${day(firstSeenAt)}` : `posted ${day(postedAt)}`
  return `${state === 'active' ? 'for sale' : state}, ${posted}, last seen ${day(lastSeenAt)}`
}

function factsOf(detail: ListingDetail, units: Units): string {
  const { condition, category, brand, location, distanceKm } = detail
  return [
    category,
    condition === null ? 'condition unknown' : `condition ${condition}`,
    brand,
    location,
    distanceKm === null ? null : `${distanceText(distanceKm, units)} away`,
  ]
    .filter((fact) => fact !== null && fact !== '')
    .map((fact) => plain(fact!))
    .join(' · ')
}

const meanings: Readonly<Record<ListingDetail['priceMeaning'], string>> = {
  asked: '',
  placeholder: 'Its price is a filler or another than its text names.',
  free: 'It is given away.',
  periodic: 'Its price is a rate or a deposit.',
  unit: 'Its price is for one of several, or the lowest of several.',
  offers: 'Offers are wanted: its price is no price.',
  none: '',
}

/** What is offered, where that is not plainly the thing at a price. */
function offerLines({ kind, kindProbability, kindWords, priceMeaning }: ListingDetail): string[] {
  const sure = kindProbability < 0.65 ? ', but that is not sure' : ''
  const words = kindWords.map((word) => `"${plain(word)}"`).join(', ')
  const read = `Read as ${kindNames[kind]}${words === '' ? '' : `: ${words}`}${sure}.`
  return [
    ...(kind === 'thing' && sure === '' ? [] : [read]),
    ...(meanings[priceMeaning] === '' ? [] : [meanings[priceMeaning]]),
  ]
}

/** One line without control characters, which a terminal would obey. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

function signed(cents: number, money: (cents: number) => string): string {
  return cents < 0 ? `−${money(-cents)}` : money(cents)
}

function day(time: string): string {
  return time.slice(0, 10)
}
