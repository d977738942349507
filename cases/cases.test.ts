import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { templateName } from '../test/harness/database-server.ts'
import { checkerFor } from './checkers.ts'
import { caseFolders, readFolder } from './folder.ts'
import { groupTable, totalLine } from './print.ts'
import { defaultDir, type FolderScore, runCases, total } from './runner.ts'
import { openShared, type Shared } from './world.ts'

const dir = defaultDir(fileURLToPath(new URL('../', import.meta.url)))
const isThere = existsSync(dir)
if (!isThere) process.stdout.write(`There are no cases at ${dir}: they are not run.\n`)

describe.skipIf(!isThere)('the cases beside this project', () => {
  let shared: Shared
  const scores: FolderScore[] = []
  beforeAll(async () => {
    shared = await openShared({ url: inject('databaseUrl'), template: templateName })
    for await (const score of runCases(dir, shared)) scores.push(score)
    process.stdout.write(`${groupTable(scores)}\n${totalLine(total(scores))}\n`)
  }, 600_000)
  afterAll(() => shared?.[Symbol.asyncDispose]())

  it('are understood, each folder by a checker, and put to the program to their end', () => {
    expect(scores.filter(({ form }) => form === null).map(({ folder }) => folder)).toEqual([])
    const { wrong } = total(scores)
    expect(wrong.filter(({ got }) => String(got).startsWith('not run:'))).toEqual([])
  })

  it('count every row once: as right, or as wrong with what was got', () => {
    const rows = caseFolders(dir).reduce((sum, name) => sum + readFolder(dir, name).rows.length, 0)
    const all = total(scores)
    expect(all).toMatchObject({ folders: caseFolders(dir).length, rows })
    expect(all.right + all.wrong.length).toBe(rows)
    for (const { got } of all.wrong) expect(got).not.toBeUndefined()
  })

  it.each(isThere ? caseFolders(dir) : [])('%s would be noticed if it were wrong', (name) => {
    const folder = readFolder(dir, name)
    const checker = checkerFor(folder)!
    for (const row of folder.rows) {
      const mistakes = checker.mistakes(row, folder)
      expect(mistakes).not.toEqual([])
      for (const mistake of mistakes)
        expect([row, mistake, checker.evaluate(row, mistake, folder).right]).toEqual([row, mistake, false])
    }
  })

  it('are all right', () => {
    expect(total(scores).wrong).toEqual([])
  })
})
