import { isPlaceholderPrice } from '../placeholder-price.ts'
import type { TextAmounts } from './amounts.ts'
import { deviceWords } from './head-words.ts'
import { isBelowAnyFloor } from './price-floors.ts'
import type { Add, OfferSubject } from './subject.ts'
import { numberless } from './text.ts'

/** Numbers that people type where they mean none. */
const fillers = /^(?:1{1,9}|12|123|1234|12345|123456|1234567|9{2,9}|10{6,})$/

/** The price, by itself and against the amounts that the texts name. */
export function addPrice(
  add: Add,
  {
    major,
    priceCents,
    currency,
    category,
  }: Pick<OfferSubject, 'priceCents' | 'currency' | 'category'> & { major: number | null },
  amounts: TextAmounts,
  words: readonly string[],
): void {
  const level = major === null ? 'none' : major === 0 ? 'zero' : Math.round(Math.log2(major) * 1.5)
  const place = category ?? 'none'
  add('price', level)
  if (isBelowAnyFloor({ priceCents, currency, category }, words)) add('filler', 'below floor')
  add('price in', `${level} ${place}`)
  const coarse = major === null || major === 0 ? level : Math.round(Math.log2(major) / 1.5)
  add('price of', `${coarse} ${numberless(words[0] ?? '')}`)
  if (major !== null) {
    if (fillers.test(String(major))) add('filler', String(major).length)
    if (priceCents && currency && isPlaceholderPrice(priceCents, currency))
      add('filler', major > 99 ? 'known' : 'small')
    add(
      'ending',
      major >= 10 && Number.isInteger(major) ? (major % 10 === 0 ? '0' : major % 5 === 0 ? '5' : 'x') : 'c',
    )
  }
  add('currency', currency ?? 'none')
  const device = words.some((word) => deviceWords.has(word))
  if (device) add('device price', coarse)
  add('amounts', Math.min(5, amounts.count))
  add('amounts same', Math.min(2, amounts.same))
  add('asked', `${amounts.askedSame} ${ratioWords(amounts.otherAsked)}`)
  add('asked other', ratioWords(amounts.otherAsked))
  add('each', amounts.each ?? 'none')
  if (amounts.rate) add('rate', true)
  if (amounts.slip) add('slip', true)
  if (amounts.asksOther !== null) add('asks another', ratioWords(amounts.asksOther))
  if (amounts.soleOther !== null) add('sole amount', ratioWords(amounts.soleOther))
  if (amounts.others > 0) add('among', `${Math.min(1, amounts.same)} ${Math.min(4, amounts.others)}`)
  if (major !== null && major >= 1_000_000) add('filler', 'millions')
}

/** What is said of the price, by names; without one of the letters that stand beside it a pattern need not be tried. */
const priceWords: readonly (readonly [name: string, letters: readonly string[], pattern: RegExp])[] = [
  [
    'free',
    ['free', 'verschenken', 'gratis', 'donner', 'regalo', 'gratuit', 'darmo', 'oddam'],
    /\bfree\b(?! (?:shipping|delivery|postage|home|of|from|ship|p&p|standing|installation|local|parking|gift|spirit|people))(?<!\b(?:smoke|pet|smoke and pet|rust|trouble|hassle|lead|oil|fat|sugar|hands|duty|scratch|carrier|accident|contract|feel|icloud|for|disc|a|get|with|plus|and) ?-?free\b)|\b(?:zu verschenken|gratis|a donner|regalo|gratuit|za darmo|oddam)\b/i,
  ],
  [
    'offers',
    ['offer', 'worth', 'negotiable', 'preisvorschlag', 'offre', 'oferta', 'bieden', 'oferty'],
    /\b(?:make (?:me )?(?:an |a |your |us an )?(?:best |reasonable |sensible )?offer|best offers?|offers? (?:only|welcome|invited)|open to offers|what(?:'s| is) it worth|negotiable|preisvorschlag|faire offre|mejor oferta|bieden|oferty)\b/i,
  ],
  [
    'offers asked',
    ['offer', 'worth', 'bidder', 'preisvorschlag', 'offre'],
    /\b(?:make (?:me |us )?(?:an |a |your |us an )?(?:best |reasonable |sensible |fair )?offers?|(?:send|shoot|hit|give|text|throw)(?: me| us)?(?: with)? (?:an |your |a )?(?:best )?offers?|text make offer|offers? only|what(?:'s| is) it worth|(?<!\bor |\bor the |\bor nearest |\/)best offer(?! over| above)(?= *(?:[.!,;]|$|takes|wins|gets|only))|highest bidder|preisvorschlag machen|faites? (?:une |votre )?offre)\b/i,
  ],
  [
    'starting bid',
    ['bid', 'auction', 'price', 'gebot', 'mise'],
    /\b(?:starting bid|start(?:ing)? price|opening bid|bid(?:s|ding)? (?:start|begin|open)s?|reserve price|startgebot|mindestgebot|mise a prix|sold (?:at|by|to) (?:auction|the highest)|up for auction)\b/i,
  ],
  [
    'each priced',
    ['pric', 'p ea', 'p per', 'p a'],
    /\bprices? (?:shown |stated |listed |quoted |is |are |advertised )*(?:for |per )(?:each|one|1|a single|per|single|piece|item)\b|\b(?:is|are) priced (?:individually|each|separately|per)\b|\bpriced (?:individually|each|separately|per)\b|\b\d{1,2} ?p (?:each|ea|per|a)\b|\b(?:each|individual)(?:ly)? (?:one )?priced\b|\bprices? (?:in|on) (?:the )?(?:images?|pictures?|photos?|pics?|website)\b|\bper (?:book|film|game|sheet|pack|set|chair|panel|bag|roll|unit|item|person|piece)\b/i,
  ],
  [
    'ladder',
    ['$', '£', '€', '[rm]'],
    /\b(?:1|one|single)(?: pairs?| pcs?| piece)? ?(?:for|:|[-–=])? ?(?:[$£€]|\[rm\])[^.!?]{0,40}?\b(?:2|3|4|5|10|two|both|three|all)(?: pairs?| ?pcs?| pieces?)? ?(?:for|:|[-–=])? ?(?:[$£€]|\[rm\])|\b(?:single|small|double|king|large)\b[^.!?]{0,12}[$£€] ?\d+[^.!?]{0,12}\b(?:double|medium|large|king|small)\b[^.!?]{0,12}[$£€] ?\d/i,
  ],
  [
    'message',
    ['price', 'details', 'quote', 'more'],
    /\b(?:message|call|text|contact|ask|email|enquire)(?: me| us)? for (?:a )?(?:prices?|details|quote|more)\b|\bprices? (?:on|upon) (?:request|inquiry|enquiry)\b|\bprices? (?:vary|range|start|listed|below)/i,
  ],
]

/** What is said of the price in words. */
export function addPriceWords(add: Add, text: string, major: number | null): void {
  const level = major === null ? 'none' : major === 0 ? 'zero' : major <= 1 ? 'one' : 'some'
  const small = text.toLowerCase()
  for (const [name, letters, pattern] of priceWords)
    if (letters.some((one) => small.includes(one)) && pattern.test(text))
      add('price words', `${name} ${level}`)
}

function ratioWords(ratio: number | null): string {
  if (ratio === null) return 'none'
  return ratio >= 1000
    ? 'thousand'
    : ratio >= 9
      ? 'ten'
      : ratio >= 2
        ? 'double'
        : ratio > 1.15
          ? 'other'
          : ratio > 1.06
            ? 'next'
            : 'near'
}
