import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../core/errors.ts'
import { createSecrets } from '../../core/secrets.ts'
import { openUnsubscribeToken, unsubscribeToken } from './unsubscribe.ts'

const oldKey = randomBytes(32)
const secrets = createSecrets({ keys: [oldKey] })
const mine = { userId: 7, channel: 'email' }

function refusal(token: string): AppError {
  try {
    openUnsubscribeToken(secrets, token)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`was opened: ${token}`)
}

describe('an unsubscribe token', () => {
  it('says whose messages on which channel end, and fits into an address as it is', () => {
    const token = unsubscribeToken(secrets, mine)
    expect(openUnsubscribeToken(secrets, token)).toEqual(mine)
    expect(encodeURIComponent(token)).toBe(token)
    expect(token).not.toContain('email')
  })

  it('still opens after the key was changed, as long as the old key is kept', () => {
    const token = unsubscribeToken(secrets, mine)
    const rotated = createSecrets({ keys: [randomBytes(32), oldKey] })
    expect(openUnsubscribeToken(rotated, token)).toEqual(mine)
  })

  it('is refused with a sentence when any character of it was changed or is missing', () => {
    const token = unsubscribeToken(secrets, mine)
    for (let at = 0; at < token.length; at++) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
      expect(refusal(changed)).toMatchObject({ code: 'unsubscribe-link-invalid', status: 400 })
      expect(refusal(token.slice(0, at)).message).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('cannot be one of another installation nor another sealed text of this one', () => {
    const foreign = createSecrets({ keys: [randomBytes(32)] })
    refusal(unsubscribeToken(foreign, mine))
    refusal(secrets.seal(JSON.stringify([7, 'email']), 'channel:7:email'))
    for (const content of ['', '7', '[]', '[0,"email"]', '[7]', '[7,""]', '["7","email"]', '{', 'null']) {
      refusal(secrets.seal(content, 'unsubscribe'))
    }
  })

  it('of any text is refused and nothing else happens', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(refusal(text).status).toBe(400)
      }),
    )
    expect(refusal('v1.aaaaaaaa.'.padEnd(5_000_000, 'a')).status).toBe(400)
  })
})
