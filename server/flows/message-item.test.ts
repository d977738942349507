import { expect, it } from 'vitest'
import { sampleMessage } from '../channels/fake-server.ts'
import { renderText } from '../channels/render.ts'
import { normalize } from '../listings/normalize/normalize.ts'
import type { ValuedListing } from '../listings/valued-listing.ts'
import { sampleValue } from '../scoring/samples.ts'
import { viewedItem } from './message-item.ts'

const nowMs = Date.UTC(2026, 4, 2)
const home = { lat: 37.8, lon: -122.3 }

it.each([
  ['shipping', { shippingCents: 1800 }],
  ['a way', { lat: 38.4, lon: -122.7 }],
])('a message says once how far below its value something with %s is', (extra, more) => {
  const seen = {
    externalId: '1',
    title: 'Oak desk',
    url: 'https://example.com/1',
    priceCents: 14_200,
    currency: 'USD',
  }
  const listing = normalize({ ...seen, ...more }, { marketplace: 'shop', observedAtMs: nowMs })
  const valued = { id: 1, listing, firstSeenAtMs: nowMs, value: sampleValue(), risk: null, demo: false }
  const viewer = { place: home, keywordShare: null, travel: { centsPerKm: 15, currency: 'USD' } }
  const item = viewedItem({ marketplaces: new Map() }, valued as unknown as ValuedListing, viewer, nowMs)
  const mail = renderText(sampleMessage({ items: [item] }), 'https://scout.example', 12).replace(/\s+/g, ' ')
  expect(new Set(mail.match(/\d+ ?% (?:below|above)/g))).toEqual(new Set(['29 % below']))
  expect(mail).toContain(`for ${extra === 'a way' ? 'the way' : extra}`)
})
