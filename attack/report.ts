import type { Failure, Row } from './contract.ts'

const columns = ['attack', 'tries', 'held', 'failed', 'slowest /livez ms', 'p99 ms', 'peak RSS MB'] as const

/** The table, a line per note, and one per failure with how to repeat it. */
export function report(rows: readonly Row[], failures: readonly Failure[], seed: number): string {
  const cells = rows.map((row) =>
    row.skipped !== null
      ? [row.attack, `skipped: ${row.skipped}`]
      : [
          row.attack,
          ...[row.tries, row.held, row.failed, row.slowestLivezMs, row.p99LivezMs].map(String),
          `${row.peakRssMb} (+${row.growthMb})`,
        ],
  )
  const widths = columns.map((name, at) =>
    Math.max(
      name.length,
      ...cells.filter((row) => row.length > 2).map((row) => row[at]?.length ?? 0),
      at === 0 ? Math.max(0, ...cells.map((row) => row[0]!.length)) : 0,
    ),
  )
  const line = (row: readonly string[]) =>
    row.length === 2
      ? `${row[0]!.padEnd(widths[0]!)} | ${row[1]}`
      : row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')
  return [
    line(columns),
    widths.map((width) => '-'.repeat(width)).join('-|-'),
    ...cells.map(line),
    ...rows.flatMap(({ attack, notes }) => notes.map((note) => `${attack}: ${note}`)),
    ...rows.flatMap(({ attack, counts }) =>
      Object.keys(counts).length === 0 ? [] : [`${attack}: ${JSON.stringify(counts)}`],
    ),
    '',
    ...(failures.length === 0 ? ['Everything held.'] : groups(failures).map((one) => failureLine(one, seed))),
    '',
  ].join('\n')
}

interface Group extends Failure {
  times: number
}

/** One of each case, with all that was wrong; what failed alike is told once, by its first. */
function groups(failures: readonly Failure[]): Group[] {
  const byCase = new Map<string, Failure>()
  for (const failure of failures) {
    // What a batch found is many things.
    const key = `${failure.attack} ${failure.case} ${failure.what.includes(' ← ') ? failure.what : ''}`
    const known = byCase.get(key)
    byCase.set(key, known ? { ...known, what: `${known.what}; ${failure.what}` } : failure)
  }
  const byWhat = new Map<string, Group>()
  for (const failure of byCase.values()) {
    const key = `${failure.attack} ${failure.what.split(' ← ')[0]!.replaceAll(/\d{2,}/g, 'N')}`
    const known = byWhat.get(key)
    if (known) known.times++
    else byWhat.set(key, { ...failure, times: 1 })
  }
  return [...byWhat.values()]
}

function failureLine({ attack, case: name, what, times }: Group, seed: number): string {
  const again = name.startsWith('(') ? '' : ` --case '${name}'`
  const often = times === 1 ? '' : ` (${times} times alike)`
  return `FAILED ${attack} ${name}: ${what.replaceAll(/\s+/g, ' ').slice(0, 500)}${often}\n    again: npm run attack -- --seed ${seed} --only ${attack}${again}`
}
