import { type ParsedPrice, priceIn } from '../../core/money.ts'

/** What a post asks: one price, several (which then is none), or none. */
export type Asked = { kind: 'one'; price: ParsedPrice } | { kind: 'several' | 'none' }

const linesMax = 300
const lineMax = 600
/** A figure beside a sign or code of money. */
const amount =
  /[$£€] ?\d[\d,.]{0,12}|\b(?:usd|cad|gbp|eur|aud|nzd) ?\d[\d,.]{0,12}|\b\d[\d,.]{0,12} ?(?:[$£€]|(?:usd|cad|gbp|eur|aud|nzd)\b)/gi
const isOver = /\b(?:pending|sold|sold to|spf|on hold|reserved|traded|gone)\b/i

/**
 * The one price that title and text ask. Where they name several, or where a part of what is offered is struck through,
 * pending or sold at a price of its own, none is that of the whole.
 */
export function askedPrice(have: string, text: string, currency: string | undefined): Asked {
  const found = new Map<string, ParsedPrice>()
  let several = false
  // A sentence is for itself: "Asking $500. Paid $1200."
  const lines = [have, ...text.slice(0, 40_000).split(/\n|(?<=[.!?])\s+/, linesMax)]
  for (const written of lines) {
    const line = plainLine(written)
    const figures = line.match(amount)?.length ?? 0
    if (figures === 0 && !/\d/.test(line)) continue
    const left = line.replace(/~~[^~]{0,400}~~/g, ' ')
    const hasStruck = left !== line && !left.match(amount)
    if (isOver.test(left) || hasStruck) {
      several ||= figures > 0
      continue
    }
    const price = figures === 0 ? null : priceIn(left, currency)
    if (price) found.set(`${price.priceCents} ${price.currency}`, price)
    // Several that could each be asked; one alone that is none is a former price, shipping or the like.
    else if (figures > 1) several = true
  }
  const [price] = found.values()
  if (several || found.size > 1) return { kind: 'several' }
  return price === undefined ? { kind: 'none' } : { kind: 'one', price }
}

/** Without addresses, whose figures are none of the text, and without marks of emphasis. */
function plainLine(line: string): string {
  return (
    line
      .slice(0, lineMax)
      .replace(/\]\([^)\s]{0,400}[^)]{0,100}\)/g, ']')
      .replace(/https?:\/\/\S{1,400}/g, ' ')
      .replace(/(?:\*\*|__|`|\\|[[\]])/g, '')
      // What it costs with shipping is what it costs; said behind an amount it would make that the cost of shipping.
      .replace(
        /\b(?:shipping (?:is )?included|including shipping|incl\.? shipping|with shipping|shipped)\b/gi,
        ' ',
      )
      .trim()
  )
}
