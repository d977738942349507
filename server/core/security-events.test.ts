import { pino } from 'pino'
import { expect, it } from 'vitest'
import { stubClock } from '../../test/harness/open-app.ts'
import { withOrigin } from './audit.ts'
import { createFetch } from './fetch.ts'
import { createSecurityEvents, type SecurityEventKind } from './security-events.ts'

interface Line {
  level: number
  event: string
  msg: string
  [name: string]: unknown
}

function events() {
  const lines: Line[] = []
  const counted: SecurityEventKind[] = []
  const clock = stubClock()
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) })
  return {
    lines,
    counted,
    clock,
    ...createSecurityEvents({ log, clock, count: (kind) => counted.push(kind) }),
  }
}
const nobody = { requestId: 'r', address: '203.0.113.9', person: null, key: null }

it('however many come in a minute, the log has twenty lines of a kind and then how many more there were; all are counted', () => {
  const { lines, counted, clock, note } = events()
  for (let at = 0; at < 5_000; at++) note({ kind: 'limit-hit', ...nobody })
  note({ kind: 'foreign-origin', ...nobody })
  expect(lines.map(({ event }) => event)).toEqual([...Array(20).fill('limit-hit'), 'foreign-origin'])
  clock.advance(60_000)
  note({ kind: 'limit-hit', ...nobody })
  expect(lines.slice(21)).toMatchObject([
    { event: 'limit-hit', unlogged: 4_980, level: 40 },
    { event: 'limit-hit', msg: 'security event', address: '203.0.113.9' },
  ])
  // Who comes seldom has a line each.
  for (let at = 0; at < 5; at++) {
    clock.advance(60_000)
    note({ kind: 'limit-hit', ...nobody })
  }
  expect(lines).toHaveLength(28)
  expect(counted).toHaveLength(5_007)
})

it('an address within the network that was to be called is noted with the request and the person it was for, by its host alone', async () => {
  const { lines, addressRefused } = events()
  const fetch = createFetch({
    userAgent: 'test',
    onRefused: addressRefused,
    lookup: async () => [{ address: '10.0.0.7', family: 4 }],
  })
  const asked = { via: 'http', actorId: 7, keyId: null, address: '203.0.113.9', userAgent: null } as const
  await withOrigin({ ...asked, requestId: 'one' }, async () => {
    for (const url of ['http://169.254.169.254/latest/meta-data?k=secret', 'https://inside.example/secret'])
      await expect(fetch(url)).rejects.toMatchObject({ kind: 'refused-address' })
  })
  await expect(fetch('http://localhost:1/')).rejects.toMatchObject({ kind: 'refused-address' })
  await fetch.close()
  const of = { event: 'address-refused', requestId: 'one', person: 7, address: '203.0.113.9' }
  expect(lines).toMatchObject([
    { ...of, host: '169.254.169.254' },
    { ...of, host: 'inside.example' },
    { event: 'address-refused', requestId: null, person: null, host: 'localhost' },
  ])
  expect(JSON.stringify(lines)).not.toContain('secret')
})
