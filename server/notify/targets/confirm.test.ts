import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beginConfirmation,
  type Confirmation,
  type ConfirmationKind,
  checkConfirmation,
  grouped,
  confirmationLimits as limits,
} from './confirm.ts'

const purpose = { userId: 7, channel: 'sms', target: '+15550100' }
const start = new Date('2026-11-20T12:00:00Z')
const later = (ms: number) => new Date(start.getTime() + ms)

function begun(kind: ConfirmationKind = 'code', previous: Confirmation | null = null, now = start) {
  const result = beginConfirmation(kind, purpose, previous, now, randomBytes)
  if ('problem' in result) throw new Error(result.problem)
  return result
}

describe('a secret', () => {
  it('is eight digits, eight characters or 32 random bytes, and is not kept', () => {
    const forms = [
      ['code', /^\d{8}$/],
      ['link', /^[0-9A-HJKMNP-TV-Z]{8}$/],
      ['challenge', /^[\w-]{43}$/],
    ] as const
    for (const [kind, form] of forms) {
      const { secret, confirmation } = begun(kind)
      expect(secret).toMatch(form)
      expect(JSON.stringify(confirmation)).not.toContain(secret)
      expect(begun('link').secret).not.toBe(secret)
    }
  })

  it('of eight characters has each of 40 random bits in it', () => {
    const secrets = Array.from({ length: 40 }, (_, bit) => {
      const bytes = Buffer.alloc(5)
      bytes[4 - (bit >> 3)] = 1 << (bit & 7)
      const result = beginConfirmation('link', purpose, null, start, () => bytes)
      return 'secret' in result ? result.secret : ''
    })
    expect(new Set(secrets).size).toBe(40)
    for (const [bit, secret] of secrets.entries()) expect(secret[7 - Math.floor(bit / 5)]).not.toBe('0')
  })

  it('is shown in groups where that helps, and taken however people type it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ConfirmationKind>('code', 'link'),
        fc.array(fc.constantFrom('', ' ', '-', '\u2013', '\u00a0'), { minLength: 9, maxLength: 9 }),
        fc.boolean(),
        (kind, between, small) => {
          const { confirmation, secret } = begun(kind)
          let typed = [...grouped(secret)].map((character, at) => character + between[at]).join('')
          // A 0 may be read as the letter, a 1 as either of two.
          typed = typed.replaceAll('0', 'O').replace('1', 'I').replace('1', 'L')
          if (small) typed = typed.toLowerCase()
          expect(checkConfirmation(confirmation, purpose, typed, later(1000))).toBe('right')
        },
      ),
    )
    expect(grouped('K7QM3XRD')).toBe('K7QM-3XRD')
    expect(grouped('01234567')).toBe('01234567')
  })

  it('comes from the randomness that is passed in, with leading zeros', () => {
    const zeros = beginConfirmation('code', purpose, null, start, (size) => new Uint8Array(size))
    expect(zeros).toMatchObject({ secret: '00000000' })
    const ones = beginConfirmation('code', purpose, null, start, (size) => new Uint8Array(size).fill(255))
    expect(ones).toMatchObject({ secret: String((2 ** 48 - 1) % 100_000_000).padStart(8, '0') })
  })

  it('is right for its own purpose, also after it went through JSON and with spaces typed in', () => {
    const { confirmation, secret } = begun()
    const stored = JSON.parse(JSON.stringify(confirmation)) as Confirmation
    expect(checkConfirmation(stored, purpose, secret, later(1000))).toBe('right')
    const typed = ` ${secret.slice(0, 3)} ${secret.slice(3)}\n`
    expect(checkConfirmation(stored, purpose, typed, later(1000))).toBe('right')
  })

  it.each([
    { ...purpose, userId: 8 },
    { ...purpose, channel: 'email' },
    { ...purpose, target: '+15550101' },
    { userId: 7, channel: 'sms","+15550100', target: '' },
  ])('is worth nothing for another person, channel or address', (other) => {
    const { confirmation, secret } = begun()
    expect(checkConfirmation(confirmation, other, secret, later(1000))).toMatchObject({
      confirmation: { tries: 1 },
    })
  })

  it.each([
    ['code', 15 * 60_000],
    ['link', 24 * 3600_000],
    ['challenge', 15 * 60_000],
  ] as const)('as %s lives %i ms and no longer', (kind, lifetimeMs) => {
    const { confirmation, secret } = begun(kind)
    expect(checkConfirmation(confirmation, purpose, secret, later(lifetimeMs - 1))).toBe('right')
    expect(checkConfirmation(confirmation, purpose, secret, later(lifetimeMs))).toMatchObject({
      problem: expect.stringContaining('expired'),
    })
  })

  it('never is right when what is kept is damaged', () => {
    const { confirmation, secret } = begun()
    for (const damage of [{ hash: '' }, { hash: 'AAAA' }, { expiresAt: 'never' }]) {
      expect(checkConfirmation({ ...confirmation, ...damage }, purpose, secret, later(1))).not.toBe('right')
    }
  })
})

describe('limits', () => {
  it('after five wrong tries the right one is wrong too', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { minLength: 5, maxLength: 8 }), (guesses) => {
        let { confirmation, secret } = begun()
        let counted = 0
        for (const guess of guesses.filter((text) => text.replace(/\s/g, '') !== secret)) {
          const result = checkConfirmation(confirmation, purpose, guess, later(1000))
          if (result === 'right') throw new Error('a wrong guess was right')
          expect(result.problem).toMatch(/^[A-Z].*\.$/)
          confirmation = result.confirmation
          counted = Math.min(counted + 1, limits.triesMax)
          expect(confirmation.tries).toBe(counted)
        }
        const last = checkConfirmation(confirmation, purpose, secret, later(1000))
        expect(last === 'right').toBe(counted < limits.triesMax)
      }),
    )
  })

  it('whenever a person asks, two sends are 60 s apart and a day has at most five', () => {
    const gapsMs = fc.array(fc.integer({ min: 0, max: 5 * 3600_000 }), { maxLength: 60 })
    fc.assert(
      fc.property(gapsMs, (gaps) => {
        let previous: Confirmation | null = null
        let now = start
        const sentAt: Date[] = []
        for (const gapMs of gaps) {
          now = new Date(now.getTime() + gapMs)
          const result = beginConfirmation('code', purpose, previous, now, randomBytes)
          if ('problem' in result) {
            expect(result.problem).toMatch(/^[A-Z].*(tomorrow|in \d+ seconds)\.$/)
          } else {
            previous = result.confirmation
            sentAt.push(now)
          }
        }
        for (const [index, at] of sentAt.entries()) {
          if (index > 0) expect(at.getTime() - sentAt[index - 1]!.getTime()).toBeGreaterThanOrEqual(60_000)
        }
        const days = Map.groupBy(sentAt, (at) => at.toISOString().slice(0, 10))
        for (const sends of days.values()) expect(sends.length).toBeLessThanOrEqual(5)
      }),
    )
  })

  it('five sends on one day do not keep from asking on the next', () => {
    let previous: Confirmation | null = null
    for (let n = 0; n < 5; n++) previous = begun('code', previous, later(n * 60_000)).confirmation
    const sixth = beginConfirmation('code', purpose, previous, later(6 * 3600_000), randomBytes)
    expect(sixth).toMatchObject({ problem: expect.stringContaining('tomorrow') })
    expect(begun('code', previous, new Date('2026-11-21T00:00:00Z')).confirmation.sendsToday).toBe(1)
  })

  it('a new send makes the old secret void and gives new tries', () => {
    const first = begun()
    const wrong = checkConfirmation(first.confirmation, purpose, 'no', later(1000))
    const tried = wrong === 'right' ? first.confirmation : wrong.confirmation
    const second = begun('link', tried, later(60_000))
    expect(second.confirmation.tries).toBe(0)
    expect(checkConfirmation(second.confirmation, purpose, first.secret, later(61_000))).not.toBe('right')
    expect(checkConfirmation(second.confirmation, purpose, second.secret, later(61_000))).toBe('right')
  })

  it('a clock that was set back locks nobody out', () => {
    const { confirmation } = begun()
    expect(begun('code', confirmation, later(-3600_000)).confirmation.sendsToday).toBe(2)
  })
})
