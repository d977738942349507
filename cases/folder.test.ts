import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { caseFolders, inputsInOrder, optionsOf, readFolder, readRecords } from './folder.ts'

const dir = mkdtempSync(join(tmpdir(), 'deal-scout-cases-'))
afterAll(() => rmSync(dir, { recursive: true }))

it('a folder is one that says what is expected; loose files and others are none', () => {
  writeFileSync(join(dir, 'judge-a.json'), '{}')
  mkdirSync(join(dir, 'notes'))
  mkdirSync(join(dir, 'b-2'))
  writeFileSync(join(dir, 'b-2/expected.json'), '{"kind":"k","run":"r","rows":[{"expected":1}]}')
  writeFileSync(join(dir, 'b-2/in.csv'), 'id,title\n1,"A, b"\n')
  expect(caseFolders(dir)).toEqual(['b-2'])
  expect(readFolder(dir, 'b-2')).toMatchObject({
    name: 'b-2',
    base: 'b',
    inputs: ['in.csv'],
    rows: [{ expected: 1 }],
  })
})

it('inputs come in the order in which the run names them; another ending stands for what it names', () => {
  const run = 'deal-scout import first.csv --source case, then a-later.csv'
  expect(inputsInOrder({ run, inputs: ['a-later.csv', 'first.csv'] })).toEqual(['first.csv', 'a-later.csv'])
  expect(inputsInOrder({ run: 'deal-scout parse feed feed.xml', inputs: ['feed.json'] })).toEqual([
    'feed.json',
  ])
})

it('rows that tabs part are read like those of commas', () => {
  writeFileSync(join(dir, 'rows.tsv'), 'id\ttitle\n1\tA, b\n')
  expect(readRecords(join(dir, 'rows.tsv'))).toEqual([{ id: '1', title: 'A, b' }])
})

it.each([
  ['deal-scout import a.csv --source case; then GET /api/listings', { source: 'case' }],
  ['value "A b" --condition "for parts"', { condition: 'for parts' }],
  ['(or deal-scout import page.html --marketplace craigslist)', { marketplace: 'craigslist' }],
  ['deal-scout rules import a.json --dry-run', { 'dry-run': '' }],
  ['--below 90', { below: '90' }],
])('the options of %j', (run, options) => {
  expect(optionsOf(run)).toEqual(options)
})

it.each([
  ['a.jsonl', '{"id":1}\n{"id":2}\n', [{ id: 1 }, { id: 2 }]],
  ['a.json', '[{"id":1}]', [{ id: 1 }]],
  ['a.csv', 'id,title\n1,"A ""b"""\n', [{ id: '1', title: 'A "b"' }]],
  ['a.txt', 'one\ntwo\n', [{ line: 'one' }, { line: 'two' }]],
])('the records of %s', (name, text, records) => {
  writeFileSync(join(dir, name), text)
  expect(readRecords(join(dir, name))).toEqual(records)
})
