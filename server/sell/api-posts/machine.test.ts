import { describe, expect, it } from 'vitest'
import type { AdThere } from '../../model/selling.ts'
import { type ApiPostState, apiPostStates, type SentAd, type Wish } from './api-post.ts'
import {
  type ApiEvent,
  apiEvents,
  eventOfRead,
  nextOf,
  type Situation,
  stateAfter,
  waitAfter,
} from './machine.ts'

/** In the order of `apiPostStates`; `.` = as it was, `-` = cannot be asked. */
const table: [event: ApiEvent, wish: Wish | null, after: string][] = [
  ['asked-to-publish', null, 'publishing - - - - publishing publishing -'],
  ['asked-to-end', 'end', '- . ending ending . - - .'],
  ['published', 'publish', 'live live live live live live live live'],
  ['published', 'end', 'ending ending ending ending ending ending ending ending'],
  ['ended', 'end', 'ended ended ended ended ended ended ended ended'],
  ['read-over', 'publish', 'ended ended ended ended ended ended ended ended'],
  ['refused', 'publish', '. failed . . . . . .'],
  ['no-answer', 'publish', '. unknown unknown unknown unknown . . unknown'],
  ['called-off', 'publish', '. prepared . . . . . .'],
  ['read-live', 'publish', 'live live live live live live live live'],
  ['read-live', 'end', 'ending ending ending ending ending ending ending ending'],
  ['read-changed', 'look', `${'changed-there '.repeat(8)}`],
  ['read-changed', 'end', 'ending ending ending ending ending ending ending ending'],
  ['read-not-live', 'publish', '. publishing ended ended ended . . publishing'],
  ['read-not-live', 'end', '. prepared ended ended ended . . ended'],
  ['read-not-live', 'look', '. prepared ended ended ended . . ended'],
  ['read-not-live', 'revise', '. prepared ended ended ended . . ended'],
]

describe('the states of a post by API', () => {
  it.each(table)('%s, wanted: %s', (event, wish, row) => {
    const after = row.trim().split(/\s+/)
    expect(after).toHaveLength(apiPostStates.length)
    expect(apiPostStates.map((state) => stateAfter(state, wish, event))).toEqual(
      apiPostStates.map((state, at) => (after[at] === '.' ? state : after[at] === '-' ? null : after[at])),
    )
  })
  it('knows every event', () => {
    expect(apiEvents.filter((event) => !table.some(([one]) => one === event))).toEqual([])
  })
})

const ready: Situation = {
  ...{ state: 'publishing', wish: 'publish', readAt: new Date(0), isForSale: true, hasPhotos: true },
  ...{ sentHash: 'a', itemHash: 'a', offerHash: 'a', confirmedHash: 'a', fees: [], revision: null },
}

describe('how a post goes on', () => {
  it.each<[string, Partial<Situation>, string]>([
    ['nothing is wanted', { wish: null }, 'done'],
    ['what is there is not known', { readAt: null }, 'read'],
    ['what is there is not known, and it is to end', { readAt: null, wish: 'end' }, 'read'],
    ['photos first', { hasPhotos: false, itemHash: null, offerHash: null }, 'photo'],
    ['then the item', { itemHash: null, offerHash: null }, 'put-item'],
    ['then the offer', { offerHash: 'old' }, 'put-offer'],
    ['then it is published', {}, 'publish'],
    ['never what nobody agreed to', { confirmedHash: 'old' }, 'call-off'],
    ['never what is sold', { isForSale: false }, 'call-off'],
    ['a check shows what it costs', { wish: 'check', state: 'prepared', fees: null }, 'fees'],
    ['and is over then', { wish: 'check', state: 'prepared' }, 'done'],
    ['a check of what stands there', { wish: 'check', state: 'live', itemHash: null }, 'done'],
    ['it is published already', { state: 'live' }, 'done'],
    ['it is to end and was not published', { wish: 'end' }, 'call-off'],
    ['it is to end', { wish: 'end', state: 'ending' }, 'end'],
    ['it has ended', { wish: 'end', state: 'ended' }, 'done'],
    [
      'a lower price',
      { wish: 'revise', state: 'live', revision: { priceCents: 1, currency: 'USD', quantity: 1 } },
      'revise',
    ],
    ['a lower price of what is gone', { wish: 'revise', state: 'ended' }, 'done'],
    ['a look', { wish: 'look', state: 'live' }, 'done'],
  ])('%s', (_, over, next) => {
    expect(nextOf({ ...ready, ...over })).toBe(next)
  })

  it('publishes nothing in any state in which it may stand there already', () => {
    const may = apiPostStates.filter((state) => nextOf({ ...ready, state }) === 'publish')
    expect(may).toEqual<ApiPostState[]>(['publishing'])
  })
})

const sent = { title: 'Desk', quantity: 2, priceCents: 12_000, currency: 'USD' } as SentAd
const there: AdThere = {
  ...{ offerId: '7', listingId: '11', url: null, state: 'live', title: 'Desk' },
  ...{ quantity: 2, soldQuantity: 0, priceCents: 12_000, currency: 'USD' },
}

describe('what was read', () => {
  const of = (over: Partial<AdThere>, listingId: string | null = '11') =>
    eventOfRead({ sent, listingId, wish: 'publish' }, { ...there, ...over })
  it('tells what stands as it was sent from what was changed there', () => {
    expect(of({})).toBe('read-live')
    expect(of({ quantity: 1, soldQuantity: 1 })).toBe('read-live')
    expect(of({ priceCents: 11_000 })).toBe('read-changed')
    expect(of({ title: 'Oak desk' })).toBe('read-changed')
    expect(of({ quantity: 5 })).toBe('read-changed')
  })
  it('tells a listing that ended before from one that ended since it was asked for', () => {
    expect(of({ state: 'ended' })).toBe('read-not-live')
    expect(of({ state: 'ended', listingId: '12' })).toBe('read-over')
    expect(of({ state: 'draft', listingId: null })).toBe('read-not-live')
    expect(eventOfRead({ sent, listingId: null, wish: 'publish' }, null)).toBe('read-not-live')
  })
})

it('waits longer each time, and no longer than an hour', () => {
  const waits = Array.from({ length: 20 }, (_, n) => waitAfter(n + 1))
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits[0]).toBe(1000)
  expect(waits.at(-1)).toBe(900_000)
  expect(waitAfter(1, 60_000)).toBe(60_000)
  expect(waitAfter(1, 86_400_000)).toBe(3_600_000)
})
