import { once } from 'node:events'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { idOf, isAfter, type Position, readPosition } from './position.ts'
import { frameOf, openStream, waitingBytesMax } from './stream.ts'

const at = (xid: number, n = 1): Position => ({ xid, n, salt: 7 })
const event = (xid: number) => ({ ...at(xid), userId: null, kind: 'told', data: { ids: [xid] } }) as const

async function* pages(...given: number[][]) {
  for (const page of given) yield page.map(event)
  return true
}

function open(missed: Parameters<typeof openStream>[0]['missed'], begunAt = at(10)) {
  let cuts = 0
  const stream = openStream({ begunAt, missed, now: () => at(20), onCut: () => void cuts++ })
  return { ...stream, cuts: () => cuts }
}

async function idsOf(stream: ReturnType<typeof open>): Promise<string[]> {
  let text = ''
  for await (const piece of stream.readable) {
    text += piece
    // What waits is sent yet.
    if (text.includes('event: ready')) stream.end()
  }
  return [...text.matchAll(/^id: (\d+)-.*\nevent: (\w+)/gm)].map(([, xid, kind]) => `${kind} ${xid}`)
}

it('a position is read from what it is written as, and from nothing else', () => {
  const number = fc.nat({ max: 2 ** 31 - 1 })
  fc.assert(
    fc.property(fc.record({ xid: number, n: number, salt: number }), (position) => {
      expect(readPosition(idOf(position))).toEqual(position)
    }),
  )
  fc.assert(fc.property(fc.string(), (text) => readPosition(text) === null || /^\d+-\d+-\d+$/.test(text)))
  expect(isAfter(at(2, 1), at(1, 9)) && isAfter(at(2, 2), at(2, 1)) && !isAfter(at(2), at(2))).toBe(true)
})

it('what was missed comes first, and what was offered meanwhile comes once, behind it', async () => {
  const stream = open(pages([5, 8], [11]))
  for (const xid of [11, 12]) stream.offer(at(xid), frameOf('told', {}, at(xid)), true)
  expect(await idsOf(stream)).toEqual(['told 5', 'told 8', 'told 11', 'ready 11', 'told 12'])
})

it('where what was missed is not all there, it says so, and goes on from now', async () => {
  const stream = open(
    (async function* () {
      yield [event(5)]
      return false
    })(),
  )
  for (const xid of [19, 21]) stream.offer(at(xid), frameOf('told', {}, at(xid)), true)
  stream.offer(at(21), frameOf('beat', {}, at(21)), false)
  expect(await idsOf(stream)).toEqual(['told 5', 'reset 20', 'ready 20', 'told 21', 'beat 21'])
})

it('who does not read is cut off before what waits grows beyond its bound', async () => {
  const stream = open(null)
  const closed = once(stream.readable, 'close')
  const frame = frameOf('told', { ids: Array.from({ length: 100 }, (_, n) => n) }, at(11))
  let offered = 0
  for (; stream.cuts() === 0 && offered < 100_000; offered++) stream.offer(at(11 + offered), frame, true)
  expect(stream.cuts()).toBe(1)
  expect(offered * frame.length).toBeLessThan(waitingBytesMax + 2 * frame.length)
  await closed
})
