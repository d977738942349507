import type { FaultFigures } from './under-load.ts'

/** Something was lost or doubled, or failed where nothing may. */
export const isWrong = ({ rules, alerts, mails, isOrdinary, failures }: FaultFigures) =>
  [rules, alerts, mails].some(({ lost, doubled }) => lost.length + doubled.length > 0) ||
  (isOrdinary && Object.keys(failures).length > 0)

/** In Markdown. */
export function faultTable(all: readonly FaultFigures[]): string {
  const of = (key: 'lost' | 'doubled', { rules, alerts, mails }: FaultFigures) =>
    rules[key].length + alerts[key].length + mails[key].length
  const failed = ({ failures }: FaultFigures) =>
    Object.entries(failures)
      .map(([status, count]) => `${count} × ${status === '0' ? 'no answer' : status}`)
      .join(', ') || 'none'
  return [
    '| fault | requests | failed | for s | p95 ms | done | undecided | mails | again | lost | doubled |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...all.map((one) =>
      [
        ...[
          '',
          one.fault,
          one.requests,
          failed(one),
          one.failedForS,
          Math.round(one.p95Ms).toLocaleString('en'),
        ],
        ...[one.rules.done + one.alerts.done, one.rules.undecided + one.alerts.undecided],
        ...[one.mails.done, one.mails.repeated, of('lost', one), of('doubled', one), ''],
      ]
        .join(' | ')
        .trim(),
    ),
  ].join('\n')
}
