import fc from 'fast-check'
import { expect, it } from 'vitest'
import { channelOf, isChannelName, targetAlone, targetKey, targetsNamed } from './channel-target.ts'

const targets = [
  { channel: 'email', enabled: true },
  { channel: 'email:work', enabled: true },
  { channel: 'sms:2', enabled: false },
  { channel: 'sms', enabled: false },
  { channel: 'emails', enabled: true },
]

it('a channel means all its targets, and one target itself', () => {
  expect(targetsNamed('email', targets)).toEqual(['email', 'email:work'])
  expect(targetsNamed('email:work', targets)).toEqual(['email:work'])
  expect(targetsNamed('email:1', targets)).toEqual(['email'])
})

it('a target that is off is left out while another of its channel is on, and named where none is', () => {
  const [one, two] = targets
  expect(targetsNamed('email', [{ ...one!, enabled: false }, two!])).toEqual(['email:work'])
  expect(targetsNamed('sms', targets)).toEqual(['sms', 'sms:2'])
  expect(targetsNamed('sms:2', targets)).toEqual(['sms:2'])
})

it('a channel without a target is itself: the ledger says that it is not set up', () => {
  expect(targetsNamed('gotify', targets)).toEqual(['gotify'])
})

it('what names a target alone means that target, whatever else there is', () => {
  const id = fc.stringMatching(/^[a-z]{1,10}$/)
  const own = fc.stringMatching(/^[a-z0-9]{1,10}$/)
  fc.assert(
    fc.property(id, fc.option(own), fc.boolean(), (channel, target, enabled) => {
      const key = target === null ? channel : targetKey(`${channel}:${target}`)
      const others = [...targets, { channel: key, enabled }]
      expect(isChannelName(targetAlone(key))).toBe(true)
      expect(targetsNamed(targetAlone(key), others)).toEqual([key])
      expect(channelOf(targetAlone(key))).toBe(channel)
    }),
  )
})

it.each(['email:', 'email:A', 'email:a b', 'email:a:b', 'email:-a', 'email:%', `email:${'a'.repeat(31)}`])(
  '%s is no name of a target',
  (name) => expect(isChannelName(name)).toBe(false),
)
