import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EventsListener } from '../api/events.ts'
import { keepConnected, waitMs } from './connection.ts'

const listeners = new Map<string, () => void>()
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('addEventListener', (name: string, run: () => void) => listeners.set(name, run))
  vi.stubGlobal('removeEventListener', (name: string) => listeners.delete(name))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A stream that does what the test says, and all that was heard of it. */
function connect(lastId: string | null = null) {
  const opened: { lastId: string | null; listener: EventsListener; isClosed: boolean }[] = []
  const states: (number | null)[] = []
  let refusals = 0
  const heard: string[] = []
  const connection = keepConnected({
    lastId,
    onEvent: ({ id, kind }) => void heard.push(`${kind} ${id}`),
    onState: (since) => void states.push(since),
    onRefused: () => void refusals++,
    open(id, listener) {
      const one = { lastId: id, listener, isClosed: false }
      opened.push(one)
      return {
        close() {
          one.isClosed = true
        },
      }
    },
  })
  const last = () => opened.at(-1)!
  const say = (kind: 'ready' | 'beat' | 'reset', id: string) =>
    last().listener.onEvent({ id, kind, data: {} })
  return { connection, opened, states, heard, last, say, refusals: () => refusals }
}

it('waits twice as long after each try in a row, up to half a minute, and no two browsers alike', () => {
  expect([0, 1, 2, 3].map((tries) => waitMs(tries, 1))).toEqual([1_000, 2_000, 4_000, 8_000])
  expect(waitMs(20, 1)).toBe(30_000)
  expect([waitMs(20, 0), waitMs(0, 0)]).toEqual([15_000, 500])
})

it('what ended is opened again behind the last that came, and is live when the server says so', () => {
  const { opened, states, heard, last, say } = connect('1')
  say('ready', '2')
  say('beat', '5')
  last().listener.onEnd(false)
  expect(states).toEqual([Date.now()])
  vi.advanceTimersByTime(1_000)
  expect(opened.map(({ lastId }) => lastId)).toEqual(['1', '5'])
  expect(states).toHaveLength(1)
  say('ready', '5')
  expect(states.at(-1)).toBeNull()
  expect(heard).toEqual(['ready 2', 'beat 5', 'ready 5'])
})

it('the time since when it is lost is that of the first loss, however often it is tried', () => {
  const { opened, states, last, refusals } = connect()
  const since = Date.now()
  for (let tries = 0; tries < 4; tries++) {
    last().listener.onEnd(true)
    vi.advanceTimersByTime(30_000)
  }
  expect(states).toEqual([since])
  expect([opened.length, refusals()]).toEqual([5, 4])
})

it('who hears nothing for longer than it beats opens it anew', () => {
  const { opened, say } = connect()
  say('ready', '1')
  for (let beats = 0; beats < 5; beats++) {
    vi.advanceTimersByTime(20_000)
    say('beat', '1')
  }
  expect(opened).toHaveLength(1)
  vi.advanceTimersByTime(52_000)
  expect([opened.length, opened[0]!.isClosed]).toEqual([2, true])
})

it('is tried at once when the browser is online again, and never again once it is closed', () => {
  const { connection, opened, last } = connect()
  last().listener.onEnd(false)
  listeners.get('online')!()
  expect(opened).toHaveLength(2)
  last().listener.onEnd(false)
  connection.close()
  vi.advanceTimersByTime(120_000)
  expect(opened).toHaveLength(2)
})
