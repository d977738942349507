import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import craigslist from './index.ts'

const mail = { from: 'alerts@alerts.craigslist.org', subject: 'desk', sentAt: null, html: null }
const read = (text: string) => craigslist.readMail!({ ...mail, text })
const sample = (name: string) => readFileSync(new URL(`./mails/${name}`, import.meta.url), 'utf8')

it('reads today’s mails: price, rooms, title and place of each entry, whichever of them are there', () => {
  expect(read(sample('alert.txt'))).toMatchObject({
    outcome: 'ok',
    complete: false,
    listings: [
      {
        externalId: '7700000301',
        url: 'https://portland.craigslist.org/mlt/fuo/d/portland-oak-desk/7700000301.html',
        title: 'Oak desk with drawers',
        priceCents: 12000,
        currency: 'USD',
        location: 'Sellwood',
      },
      {
        externalId: '7700000302',
        title: 'Sunny corner flat - near the park',
        priceCents: 305000,
        attributes: { bedrooms: '2', 'area ft²': '925' },
      },
      { externalId: '7700000303', title: 'Standing desk frame', location: 'SE Portland' },
    ],
  })
  const [, flat, frame] = read(sample('alert.txt')).listings
  expect(flat).not.toHaveProperty('location')
  // Nothing is said of a price that is not there: another view may know it.
  expect(frame).not.toHaveProperty('priceCents')
})

it('reads the mails of before 2015, whose list may have been cut', () => {
  const page = read(sample('alert-2014.txt'))
  expect(page).toMatchObject({ outcome: 'ok', complete: false, next: null })
  expect(page.listings).toMatchObject([
    { externalId: '4700000401', title: 'Oak writing desk', priceCents: 4500, location: 'Sellwood' },
    { externalId: '4700000402', title: 'Free desk, pick up today', location: 'NE 33rd' },
  ])
})

it('keeps every other entry of a mail of which one is broken, at any place', () => {
  const blocks = sample('alert.txt').split('='.repeat(60))
  for (const at of [0, 1, 2]) {
    const broken = blocks.toSpliced(at, 1, '\n\ufffd garbage https://evil.example/mlt/fuo/7700000999.html\n')
    expect(read(broken.join('='.repeat(60))).listings).toHaveLength(2)
  }
})

it('counts in the dollars of the area', () => {
  const [listing] = read(
    '$40 - Lamp\nhttps://vancouver.craigslist.org/van/fuo/d/lamp/7700000305.html\n',
  ).listings
  expect(listing).toMatchObject({ title: 'Lamp', priceCents: 4000, currency: 'CAD' })
})
