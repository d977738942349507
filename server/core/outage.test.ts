import { expect, it } from 'vitest'
import { createOutage } from './outage.ts'

function world() {
  let now = 0
  const lines: string[] = []
  const write = (fields: object, text: string) => void lines.push(`${text} ${JSON.stringify(fields)}`)
  const outage = createOutage({
    log: { error: write, warn: write } as never,
    name: 'The database',
    nowMs: () => now,
  })
  return { outage, lines, wait: (ms: number) => (now += ms) }
}

it('is said at once, once a minute however often it is missed, and once when it is over', () => {
  const { outage, lines, wait } = world()
  for (let tries = 0; tries < 1300; tries++) {
    outage.missed('connection refused')
    wait(100)
  }
  outage.answered()
  wait(5900)
  outage.answered()
  expect(lines.map((line) => line.replace(/ \{.*/, ''))).toEqual([
    'The database is away: connection refused',
    'The database is away: connection refused',
    'The database is away: connection refused',
    'The database is back after 130.0 s',
  ])
  expect(lines[1]).toContain('"awayMs":60000,"failed":600')
})

it('of what comes and goes every second is said no more than that, and nothing while all is well', () => {
  const { outage, lines, wait } = world()
  outage.answered()
  expect(lines).toEqual([])
  for (let second = 0; second < 59; second++) {
    outage.missed('no space left')
    outage.answered()
    wait(1000)
  }
  expect(lines).toHaveLength(1)
  // Its recovery is said; the next outage within the same minute is neither said nor ended aloud.
  wait(6000)
  outage.answered()
  expect(lines).toHaveLength(2)
})

it('a second outage within the minute is not said, and its end neither', () => {
  const { outage, lines, wait } = world()
  for (const round of [1, 2]) {
    outage.missed(`refused ${round}`)
    wait(7_000)
    outage.answered()
  }
  expect(lines).toHaveLength(2)
  wait(46_000)
  outage.missed('refused 3')
  expect(lines).toHaveLength(3)
})
