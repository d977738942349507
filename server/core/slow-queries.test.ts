import { expect, it } from 'vitest'
import { slowQueries } from './slow-queries.ts'

function logged(slowMs: number) {
  const said: object[] = []
  let now = 0
  const slow = slowQueries(() => {}, {
    log: { warn: ((facts: object) => void said.push(facts)) as never },
    slowMs,
    nowMs: () => now,
  })
  const pass = (ms: number) => {
    now += ms
  }
  return { said, slow, pass }
}

it('what is slow is named at once, and while it lasts once a minute with how often and how slow at the most', () => {
  const { said, slow, pass } = logged(100)
  slow('listings/store readListing', 0.099)
  expect(said).toEqual([])
  slow('listings/store readListing', 0.2)
  slow('listings/store readListing', 0.9)
  slow('rules/store readRules', 0.3)
  expect(said).toEqual([
    { source: 'listings/store readListing', count: 1, slowestMs: 200 },
    { source: 'rules/store readRules', count: 1, slowestMs: 300 },
  ])
  pass(60_000)
  slow('listings/store readListing', 0.4)
  expect(said.at(-1)).toEqual({ source: 'listings/store readListing', count: 2, slowestMs: 900 })
})

it('0 says nothing', () => {
  const { said, slow } = logged(0)
  slow('listings/store readListing', 60)
  expect(said).toEqual([])
})
