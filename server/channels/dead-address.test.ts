import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enhancedStatus, isAddressDead } from './dead-address.ts'

const isDead = (reply: string) => isAddressDead(enhancedStatus(reply), reply)

describe('a refusal', () => {
  it.each([
    '550 5.1.1 <ann@example.com>: Recipient address rejected: User unknown in virtual mailbox table',
    '550-5.1.1 The email account that you tried to reach does not exist.',
    '550 5.1.0 Address rejected',
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
    '550 5.2.1 The email account that you tried to reach is inactive.',
    '550 5.4.1 Recipient address rejected: Access denied.',
    '550 5.5.0 Requested action not taken: mailbox unavailable',
    '550 No such user here',
    "554 delivery error: dd This user doesn't have an account: mailbox not found",
    '550 Unknown recipient',
  ])('says that the address is dead: %s', (reply) => {
    expect(isDead(reply)).toBe(true)
  })

  it.each([
    '550 5.7.1 Relaying denied',
    '550 5.7.1 Service unavailable, client host blocked using a block list',
    '550 5.7.26 Unauthenticated email is not accepted due to DMARC policy; user unknown',
    '552 5.2.2 Mailbox full',
    '552 mailbox full',
    '550 5.1.8 Sender address does not exist; account unknown',
    '550 5.4.4 Host not found',
    '554 5.6.0 looks like spam',
    '550 mailbox unavailable: blocked by policy',
    '550 Go away',
    '550',
    '',
  ])('says nothing about the address itself: %s', (reply) => {
    expect(isDead(reply)).toBe(false)
  })

  it('gives its status only where a status stands', () => {
    expect(enhancedStatus('550 5.1.1 no')).toBe('5.1.1')
    expect(enhancedStatus('5.1.10')).toBe('5.1.10')
    for (const text of ['550 5.1.1.7 is an address', '550 see 5.1.1', '550 3.1.1 no', '5501.1.1']) {
      expect(enhancedStatus(text)).toBeNull()
    }
  })

  it('of any length is evaluated in a moment', () => {
    const startedMs = performance.now()
    for (const word of ['mailbox ', 'user', 'recipient address rejected: ', '550 5.1.1']) {
      isDead(word.repeat(500_000))
    }
    fc.assert(fc.property(fc.string(), (text) => typeof isDead(text) === 'boolean'))
    expect(performance.now() - startedMs).toBeLessThan(10_000)
  })
})
