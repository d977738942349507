import type { SaleMail, SaleMailLine } from '../model/selling.ts'
import {
  adsCalled,
  amountOf,
  labelled,
  linesOf,
  type SaleMailReader,
  sameTitle,
  tidy,
  titleAs,
} from './sale-mail.ts'

/**
 * Sites without an adapter whose mails about sales are read; each is exported under its id. Only from the senders that are known
 * to send them: what people write to one another is signed by the site, too.
 */
export const saleMailSites = [
  { id: 'depop', domains: ['depop.com'] },
  { id: 'mercari', domains: ['mercari.com'] },
  { id: 'poshmark', domains: ['poshmark.com'] },
  { id: 'vinted', domains: ['vinted.com'] },
] as const

const unknownAd = { adId: null, adUrls: [] } as const
const noAmount = { priceCents: null, currency: null } as const
/** Lines between a label and what it is of. */
const nearMax = 8

/** An ad sells once there, so that its number is the number of its sale. */
export const mercari: SaleMailReader = {
  readSaleMail(message) {
    // Of the United States: those of other countries are not known.
    if (!/@alerts\.us\.mercari\.com$/.test(message.from)) return null
    const [, named = ''] = /^You['’]ve made a sale: (.+)$/i.exec(message.subject) ?? []
    const called = titleAs(named)
    if (called === null) return null
    const lines = linesOf(message)
    const id = labelled(lines, ['id'])
    const adId = id !== null && /^m\d{6,15}$/.test(id) ? id : null
    const at = lines.findIndex((line) => /^price\b/i.test(line))
    const amounts = at < 0 ? [] : lines.slice(at + 1, at + 1 + nearMax)
    // Price, fees and shipping stand beside one another, each above its amount: the first is the price.
    const first = amounts.map((line) => line.split(' ')[0]!).find((word) => /^-?[$€£]/.test(word))
    return {
      kind: 'sold',
      orderId: adId,
      lines: [
        {
          ...{ ...called, adId, quantity: 1 },
          adUrls: adId === null ? [] : writtenAs('www.mercari.com', `/us/item/${adId}`),
          ...amountOf(first, 'USD'),
        },
      ],
    }
  },
}

export const poshmark: SaleMailReader = {
  readSaleMail(message) {
    const { subject } = message
    const lines = linesOf(message)
    const order = /^[\da-f]{24}$/i.exec(labelledNear(lines, /^(?:re: )?order id\b:?\s*/i) ?? '')?.[0] ?? null
    const [, off = ''] = /^Please do not ship: ["“](.+)["”] for @\S+ was cancell?ed/i.exec(subject) ?? []
    const cancelled = titleAs(off)
    if (cancelled !== null)
      return {
        kind: 'cancelled',
        orderId: order,
        lines: [{ ...cancelled, ...unknownAd, quantity: 1, ...noAmount }],
      }
    const [, named = ''] = /^["“](.+)["”] just sold to @\S+ on Poshmark/i.exec(subject) ?? []
    if (message.from !== 'orders@poshmark.com') return null
    const called = titleAs(named)
    const isBundle =
      / and \d+ more items?$/i.test(named) ||
      (named === '' && /\bbundle just sold to @\S+ on Poshmark/i.test(subject))
    if (called === null && !isBundle) return null
    const rows = poshmarkRows(lines)
    const own = isBundle ? rows : rows.filter(({ title }) => sameTitle(title, named))
    const sold = own.length > 0 ? own : called === null || isBundle ? [] : [{ ...called, ...noAmount }]
    if (sold.length === 0) return null
    return {
      kind: 'sold',
      orderId: order,
      lines: sold.map((one) => ({ ...one, ...poshmarkAd(message.html, one.title), quantity: 1 })),
    }
  },
}

/** Each thing of an order: its title, its size, its price. */
function poshmarkRows(lines: readonly string[]) {
  return lines.flatMap((line, at) => {
    const called = /^size:/i.test(line) ? titleAs(lines[at - 1] ?? '') : null
    if (called === null) return []
    const price = lines.slice(at + 1, at + 4).find((next) => /^price:/i.test(next))
    return [{ ...called, ...amountOf(price?.slice('price:'.length).trim()) }]
  })
}

function poshmarkAd(html: string | null, title: string): Pick<SaleMailLine, 'adId' | 'adUrls'> {
  const ads = adsCalled(html, title, (address) => {
    const url = URL.parse(address)
    const isAd =
      url !== null &&
      /^(?:www\.)?poshmark\.com$/.test(url.hostname) &&
      /^\/listing\/[^/]+$/.test(url.pathname)
    return isAd ? url.pathname : null
  })
  return { adId: null, adUrls: ads.length === 1 ? writtenAs('poshmark.com', ads[0]!) : [] }
}

/** Its mails name neither an order nor an ad. */
export const vinted: SaleMailReader = {
  readSaleMail(message) {
    if (message.from !== 'no-reply@vinted.com') return null
    if (!/^you sold an item on vinted$/i.test(message.subject.trim())) return null
    const lines = linesOf(message)
    const at = lines.findIndex((line) => / has bought$/i.test(line))
    const called = at < 0 ? null : titleAs(lines[at + 1] ?? '')
    if (called === null) return null
    return sold([{ ...called, ...unknownAd, quantity: 1, ...amountOf(lines[at + 2]) }])
  },
}

/** Its mails name neither an order nor an ad, and cut titles. */
export const depop: SaleMailReader = {
  readSaleMail(message) {
    if (!/@(?:alerts|ohhey)\.depop\.com$/.test(message.from)) return null
    if (!/\bsale confirmation for @\S+$/i.test(message.subject.trim())) return null
    const lines = linesOf(message)
    const from = lines.findIndex((line) => /^order details$/i.test(line))
    const to = lines.findIndex((line, at) => at > from && /^(?:ship to|payment details)\b/i.test(line))
    if (from < 0 || to < 0) return null
    const found: SaleMailLine[] = []
    let called: ReturnType<typeof titleAs> = null
    for (const line of lines.slice(from + 1, to)) {
      const amount = amountOf(line)
      const isAmount = /^(?:[A-Z]{0,3}[$€£]\s?\d|\d[\d.,]*\s?[$€£])/.test(line)
      if (isAmount && called !== null) found.push({ ...called, ...unknownAd, quantity: 1, ...amount })
      if (isAmount) called = null
      else if (!/^size:?/i.test(line) && !/^image$/i.test(line))
        called ??= titleAs(tidy(line.replace(/^image /i, '')))
    }
    return found.length === 0 ? null : sold(found)
  },
}

const sold = (lines: readonly SaleMailLine[]): SaleMail => ({ kind: 'sold', orderId: null, lines })

/** Behind a label without a colon. */
function labelledNear(lines: readonly string[], label: RegExp): string | null {
  const at = lines.findIndex((line) => label.test(line))
  if (at < 0) return null
  const rest = lines[at]!.replace(label, '').trim()
  return (rest === '' ? (lines[at + 1] ?? '') : rest).split(' ')[0] ?? null
}

/** As people copy such an address. */
function writtenAs(host: string, path: string): string[] {
  const bare = host.replace(/^www\./, '')
  return [bare, `www.${bare}`].flatMap((name) => [`https://${name}${path}`, `https://${name}${path}/`])
}
