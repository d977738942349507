import type { SaleMail } from '../../../model/selling.ts'
import type { MailMessage } from '../../contract.ts'
import { adsCalled, amountOf, labelled, linesOf, titleAs } from '../../sale-mail.ts'
import { identifyEbay } from '../link.ts'

/** The only subject that was found in published programs which read these mails; those in other languages are not known. */
const subjectStart = 'you made the sale for '
/** Members write to one another from other addresses below its domains. */
const ownSender = /^ebay@ebay\.[a-z.]{2,6}$/
const orderNumber = /^\d{2}-\d{5}-\d{5}$/
const itemNumber = /^\d{9,15}$/

/** What eBay writes to a seller whose thing was bought. */
export function readSaleMail(message: MailMessage): SaleMail | null {
  const { from, subject, html } = message
  if (!ownSender.test(from) || !subject.toLowerCase().startsWith(subjectStart)) return null
  const called = titleAs(subject.slice(subjectStart.length).trim())
  if (called === null) return null
  const lines = linesOf({ ...message, text: html === null ? message.text : null })
  const order = labelled(lines, ['order', 'order number'])
  const quantity = quantityIn(labelled(lines, ['quantity', 'quantity sold', 'qty']))
  const ad = adIn(message, called.title, lines)
  // Of several it is not said whether the amount is for one or for all of them.
  const price = quantity === null || quantity > 1 ? null : labelled(lines, ['sold', 'item price'])
  return {
    kind: 'sold',
    orderId: order !== null && orderNumber.test(order) ? order : null,
    lines: [
      {
        ...called,
        ...{ adId: ad?.number ?? null, adUrls: ad?.urls ?? [], quantity },
        ...amountOf(price),
      },
    ],
  }
}

/** Where none stands, one was sold. */
function quantityIn(text: string | null): number | null {
  if (text === null) return 1
  return /^\d{1,4}$/.test(text) && Number(text) > 0 ? Number(text) : null
}

/** By the number that the mail names, else by the one link that is called as the thing is. */
function adIn({ html }: MailMessage, title: string, lines: readonly string[]) {
  const number = labelled(lines, ['item number', 'item id'])
  if (number !== null && itemNumber.test(number)) return { number, urls: [] }
  const ads = adsCalled(html, title, identifyEbay)
  const numbers = new Set(ads.map(({ externalId }) => externalId.split('|')[1]!))
  const [only] = numbers
  return numbers.size === 1 && only !== undefined ? { number: only, urls: ads.map(({ url }) => url) } : null
}
