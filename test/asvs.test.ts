import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { becameOf } from './asvs-ran.ts'
import { asvsHead, asvsOf, asvsRows, namedTests } from './asvs-table.ts'

const root = join(import.meta.dirname, '..')

/**
 * The titles of the tests in a file, as they are written: of it(), test(), describe() and what they have of each(). That a
 * test of this title is there is all that is said: that it ran and passed, asvs-ran.ts reads in the report of a whole run.
 */
function titlesIn(source: string): Set<string> {
  const called =
    /(?:\b(?:it|test|describe)(?:\.\w+)*(?:\([^()]*\))?\(|\)\()\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|`((?:\\.|[^`\\])*)`)/g
  return new Set([...source.matchAll(called)].map(([, one, two, three]) => (one ?? two ?? three)!))
}

/** A test that nobody runs, whatever the machine; skipIf() and the like have a condition. */
const isNeverRun = /\b(?:it|test|describe)\.(?:skip|todo|fails)\b/

/** What is wrong with `path › name`, one or several. */
function problemsOf(because: string): string[] {
  return namedTests(because).flatMap(({ text, path, name, isWhole }) => {
    if (!isWhole) return [`"${text}" is no "path › name"`]
    if (!existsSync(join(root, path))) return [`there is no ${path}`]
    const source = readFileSync(join(root, path), 'utf8')
    if (isNeverRun.test(source)) return [`${path} has tests that are never run`]
    return titlesIn(source).has(name) ? [] : [`${path} has no test "${name}"`]
  })
}

describe('the table of OWASP ASVS 5.0.0', () => {
  it('has each of the 253 requirements of levels 1 and 2 once, in their order', () => {
    expect(asvsHead).toBe('id\tlevel\trequirement\tverdict\ttest or reason')
    for (const { id, level, rest } of asvsRows) {
      expect(id).toMatch(/^V(?:[1-9]|1[0-7])\.[1-9]\.\d{1,2}$/)
      expect([id, ['1', '2'].includes(level), rest]).toEqual([id, true, []])
    }
    const ids = asvsRows.map(({ id }) => id)
    expect(new Set(ids).size).toBe(253)
    expect(asvsRows.filter(({ level }) => level === '1')).toHaveLength(70)
    expect(asvsRows.filter(({ level }) => level === '2')).toHaveLength(183)
    const asNumber = (id: string) =>
      id
        .slice(1)
        .split('.')
        .reduce((sum, part) => sum * 100 + Number(part), 0)
    expect(ids).toEqual(ids.toSorted((one, other) => asNumber(one) - asNumber(other)))
    expect(new Set(ids.map((id) => id.split('.')[0])).size).toBe(17)
  })

  it('says of each what it is about, and tested, not applicable or open, with tests or a reason', () => {
    for (const { id, requirement, verdict, because } of asvsRows) {
      expect([id, verdict]).toEqual([id, expect.stringMatching(/^(?:tested|not applicable|open)$/)])
      expect([id, requirement.length > 3 && requirement.length < 80]).toEqual([id, true])
      expect([id, because.trim() === because && because.length > 15]).toEqual([id, true])
      if (verdict !== 'tested') expect([id, because]).toEqual([id, expect.not.stringContaining(' › ')])
    }
  })

  it('names tests that are there, and that are run', () => {
    expect(
      asvsOf('tested').flatMap(({ id, because }) =>
        problemsOf(because).map((problem) => `${id}: ${problem}`),
      ),
    ).toEqual([])
    const [tested, notApplicable, open] = ['tested', 'not applicable', 'open'].map(
      (one) => asvsOf(one).length,
    )
    process.stdout.write(
      `${asvsRows.length} ids: ${tested} tested, ${notApplicable} not applicable, ${open} open\n`,
    )
  })

  it('are known to have run by the report of a whole run: one that failed, was skipped or did not come is told apart', () => {
    const { path, name } = namedTests(asvsOf('tested')[0]!.because)[0]!
    const told = (...statuses: string[]) => {
      const assertionResults = statuses.map((status) => ({ ancestorTitles: ['group'], title: name, status }))
      return becameOf({ testResults: [{ name: `/somewhere/${path}`, assertionResults }] }).get(
        `${path} › ${name}`,
      )
    }
    expect(told()).toBe('absent')
    expect(told('pending')).toBe('skipped')
    expect(told('pending', 'passed')).toBe('passed')
    expect(told('passed', 'failed')).toBe('failed')
  })

  it('would notice a test that is gone, was renamed, or is of no such file', () => {
    const [first] = asvsOf('tested')
    const [path, name] = first!.because.split(' ; ')[0]!.split(' › ')
    expect(problemsOf(`${path} › ${name}`)).toEqual([])
    expect(problemsOf(`${path} › ${name}`.slice(0, -1))).toEqual([expect.stringContaining('has no test')])
    expect(problemsOf(`${path!.replace('.test', 's.test')} › ${name}`)).toEqual([
      expect.stringContaining('there is no'),
    ])
    for (const wrong of [path!, `${path} › `, 'because it is so', `${path} › ${name} › more`])
      expect(problemsOf(wrong)).toEqual([expect.stringContaining('is no "path › name"')])
    expect([
      ...titlesIn(
        `it.each([['a', 1]])('one %s', () => {}); it.skipIf(x)(\n'two', () => {}); describe("three’s", () => {})`,
      ),
    ]).toEqual(['one %s', 'two', 'three’s'])
    for (const never of ['it.skip(', 'describe.todo(', 'test.skip.each('])
      expect(isNeverRun.test(never)).toBe(true)
    expect(isNeverRun.test('it.skipIf(isAway)(')).toBe(false)
  })
})
