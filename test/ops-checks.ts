/** Something that shows that operations hold. */
export interface OpsCheck {
  name: string
  says: string
  /** About so long, on a machine of its own. */
  minutes: number
  /** What this machine has not; null = nothing. */
  missing: string | null
  command: readonly [string, ...string[]]
}

export interface Checked {
  name: string
  result: 'held' | 'FAILED' | 'not run'
  seconds: number
  loadAverage: number
  note: string
}

/** In Markdown. */
export function checksTable(done: readonly Checked[]): string {
  return [
    '| check | result | s | load average | |',
    '|---|---|---|---|---|',
    ...done.map(({ name, result, seconds, loadAverage, note }) =>
      `| ${[name, result, seconds, loadAverage.toFixed(1), note].join(' | ')}`.trimEnd().concat(' |'),
    ),
  ].join('\n')
}
