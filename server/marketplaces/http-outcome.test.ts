import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FetchError, type FetchResponse } from '../core/fetch.ts'
import { outcomeOfError, outcomeOfStatus, parseRetryAfter } from './http-outcome.ts'

const now = new Date('2026-11-22T12:00:00Z')

function answer(status: number, headers: Record<string, string> = {}): FetchResponse {
  return {
    status,
    headers,
    url: 'https://example.org/',
    body: Buffer.alloc(0),
    text: () => '',
    json: () => null,
  }
}

describe('parseRetryAfter', () => {
  it('reads seconds and HTTP dates', () => {
    expect(parseRetryAfter('120', now)).toBe(120_000)
    expect(parseRetryAfter(' 0 ', now)).toBe(0)
    expect(parseRetryAfter('Sun, 22 Nov 2026 12:05:00 GMT', now)).toBe(300_000)
  })

  it('never asks for the past nor for more than a week', () => {
    expect(parseRetryAfter('Sun, 22 Nov 2026 11:00:00 GMT', now)).toBe(0)
    expect(parseRetryAfter('99999999999', now)).toBe(7 * 24 * 3_600_000)
    expect(parseRetryAfter('Fri, 31 Dec 2100 23:59:59 GMT', now)).toBe(7 * 24 * 3_600_000)
  })

  it('says nothing where the header says nothing readable', () => {
    for (const value of [undefined, '', 'soon', '5 s', '-3', '1.5', '2026'])
      expect(parseRetryAfter(value, now)).toBe(value === '2026' ? 2_026_000 : undefined)
    expect(parseRetryAfter('Sun, 22 Nov 2026 12:05:00 GMT', undefined)).toBeUndefined()
  })

  it('gives a whole number of milliseconds or nothing for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const ms = parseRetryAfter(text, now)
        expect(ms === undefined || (Number.isInteger(ms) && ms >= 0)).toBe(true)
      }),
    )
  })
})

describe('outcomeOfStatus', () => {
  it('leaves every 2xx to the reader of the body', () => {
    for (const status of [200, 202, 204, 299]) expect(outcomeOfStatus(answer(status))).toBeNull()
  })

  it('tells refusal, throttling, sign-in, drift and failure apart', () => {
    const outcomes = [401, 403, 404, 410, 418, 429, 500, 502, 503, 408, 304].map(
      (status) => outcomeOfStatus(answer(status))?.outcome,
    )
    expect(outcomes).toEqual([
      'auth-expired',
      'blocked',
      'parse-drift',
      'parse-drift',
      'parse-drift',
      'rate-limited',
      'unreachable',
      'unreachable',
      'unreachable',
      'unreachable',
      'parse-drift',
    ])
  })

  it('carries Retry-After, measuring a date by the clock that wrote it', () => {
    expect(outcomeOfStatus(answer(429, { 'retry-after': '30' }))).toMatchObject({ retryAfterMs: 30_000 })
    const skewed = {
      date: 'Thu, 01 Jan 2026 00:00:00 GMT',
      'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT',
    }
    expect(outcomeOfStatus(answer(503, skewed), now)).toMatchObject({ retryAfterMs: 60_000 })
    const undated = { 'retry-after': 'Sun, 22 Nov 2026 12:00:10 GMT' }
    expect(outcomeOfStatus(answer(503, undated), now)).toMatchObject({ retryAfterMs: 10_000 })
    expect(outcomeOfStatus(answer(429))).not.toHaveProperty('retryAfterMs')
  })
})

describe('outcomeOfError', () => {
  it('turns every failure of the network into an outcome with a sentence', () => {
    const kinds = [
      'timeout',
      'network',
      'too-large',
      'refused-address',
      'bad-url',
      'too-many-redirects',
    ] as const
    for (const kind of kinds)
      expect(outcomeOfError(new FetchError(kind, 'x'))).toEqual({
        outcome: 'unreachable',
        reason: expect.stringMatching(/\.$/),
      })
    expect(outcomeOfError(new FetchError('bad-json', 'x')).outcome).toBe('parse-drift')
  })

  it('rethrows an abort and whatever is our own mistake', () => {
    const own = new TypeError('mistake')
    const aborted = new FetchError('aborted', 'stopping')
    expect(() => outcomeOfError(own)).toThrow(own)
    expect(() => outcomeOfError(aborted)).toThrow(aborted)
    expect(() => outcomeOfError(new DOMException('stop', 'AbortError'))).toThrow('stop')
  })
})
