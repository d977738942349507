import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** `npm run audit`: fails where a weakness of what runs with the program is known for longer than it may be. */

/** Within so many days it is mended, by its severity; docs/security/supply-chain.md says so. */
export const frameDays = { critical: 7, high: 7, moderate: 30, low: 90, info: 90 }
/** At least, where nobody outside can use it. */
export const unusableDays = 30

/** What `npm audit --json` says, as far as it is of use; where the registry did not answer there is no `vulnerabilities`. */
const reportSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      // The names of other packages are those through which it comes; they have entries of their own.
      via: z.array(
        z.union([
          z.string(),
          z.object({ url: z.string(), name: z.string(), title: z.string(), severity: z.string() }),
        ]),
      ),
    }),
  ),
})

export interface Known {
  advisory: string
  firstSeen: string
  usable: boolean
}

export interface Verdict {
  ok: boolean
  lines: string[]
  /** Weaknesses that nobody wrote down yet: lines for docs/security/known-weaknesses.tsv. */
  unwritten: string[]
}

export function readKnown(text: string): Known[] {
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line, at) => {
      const [advisory = '', , firstSeen = '', usable = '', done = ''] = line.split('\t')
      const isWhole =
        /^GHSA(?:-\w{4}){3}$|^https:/.test(advisory) &&
        /^\d{4}-\d{2}-\d{2}$/.test(firstSeen) &&
        !Number.isNaN(Date.parse(firstSeen)) &&
        ['yes', 'no'].includes(usable) &&
        done.trim() !== ''
      if (!isWhole) throw new Error(`line ${at + 2} of known-weaknesses.tsv is not whole: ${line}`)
      return { advisory, firstSeen, usable: usable === 'yes' }
    })
}

/** `today` as YYYY-MM-DD. */
export function judge(output: string, known: readonly Known[], today: string): Verdict {
  const report = reportSchema.safeParse(parsed(output))
  if (!report.success)
    return { ok: true, lines: [`audit: the registry could not be asked: ${unasked(output)}`], unwritten: [] }
  const found = new Map(
    Object.values(report.data.vulnerabilities).flatMap(({ via }) =>
      via.flatMap((one) => (typeof one === 'string' ? [] : [[idOf(one.url), one] as const])),
    ),
  )
  const lines: string[] = []
  const unwritten: string[] = []
  let ok = true
  for (const [advisory, { name, title, severity }] of found) {
    const line = known.find((one) => one.advisory === advisory)
    const what = `${advisory} (${severity}, ${name}: ${title})`
    if (line === undefined) {
      ok = false
      unwritten.push([advisory, name, today, 'yes', 'to be looked at'].join('\t'))
      lines.push(`audit: ${what} is new: its time begins with a line in docs/security/known-weaknesses.tsv`)
      continue
    }
    const bySeverity = frameDays[severity as keyof typeof frameDays] ?? frameDays.critical
    const days = line.usable ? bySeverity : Math.max(bySeverity, unusableDays)
    const age = Math.floor((Date.parse(today) - Date.parse(line.firstSeen)) / 86_400_000)
    ok &&= age <= days
    lines.push(
      `audit: ${what} is known for ${age} of ${days} days${age <= days ? '' : ': mend it, or go around it'}`,
    )
  }
  for (const { advisory } of known)
    if (!found.has(advisory)) lines.push(`audit: ${advisory} is gone: take its line out`)
  if (lines.length === 0) lines.push('audit: no weakness is known of what runs with the program')
  return { ok, lines, unwritten }
}

const idOf = (url: string) => /GHSA(?:-\w{4}){3}/.exec(url)?.[0] ?? url

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function unasked(output: string): string {
  const { message, error } = (parsed(output) ?? {}) as { message?: string; error?: { summary?: string } }
  return (message || error?.summary || output.trim().slice(0, 200) || 'no answer').split('\n')[0]!
}

if (import.meta.main) {
  const file =
    process.argv[2] ?? fileURLToPath(new URL('../docs/security/known-weaknesses.tsv', import.meta.url))
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  const known = readKnown(readFileSync(file, 'utf8'))
  const verdict = judge(stdout ?? '', known, new Date().toISOString().slice(0, 10))
  process.stdout.write(`${verdict.lines.join('\n')}\n`)
  for (const line of verdict.unwritten) appendFileSync(file, `${line}\n`)
  process.exitCode = verdict.ok ? 0 : 1
}
