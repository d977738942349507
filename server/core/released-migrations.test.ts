import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { extendReleased, markOf, parseReleased, readMigrations, releasedList } from './released-migrations.ts'

const folder = fileURLToPath(new URL('../../migrations', import.meta.url))
const list = readFileSync(join(folder, releasedList), 'utf8')

describe('released migrations', () => {
  it('are all listed and stand as they were released', () => {
    const { text, broken } = extendReleased(list, readMigrations(folder))
    expect(broken).toEqual([])
    expect(text, 'run "npm run generate"').toBe(list)
  })

  it('the first five are those that people have: their list was not made anew', () => {
    const first = `${list.split('\n').slice(0, 5).join('\n')}\n`
    expect([...parseReleased(first).keys()]).toEqual([
      '0000_initial.sql',
      '0001_owner.sql',
      '0002_judgement.sql',
      '0003_alerts.sql',
      '0004_rule_places.sql',
    ])
    expect(createHash('sha256').update(first).digest('hex')).toBe(
      '2f847d2b1ae6aed5a075505f81f12eb6c56dfdb57f7ad707d70a1775e4ef1bd0',
    )
  })
})

describe('the list', () => {
  const one = { name: '0000_one.sql', sha256: 'a'.repeat(64), sql: '' }
  const two = { name: '0001_two.sql', sha256: 'b'.repeat(64), sql: '' }
  const text = `${one.sha256}  ${one.name}\n`

  it('is extended by what is new, at its end', () => {
    expect(extendReleased(text, [one, two])).toEqual({
      text: `${text}${two.sha256}  ${two.name}\n`,
      broken: [],
    })
  })

  it('is never altered: a changed migration and one that is gone are named, and what to do', () => {
    const changed = extendReleased(text, [{ ...one, sha256: 'c'.repeat(64) }])
    expect(changed).toEqual({
      text,
      broken: [expect.stringMatching(/0000_one\.sql was changed.*add a new one/)],
    })
    const gone = extendReleased(text, [two])
    expect(gone.text.startsWith(text)).toBe(true)
    expect(gone.broken).toEqual([expect.stringMatching(/0000_one\.sql is gone/)])
  })

  it('takes none that does not say at its head whether older programs run on what it leaves', () => {
    const marked = (sql: string) =>
      extendReleased(text, [one, { name: '0012_next.sql', sha256: 'd'.repeat(64), sql }]).broken
    expect(marked('-- deal-scout: expand\nALTER TABLE x ADD COLUMN y int')).toEqual([])
    for (const sql of [
      'ALTER TABLE x DROP COLUMN y',
      'ALTER TABLE x DROP COLUMN y;\n-- deal-scout: expand',
      '-- deal-scout: contract\nALTER TABLE x DROP COLUMN y',
    ])
      expect(marked(sql), sql).toEqual([
        expect.stringMatching(/0012_next\.sql does not say.*works from X\.Y\.Z/),
      ])
  })
})

it('a mark stands among the comments at the head of a migration', () => {
  expect(markOf('-- why\r\n-- deal-scout: expand\r\nSELECT 1')).toEqual({ kind: 'expand', worksFrom: null })
  expect(markOf('-- deal-scout: contract, works from 0.2.0')).toEqual({
    kind: 'contract',
    worksFrom: '0.2.0',
  })
  expect(markOf('--> statement-breakpoint\n-- deal-scout: expand')).toBeNull()
})
