import fc from 'fast-check'
import { parseJsonFeed, parseRssFeed } from 'feedsmith'
import { expect, it } from 'vitest'
import { sampleItem, sampleMessage } from '../../channels/fake-server.ts'
import type { MessageItem } from '../../model/message.ts'
import { feedDocument } from './feed.ts'

const home = 'https://deals.example'
const createdAt = new Date('2026-11-20T10:00:00Z')

function notified(over: Partial<MessageItem> = {}, title = 'Oak table') {
  const { notificationId: id, ...message } = sampleMessage({ title, items: [sampleItem(over)], itemCount: 1 })
  return { id, message, createdAt }
}

const hostile = fc.oneof(
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    maxLength: 50,
  }),
  fc.constantFrom(
    ']]>',
    '<![CDATA[x]]>',
    ']]]]><![CDATA[>',
    '</item></channel><script>alert(1)</script>',
    '\u0000\u0001\u000b\u001f\ufffe\uffff\ud800',
    '&amp;&#0;&#x1f;&unknown;',
    '"><img src=x onerror=alert(1)>',
  ),
)
/** What XML 1.0 has in no document, neither as itself nor by number. */
const illegal = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u

it('says score, price, link and picture of each listing, in both forms', () => {
  const about = notified({
    title: 'Oak & elm',
    url: 'https://m.example/1?a=1&b=2',
    imageUrl: 'https://m.example/1.jpg',
  })
  const [item] = parseRssFeed(feedDocument('rss', home, [about])).items!
  expect(item).toMatchObject({
    ...{ title: 'Oak table', link: 'https://m.example/1?a=1&b=2', pubDate: 'Fri, 20 Nov 2026 10:00:00 GMT' },
    guid: { value: `urn:deal-scout:notification:${about.id}`, isPermaLink: false },
    media: { contents: [{ url: 'https://m.example/1.jpg', medium: 'image' }] },
  })
  const { score, priceCents, currency } = about.message.items[0]!
  expect(item!.description).toContain(`score ${score.total}`)
  const written = JSON.parse(feedDocument('json', home, [about]))
  expect(written.version).toBe('https://jsonfeed.org/version/1.1')
  expect(written.items[0]).toMatchObject({
    ...{ url: 'https://m.example/1?a=1&b=2', image: 'https://m.example/1.jpg' },
    date_published: '2026-11-20T10:00:00.000Z',
    _deal_scout: { listings: [{ title: 'Oak & elm', score: score.total, priceCents, currency }] },
  })
})

it('whatever strangers write, it stays one item of well-formed XML, without what XML may not have', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (title, name, place) => {
      const about = notified({ title, marketplaceName: name, ruleNames: [place] }, title)
      const xml = feedDocument('rss', home, [about])
      expect(illegal.test(xml)).toBe(false)
      const read = parseRssFeed(xml)
      expect(read.items).toHaveLength(1)
      // Of text no element comes to be in what a reader shows.
      const shown = read.items![0]!.description!
      expect(
        [...shown.matchAll(/<(\/?\w+)/g)]
          .map(([, tag]) => tag)
          .filter((tag) => !/^\/?(?:p|a|br|img)$/.test(tag!)),
      ).toEqual([])
      expect(parseJsonFeed(feedDocument('json', home, [about])).items).toHaveLength(1)
    }),
  )
})

it('leads only to the web', () => {
  const about = notified({ listingId: 7, url: 'javascript:alert(1)', imageUrl: 'data:image/svg+xml,<svg/>' })
  const [item] = JSON.parse(feedDocument('json', home, [about])).items
  expect(item).toMatchObject({ url: `${home}/listings/7` })
  expect(item).not.toHaveProperty('image')
})

it('of many listings at once it shows the best and says how many more', () => {
  const message = sampleMessage({ items: Array.from({ length: 30 }, () => sampleItem()), itemCount: 50 })
  const [item] = JSON.parse(feedDocument('json', home, [{ id: 1, message, createdAt }])).items
  expect(item._deal_scout.listings).toHaveLength(20)
  expect(item.content_html).toContain('and 30 more')
})

it('is a feed without any item, too', () => {
  expect(parseRssFeed(feedDocument('rss', home, [])).title).toBe('Deal Scout')
  expect(JSON.parse(feedDocument('json', home, []))).toMatchObject({ title: 'Deal Scout', items: [] })
})
