import { describe, expect, it } from 'vitest'
import { checkers } from '../checkers.ts'
import type { Folder, Row } from '../folder.ts'

/** Answers of a program that does what is expected, in rows of our own; a second one where there are two ways to be right. */
const right: Record<string, [row: Row, answers: unknown[]][]> = {
  'import-big-ids': [
    [
      { expected: '2 listings under the ids as written' },
      [
        {
          written: ['90071992547409931', '2'],
          listings: [{ externalId: '2' }, { externalId: '90071992547409931' }],
          problems: [],
        },
      ],
    ],
  ],
  'import-excel-ids': [
    [
      { expected: 'rows refused or told: the id is not whole' },
      [{ written: ['2.5E+12'], listings: [], problems: ['id: "2.5E+12" was rounded by a spreadsheet'] }],
    ],
  ],
  'alerts-condition-unused': [
    [
      {
        ask: 'value "Lamp" --condition "for parts"',
        expected: 'well below the $50 without a condition, about 40 %',
      },
      [{ asked: { midCents: 2_200, plainCents: 5_100 }, listing: null }],
    ],
    [
      { listing: {}, expected: 'no deal: fair about $20' },
      [{ asked: null, listing: { midCents: 2_100, score: 55 } }],
    ],
  ],
  'alerts-value-glued-model': [
    [
      { title: 'A', expected: 'as "B c": $50' },
      [{ midCents: 4_900, sameCents: 4_900, category: 'phones', score: null }],
    ],
    [
      { title: 'A', price: 20, expected: 'phones, fair about $50, score 80' },
      [{ midCents: 5_300, sameCents: undefined, category: 'phones', score: 78 }],
    ],
  ],
  'alerts-value-quantity': [
    [
      { ask: '3x Lamp', expected: 'about $150, or said to be for one' },
      [
        { midCents: 14_500, text: '$145, for all 3 pieces together.' },
        { midCents: 5_000, text: '$50. The value is for one of them.' },
      ],
    ],
  ],
  'alerts-confirm-code': [
    [
      { part: 'text/plain', expected: 'Your code: abc' },
      [{ text: 'Your code: xyz', code: 'xyz', accepted: true }],
    ],
  ],
  'alerts-digest-count': [
    [{ what: 'title', expected: '2 deals in one message' }, [[mail('2 deals in one message', '')]]],
    [{ what: 'more', expected: null }, [[mail('1 deal in one message', 'Lamp')]]],
    [
      { what: 'price', expected: '$8 (was $10)' },
      [[mail('1 deal in one message', 'Lamp\n$8 (was $10) on import')]],
    ],
  ],
  'alerts-mail-encoded-word': [
    [{ expected: 'A =?utf-8?B?SGk=?= b' }, [[mail('$5: A =?utf-8?B?SGk=?= b', '')]]],
  ],
  'alerts-discord-bare-host': [
    [
      { expected: 'told, without the picture' },
      [
        {
          title: 'Oak "desk"',
          taken: ['{"embeds":[{"title":"Oak \\"desk\\""}]}'],
          pictures: [],
          ledger: ['sent'],
        },
      ],
    ],
  ],
  'alerts-telegram-bare-links': [
    [
      { expected: 'no word that Telegram takes for an address' },
      [
        { title: 'At a-shop.com', taken: ['<b>At a-shop.\u2060com</b>'], ledger: ['sent'] },
        { title: 'At a-shop.com', taken: ['<code>At a-shop.com</code>'], ledger: ['sent'] },
      ],
    ],
  ],
  'alerts-telegram-long-links': [
    [
      { expected: 'sum of href below 9,500' },
      [{ taken: ['Lamp number 1 <a href="https://a.example/?b=1&amp;c">x</a>'], ledger: ['sent'] }],
    ],
  ],
  'alerts-unread-description': [
    [
      { rule: 'A', expected: 'no message' },
      [
        {
          rule: { all: [], none: ['used'] },
          listings: [
            { id: 1, text: 'Desk, used', isForSale: true },
            { id: 2, text: 'Desk, unused', isForSale: true },
          ],
          notified: [2],
          read: 2,
        },
      ],
    ],
  ],
  'alerts-unsent-confirmation': [
    [
      { phone: '555 1', expected: 'refused: no country code' },
      [{ refused: true, text: '422 phone: write it with + and the country code', sentTo: [] }],
    ],
    [
      { phone: '+1 (555) 111-2222', expected: 'a code is on its way' },
      [{ refused: false, text: 'A code is on its way.', sentTo: ['+15551112222'] }],
    ],
  ],
  'alerts-watch-ebay-variation': [
    [
      { expected: 'v1|1234567890|55, or a note that the variation is not followed' },
      [
        { externalId: 'v1|1234567890|55', text: '{}' },
        { externalId: 'v1|1234567890|0', text: '{"notes":["That variation is not followed."]}' },
      ],
    ],
  ],
  'alerts-webhook-secret': [
    [
      { expected: 'the example makes whsec_ + base64, or the docs name the raw mode' },
      [
        {
          plain: true,
          raw: false,
          documents: 'channels set webhook url=a secret="whsec_$(openssl rand -base64 32)"',
        },
        {
          plain: false,
          raw: true,
          documents: "channels set webhook secret=$(x)\nUse its raw mode, format: 'raw'.",
        },
      ],
    ],
  ],
  'alerts-when-none': [
    [{ expected: 'no limit of an hour' }, [{ code: 0, stderr: '', perHourMax: null, perDayMax: 50 }]],
    [{ expected: 'no limit of a day' }, [{ code: 0, stderr: '', perHourMax: 10, perDayMax: null }]],
  ],
}

function mail(subject: string, plain: string) {
  return { subject, plain, html: '' }
}

const own = checkers.filter(({ form }) => /^[a-z]+-/.test(form))

it('each of these checks is shown to be right and wrong', () => {
  expect(Object.keys(right).sort()).toEqual(own.map(({ form }) => form).sort())
})

describe.each(own)('$form', (checker) => {
  const folder = { name: checker.form, base: checker.form, run: '', rows: [] } as unknown as Folder

  it.each(right[checker.form] ?? [])('takes what is expected: %j', (row, answers) => {
    for (const answer of answers) {
      const { right: isRight, got } = checker.evaluate(row, answer as never, folder)
      expect([got, isRight]).toEqual([got, true])
    }
  })

  it.each(right[checker.form] ?? [])('takes nothing else: %j', (row) => {
    const mistakes = checker.mistakes(row, folder)
    expect(mistakes).not.toEqual([])
    for (const mistake of mistakes)
      expect([mistake, checker.evaluate(row, mistake, folder).right]).toEqual([mistake, false])
  })
})
