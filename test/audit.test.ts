import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { frameDays, judge, readKnown, unusableDays } from './audit.ts'

const root = join(import.meta.dirname, '..')
const head = 'advisory\tpackage\tfirst seen\tothers can use it\twhat is done\n'
const line = (advisory: string, firstSeen: string, usable = 'yes') =>
  `${advisory}\tsome\t${firstSeen}\t${usable}\twaits for its release\n`

/** As npm 11 prints it: the package itself, and one that brings it along. */
const report = (...weaknesses: [advisory: string, severity: string][]) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: {
      some: {
        name: 'some',
        severity: 'high',
        isDirect: false,
        via: weaknesses.map(([advisory, severity], at) => ({
          source: 1_100_000 + at,
          name: 'some',
          dependency: 'some',
          title: 'some reads too much',
          url: `https://github.com/advisories/${advisory}`,
          severity,
          cwe: ['CWE-400'],
          cvss: { score: 7.5, vectorString: null },
          range: '<2.0.1',
        })),
        effects: ['other'],
        range: '<2.0.1',
        nodes: ['node_modules/some'],
        fixAvailable: true,
      },
      other: {
        name: 'other',
        severity: 'high',
        isDirect: true,
        via: ['some'],
        effects: [],
        range: '1.0.0 - 1.2.3',
        nodes: ['node_modules/other'],
        fixAvailable: { name: 'other', version: '2.0.0', isSemVerMajor: true },
      },
    },
    metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high: 2, critical: 0, total: 2 } },
  })
const [one, two] = ['GHSA-aaaa-bbbb-cccc', 'GHSA-dddd-eeee-ffff'] as const
const clean = JSON.stringify({ auditReportVersion: 2, vulnerabilities: {}, metadata: {} })

it.each([...Object.entries(frameDays), ['unheard-of', frameDays.critical] as [string, number]])(
  'a weakness that is %s may be known for its time and fails the day after',
  (severity, days) => {
    const seen = (age: number, usable = 'yes') => {
      const firstSeen = new Date(Date.parse('2026-11-29') - age * 86_400_000).toISOString().slice(0, 10)
      return judge(report([one, severity]), readKnown(head + line(one, firstSeen, usable)), '2026-11-29')
    }
    expect(seen(days)).toMatchObject({ ok: true, unwritten: [] })
    expect(seen(days).lines.join()).toContain(`known for ${days} of ${days} days`)
    expect(seen(days + 1)).toMatchObject({ ok: false, unwritten: [] })
    const longer = Math.max(days, unusableDays)
    expect([seen(longer, 'no').ok, seen(longer + 1, 'no').ok]).toEqual([true, false])
  },
)

it('one that nobody wrote down fails until it is, and one that is gone says so', () => {
  const verdict = judge(
    report([one, 'low'], [two, 'low']),
    readKnown(head + line(two, '2026-11-20')),
    '2026-11-29',
  )
  expect(verdict.ok).toBe(false)
  expect(verdict.unwritten).toEqual([`${one}\tsome\t2026-11-29\tyes\tto be looked at`])
  expect(
    judge(report([one, 'low']), readKnown(`${head}${verdict.unwritten.join()}\n`), '2026-11-30').ok,
  ).toBe(true)
  const gone = judge(clean, readKnown(head + line(two, '2020-01-01')), '2026-11-29')
  expect([gone.ok, gone.lines]).toEqual([true, [`audit: ${two} is gone: take its line out`]])
})

it.each([
  ['', 'no answer'],
  ['npm error code ENOTFOUND', 'npm error code ENOTFOUND'],
  [
    JSON.stringify({
      message: '405 Method Not Allowed - POST https://registry.example/bulk',
      statusCode: 405,
      error: { summary: '' },
    }),
    '405 Method Not Allowed',
  ],
  [
    JSON.stringify({
      error: { code: 'ENOAUDIT', summary: 'Your configured registry does not support audit' },
    }),
    'does not support audit',
  ],
])('a registry that could not be asked is said, and fails nothing: %j', (output, said) => {
  const verdict = judge(output, readKnown(head + line(one, '2020-01-01')), '2026-11-29')
  expect(verdict).toEqual({ ok: true, unwritten: [], lines: [expect.stringContaining(said)] })
})

it('the file is whole, and one that is not is refused', () => {
  readKnown(readFileSync(join(root, 'docs/security/known-weaknesses.tsv'), 'utf8'))
  for (const wrong of [
    'GHSA-1\ta\t2026-01-01\tyes\tx',
    line(one, '2026-13-01'),
    line(one, '2026-01-01', 'maybe'),
    `${one}\ta\t2026-01-01\tyes\t\n`,
  ])
    expect(() => readKnown(head + wrong)).toThrow(/line 2 .* is not whole/)
})

it('npm run audit asks npm for what runs with the program, writes down what is new, and ends by the verdict', () => {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-audit-'))
  try {
    const file = join(folder, 'known.tsv')
    writeFileSync(file, head)
    const audit = (output: string) => {
      writeFileSync(join(folder, 'report.json'), output)
      writeFileSync(
        join(folder, 'npm'),
        `#!/bin/sh\necho "$@" > ${folder}/args\ncat ${folder}/report.json\nexit 1\n`,
      )
      chmodSync(join(folder, 'npm'), 0o755)
      const { status, stdout } = spawnSync(process.execPath, [join(root, 'test/audit.ts'), file], {
        encoding: 'utf8',
        env: { PATH: `${folder}:${process.env.PATH}` },
      })
      return [status, stdout]
    }
    expect(audit(report([one, 'critical']))).toEqual([1, expect.stringContaining('is new')])
    expect(readFileSync(join(folder, 'args'), 'utf8')).toBe('audit --omit=dev --json\n')
    expect(audit(report([one, 'critical']))).toEqual([0, expect.stringContaining('known for 0 of 7 days')])
    writeFileSync(file, head + line(one, '2026-01-01'))
    expect(audit(report([one, 'critical']))).toEqual([1, expect.stringContaining('mend it')])
    expect(audit(clean)[0]).toBe(0)
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    expect(scripts.audit).toBe('node test/audit.ts')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

it('the times by severity are those that are written down', () => {
  const page = readFileSync(join(root, 'docs/security/supply-chain.md'), 'utf8').replace(/\s+/g, ' ')
  for (const [severity, days] of Object.entries(frameDays))
    if (severity !== 'info') expect(page).toMatch(new RegExp(`\\| ${severity} \\| ${days} days`))
  expect(page).toContain(`${unusableDays} days where nobody outside can use it`)
})
