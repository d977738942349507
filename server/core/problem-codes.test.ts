import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ProblemKind, problemCodes } from './problem-codes.ts'
import { problemsMarkdown } from './problem-kinds.ts'

const kinds: Readonly<Record<string, ProblemKind>> = problemCodes

/** Errors of the command line and of setting up, which no request brings about. */
const notOfRequests = new Set([
  ...['bad-config', 'nothing-here', 'unhealthy', 'interrupted'],
  ...['not-all-applied', 'upgrade-not-ready', 'upgrade-needs-stop'],
  ...['secrets-closed', 'keys-configured', 'keys-in-use'],
])

describe('the codes of problems', () => {
  it('that the program throws are all in the table, with the status that they come with', () => {
    const thrown = thrownInSource().filter(({ code }) => !notOfRequests.has(code))
    expect(thrown.length).toBeGreaterThan(30)
    for (const { file, code, status } of thrown)
      expect({ file, code, status: kinds[code]?.status }).toEqual({
        file,
        code,
        status: status ?? expect.any(Number),
      })
  })

  it('are words in kebab-case with an error status, a title and a sentence that says what to do', () => {
    for (const [code, { status, title, remedy }] of Object.entries(kinds)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(status >= 400 && status < 600, code).toBe(true)
      expect(title, code).toMatch(/^[A-Z].*[^.]$/)
      expect(remedy, code).toMatch(/^[A-Z].*\.$/)
      expect(problemsMarkdown()).toContain(`| ${status} | \`${code}\` | ${title} |`)
    }
  })
})

interface Thrown {
  file: string
  code: string
  status: number | undefined
}

/** By the text: `new AppError({ code: 'x', status: 4 …`, `conflict('x', …`, `refused('x', …`. */
function thrownInSource(): Thrown[] {
  const server = join(import.meta.dirname, '..')
  return readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/test|fake-server|stand-in/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(server, file), 'utf8')
      const made = [...text.matchAll(/new AppError\(\{\s*code: '([\w-]+)',\s*status: (\d+)/g)]
      const refused = [...text.matchAll(/\b(?:conflict|refused)\(\s*'([\w-]+)'/g)]
      return [
        ...made.map(([, code, status]) => ({ file, code: code!, status: Number(status) })),
        ...refused.map(([, code]) => ({ file, code: code!, status: 409 })),
      ]
    })
}
