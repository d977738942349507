import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MailMessage } from './contract.ts'
import { readSaleMail as readEbay } from './ebay/mails/sale-mail.ts'
import { depop, mercari, poshmark, vinted } from './sale-mails-elsewhere.ts'

const mail = (over: Partial<MailMessage>): MailMessage => ({
  ...{ from: 'x@example.com', subject: '', sentAt: null, text: null, html: null },
  ...over,
})
const row = (label: string, value: string) =>
  `<tr><td><h4 class="labelValueLabel">${label}</h4></td><td>${value}</td></tr>`

/** As published programs say that such a mail is made: labels and values in a table, the thing as a link above. */
const ebayMail = (over: { rows?: string; link?: string; subject?: string; title?: string } = {}) => {
  const { title = 'Green desk lamp, brass foot', link = 'https://www.ebay.com/itm/123456789012?mkevt=1' } =
    over
  const { rows = row('Sold:', '$24.50') + row('Shipping:', '$6.00') + row('Order:', '12-34567-89012') } = over
  return mail({
    from: 'ebay@ebay.com',
    subject: over.subject ?? `You made the sale for ${title}`,
    html: `<html><body><table><tr><td><a href="${link}"><h3>${title}</h3></a></td></tr>${rows}</table>
      <p>You may like, too</p><a href="https://www.ebay.com/itm/999999999999">Red desk lamp</a></body></html>`,
  })
}

describe('a mail of eBay', () => {
  it('tells order, ad and amount of a sale; other ads in it are none of it, nor is what shipping cost', () => {
    expect(readEbay(ebayMail())).toEqual({
      kind: 'sold',
      orderId: '12-34567-89012',
      lines: [
        {
          ...{ title: 'Green desk lamp, brass foot', isTitleCut: false, quantity: 1 },
          ...{ adId: '123456789012', adUrls: ['https://www.ebay.com/itm/123456789012'] },
          // A dollar: of which country is not said.
          ...{ priceCents: 2450, currency: null },
        },
      ],
    })
    const euro = readEbay(ebayMail({ rows: row('Sold:', '24,50 €') + row('Item number:', '987654321098') }))
    expect(euro).toMatchObject({
      orderId: null,
      lines: [{ adId: '987654321098', priceCents: 2450, currency: 'EUR' }],
    })
  })
  it('leaves out what is not certain: the ad where links contradict or have another name, the amount of several', () => {
    const elsewhere = readEbay(ebayMail({ link: 'https://www.ebay.com/help' }))
    expect(elsewhere).toMatchObject({ lines: [{ adId: null, adUrls: [] }] })
    const twice = ebayMail({ rows: row('Order:', '12-34567-89012') + row('Order:', '12-34567-89013') })
    expect(readEbay(twice)).toMatchObject({ orderId: null })
    const several = readEbay(ebayMail({ rows: row('Quantity:', '3') + row('Sold:', '$5.00') }))
    expect(several).toMatchObject({ lines: [{ quantity: 3, priceCents: null, currency: null }] })
    expect(readEbay(ebayMail({ rows: row('Quantity:', 'many') }))).toMatchObject({
      lines: [{ quantity: null }],
    })
  })
  it.each([
    'Your eBay labels are ready',
    'New listings for your saved search',
    'Did you see? You made the sale for a lamp',
    'You made the sale for ',
  ])('is none about a sale where its subject is another: %s', (subject) => {
    expect(readEbay(ebayMail({ subject }))).toBeNull()
  })
})

it('what others write by way of a marketplace, which signs that too, is no sale, whatever its subject says', () => {
  const { subject, html } = ebayMail()
  for (const from of ['someone_1@members.ebay.com', 'ebay@reply.ebay.com', 'friend@ebay.com'])
    expect([from, readEbay(mail({ from, subject, html }))]).toEqual([from, null])
  const text = 'Hello seller1,\nbuyer9 has bought\nShoes\n€6.40'
  for (const from of ['no-reply@team.vinted.com', 'someone@vinted.com'])
    expect(vinted.readSaleMail(mail({ from, subject: 'You sold an item on Vinted', text }))).toBeNull()
})

describe('a mail of Mercari', () => {
  const body = (over = '') =>
    `Item details\r\n\r\nWool hat, grey (\r\nhttps://links.example.com/x )\r\n\r\nID: m10000000009\r\n\r\nPrice\r\nSelling fee\r\n${over}$13.00\r\n-$1.79\r\nEarnings\r\n$11.21`
  it('tells the ad, which sells once, and the price, not what is left of it', () => {
    const from = 'no-reply@alerts.us.mercari.com'
    const read = mercari.readSaleMail(
      mail({ from, subject: "You've made a sale: Wool hat, grey", text: body() }),
    )
    expect(read).toMatchObject({
      ...{ kind: 'sold', orderId: 'm10000000009' },
      lines: [{ title: 'Wool hat, grey', adId: 'm10000000009', priceCents: 1300, currency: 'USD' }],
    })
    const other = mail({ from: 'a@mercari.com', subject: 'You’ve made a sale: Wool hat', text: body() })
    expect(mercari.readSaleMail(other)).toBeNull()
  })
  it('of anything else is none', () => {
    expect(
      mercari.readSaleMail(
        mail({ from: 'a@alerts.us.mercari.com', subject: 'Your item was liked', text: body() }),
      ),
    ).toBeNull()
  })
})

describe('a mail of Poshmark', () => {
  const order = 'Order ID\r\n0123456789abcdef01234567\r\nTracking Number\r\n94000'
  const thing = (title: string, price: string) => `${title}\r\nSize: M\r\nPrice: ${price}\r\n${price}`
  const about = (subject: string, text: string) =>
    poshmark.readSaleMail(mail({ from: 'orders@poshmark.com', subject, text }))
  it('tells order and price, of a bundle of each thing', () => {
    const one = about(
      '"Blue rain coat" just sold to @someone on Poshmark!',
      `${order}\r\n${thing('Blue rain coat', '$24.00')}`,
    )
    expect(one).toMatchObject({
      ...{ kind: 'sold', orderId: '0123456789abcdef01234567' },
      lines: [{ title: 'Blue rain coat', priceCents: 2400, currency: null, adUrls: [] }],
    })
    const things = `${order}\r\n${thing('Blue rain coat', '$10.00')}\r\n${thing('Red scarf', '$12.50')}`
    const many = about('Your bundle just sold to @someone on Poshmark!', things)
    expect(many?.lines.map(({ title, priceCents }) => [title, priceCents])).toEqual([
      ['Blue rain coat', 1000],
      ['Red scarf', 1250],
    ])
  })
  it('that an order was called off is no sale, and somebody else’s sale is none', () => {
    const off = about(
      'Please do not ship: "Blue rain coat" for @someone was canceled',
      `Re: Order Id 0123456789abcdef01234567\r\nHi`,
    )
    expect(off).toMatchObject({ kind: 'cancelled', orderId: '0123456789abcdef01234567' })
    expect(about('A listing that you liked just sold: "Blue rain coat"', order)).toBeNull()
    expect(about('Reminder to ship your Poshmark order: "Blue rain coat"', order)).toBeNull()
  })
})

it('mails of Vinted and Depop tell titles and amounts, and neither order nor ad', () => {
  const text =
    'Hello seller1,\r\nbuyer9 has bought\r\n\r\nRunning shoes size 8\r\n€6.40\r\n\r\nPlease send it.'
  const shoes = { title: 'Running shoes size 8', priceCents: 640, currency: 'EUR', adId: null }
  expect(
    vinted.readSaleMail(mail({ from: 'no-reply@vinted.com', subject: 'You sold an item on Vinted', text })),
  ).toMatchObject({
    ...{ orderId: null, lines: [shoes] },
  })
  expect(
    vinted.readSaleMail(mail({ from: 'no-reply@vinted.com', subject: 'This order is completed', text })),
  ).toBeNull()
  const two =
    'Order details\r\nimage Film poster with a frame, signed...\r\n\r\n$6.99\r\nimage\r\nStriped jumper\r\nSize:\r\nS\r\n£30.00\r\nShip to\r\nSomebody\r\n$1.00'
  const subject = 'Your USPS shipping label and sale confirmation for @buyer2.'
  expect(depop.readSaleMail(mail({ from: 'sold@alerts.depop.com', subject, text: two }))).toMatchObject({
    lines: [
      { title: 'Film poster with a frame, signed', isTitleCut: true, priceCents: 699, currency: null },
      { title: 'Striped jumper', isTitleCut: false, priceCents: 3000, currency: 'GBP' },
    ],
  })
})

it('whatever stands in a mail, reading it ends, and no amount, number or quantity comes of it that is none', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      'Order: ',
      '12-34567-89012',
      'Price',
      '$-5',
      '$1e9',
      'ID: m1',
      ' has bought',
      '\n',
      'Size:',
      'Order ID',
      '<td>',
    ),
  )
  const starts = [
    ['ebay@ebay.com', 'You made the sale for '],
    ['a@alerts.us.mercari.com', "You've made a sale: "],
    ['orders@poshmark.com', '"x" just sold to @y on Poshmark'],
    ['no-reply@vinted.com', 'You sold an item on Vinted'],
    ['sold@alerts.depop.com', 'sale confirmation for @x'],
  ] as const
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }),
      fc.constantFrom(...starts),
      fc.boolean(),
      (parts, [from, start], isHtml) => {
        const body = parts.join('\n')
        const message = mail({
          from,
          subject: start + (start.endsWith(' ') ? (parts[0] ?? '') : ''),
          ...(isHtml ? { html: body } : { text: body }),
        })
        for (const reader of [{ readSaleMail: readEbay }, mercari, poshmark, vinted, depop]) {
          const read = reader.readSaleMail(message)
          for (const line of read?.lines ?? []) {
            expect(line.title.trim()).not.toBe('')
            expect(
              line.priceCents === null || (Number.isSafeInteger(line.priceCents) && line.priceCents > 0),
            ).toBe(true)
            expect(line.quantity === null || line.quantity > 0).toBe(true)
          }
        }
      },
    ),
    { numRuns: 300 },
  )
})

it.each([
  ['quotes', `"${'x" just sold to @'.repeat(20_000)}`],
  ['more items', `"a${' and 1'.repeat(50_000)}" just sold to @y on Poshmark`],
])('is not held up by %s without end', (_, subject) => {
  const startedAt = performance.now()
  for (const reader of [{ readSaleMail: readEbay }, mercari, poshmark, vinted, depop])
    for (const from of [
      'ebay@ebay.com',
      'a@alerts.us.mercari.com',
      'orders@poshmark.com',
      'a@alerts.depop.com',
    ])
      reader.readSaleMail(mail({ from, subject, text: subject }))
  expect(performance.now() - startedAt).toBeLessThan(3000)
})
