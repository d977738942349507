import { table } from '../server/core/commands.ts'
import { type FolderScore, groupOf, type Score } from './runner.ts'

/** A folder's score for a person, with each row that is wrong. */
export function folderLine({ folder, rows, right, wrong }: FolderScore): string {
  const head = `${right === rows ? '✓' : '✗'} ${folder} ${right}/${rows}`
  return [
    head,
    ...wrong.map(({ row, expected, got }) => {
      const what = Object.values(row).map(short).join(' ')
      return `    ${what}${what === '' ? '' : ': '}expected ${short(expected)}, got ${short(got)}`
    }),
  ].join('\n')
}

export function groupTable(scores: readonly FolderScore[]): string {
  const groups = Map.groupBy(scores, ({ folder }) => groupOf(folder))
  const sum = (all: FolderScore[], field: 'right' | 'rows') => all.reduce((n, one) => n + one[field], 0)
  return table(
    ['kind', 'folders', 'right', 'rows'],
    [...groups].map(([group, all]) => [group, all.length, sum(all, 'right'), sum(all, 'rows')]),
  )
}

export function totalLine({ folders, rows, right }: Score): string {
  const percent = rows === 0 ? 100 : Math.floor((right / rows) * 1000) / 10
  return `${folders} folders, ${right} of ${rows} rows right (${percent} %)`
}

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
