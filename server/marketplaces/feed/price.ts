import { type ParsedPrice, parsePrice, priceIn, toMinorUnits } from '../../core/money.ts'
import type { Entry } from './entries.ts'
import type { Extras } from './extras.ts'

/** Prices stand near the beginning of a description; beyond lie terms, phone numbers and other offers. */
const descriptionMax = 2000

/** `- free`, `(free)`, `[gratis]` at the end of a title; "smoke-free" is none. */
const freeAtEnd = /(?:^|\s[-–—|:]\s*|[([]\s*)(?:free|gratis|kostenlos|zu verschenken)\s*[)\]!.]*$/iu

/**
 * The price of an entry: its price element, else the asking price that its title states, else its description.
 * Undefined when none of them states one with certainty: a feed's view shows no prices then.
 */
export function priceOf(
  entry: Entry,
  extras: Extras | undefined,
  title: string,
  descriptions: readonly string[],
  currencyHint: string | undefined,
): ParsedPrice | undefined {
  const hint = extras?.currency?.toUpperCase() ?? currencyHint
  const stated = extras?.price === undefined ? null : parsePrice(extras.price.slice(0, 100), hint)
  if (stated) return stated
  const media = mediaPrice(entry)
  if (media) return media
  const inTitle = priceIn(title, currencyHint)
  if (inTitle) return inTitle
  if (saysFree(title)) return { priceCents: 0, currency: currencyHint ?? null }
  for (const description of descriptions) {
    const price = priceIn(description.slice(0, descriptionMax), currencyHint)
    // "$0 down", "0 € shipping": a description's zero is no price.
    if (price && price.priceCents > 0) return price
  }
  return undefined
}

/**
 * The price that the title of a deal ends with: "Two mitts (Aqua Sky) $9.50 + Free S&H", "Tag $25 @ Shop", "… for $99". Before it
 * may stand what it was, and what of it is sent at.
 */
export function dealPriceIn(title: string, currencyHint: string | undefined): ParsedPrice | undefined {
  const tail =
    /(?:[$£€]|\b(?:A|AU|US)\$) ?\d[\d.,]{0,12}(?= ?(?:$|\+|@|after\b|w\/|with\b|shipped\b|delivered\b|at\b|via\b|\())/i.exec(
      title,
    )
  // Of several in the title the roles decide.
  if (!tail || /[$£€] ?\d|\d ?[£€]/.test(title.slice(0, tail.index))) return undefined
  // A second one behind it is for something else, but for what shipping costs.
  const behind = title.slice(tail.index + tail[0].length)
  if (
    /[$£€] ?\d/.test(
      behind.replace(/\+ ?[$£€] ?\d[\d.,]{0,12} ?(?:shipping|s&h|delivery|postage|del\b)[^$£€]{0,200}/i, ' '),
    )
  )
    return undefined
  return parsePrice(tail[0], currencyHint) ?? undefined
}

function saysFree(title: string): boolean {
  return freeAtEnd.test(title) || (!/\p{N}/u.test(title) && parsePrice(title)?.priceCents === 0)
}

function mediaPrice({ price }: Entry): ParsedPrice | null {
  const currency = price?.currency.trim().toUpperCase()
  if (!price || !currency || !/^[A-Z]{3}$/.test(currency)) return null
  const priceCents = toMinorUnits(price.amount, currency)
  return priceCents === null ? null : { priceCents, currency }
}
