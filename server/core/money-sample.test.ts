import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parsePrice, priceIn } from './money.ts'

/**
 * What people write, and what a careful person would take it for; written down before the reader was asked. A column's
 * cell says the lowest of a range, the first bid and the monthly rate, as docs/reading.md has it.
 */
const rows = readFileSync(new URL('../../bench/money-sample.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => line.split('\t') as [mode: string, hint: string, text: string, expected: string])

it('of 600 and more texts with figures none is read wrong, and few are not read', () => {
  const wrong: string[] = []
  let unknown = 0
  for (const [mode, hint, text, expected] of rows) {
    const read = mode === 'cell' ? parsePrice : priceIn
    const price = read(text, hint === '-' ? undefined : hint)
    const got = price?.currency ? `${price.priceCents} ${price.currency}` : '-'
    if (got === expected) continue
    if (got === '-') unknown++
    else wrong.push(`${mode} ${hint} "${text}": ${got}, not ${expected}`)
  }
  expect(rows.length).toBeGreaterThan(600)
  expect(wrong).toEqual([])
  expect(unknown / rows.length).toBeLessThan(0.06)
})
