import { stringify } from 'yaml'
import type { Alert, Case, Group } from './alert.ts'
import { groups } from './alerts.ts'

const head = '# Written by "npm run generate" from deploy/prometheus/alerts.ts.\n'
const yaml = (value: object) => head + stringify(value, { lineWidth: 0 })
const runbooks = 'https://github.com/deal-scout/deal-scout/blob/main/docs/operations/runbooks'

const annotationsOf = ({ summary, runbook }: Alert) => ({ summary, runbook_url: `${runbooks}/${runbook}.md` })

/** Groups of rules as Prometheus has them. */
export const rulesOf = (some: readonly Group[]) => ({
  groups: some.map(({ name, alerts }) => ({
    name: `deal-scout-${name}`,
    rules: alerts.map((alert) => ({
      alert: alert.name,
      expr: alert.expr,
      for: alert.for,
      labels: { severity: alert.severity },
      annotations: annotationsOf(alert),
    })),
  })),
})

/** What Prometheus reads. */
export const rulesYaml = (some: readonly Group[] = groups) => yaml(rulesOf(some))

/** Of cases that last longer than this the rules are looked at less often: promtool looks at each of them every time. */
const shortMinutesMax = 100

/**
 * For `promtool test rules`: each alert of a group with a case in which it fires and one in which it does not; null where
 * none is of that length.
 */
export function ruleTestsYaml({ alerts }: Group, rulesFile: string, length: 'short' | 'long'): string | null {
  const tests = alerts
    .flatMap((alert) => [testOf(alert, alert.fires, true), testOf(alert, alert.quiet, false)])
    .filter(
      ({ alert_rule_test: [test] }) =>
        Number.parseInt(test!.eval_time, 10) > shortMinutesMax === (length === 'long'),
    )
  if (tests.length === 0) return null
  return yaml({ rule_files: [rulesFile], evaluation_interval: length === 'short' ? '1m' : '30m', tests })
}

function testOf(alert: Alert, { series, at, labels = [{}] }: Case, fires: boolean) {
  const expected = labels.map((more) => ({
    exp_labels: { severity: alert.severity, ...more },
    exp_annotations: annotationsOf(alert),
  }))
  return {
    interval: '1m',
    name: `${alert.name} ${fires ? 'fires' : 'is quiet'}`,
    input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
    alert_rule_test: [{ eval_time: at, alertname: alert.name, exp_alerts: fires ? expected : [] }],
  }
}

/** For who is woken: what each alert means and where it is said what to do. */
export function alertsMarkdown(): string {
  const parts = groups.map(({ name, alerts }) => {
    const rows = alerts.map(
      (alert) =>
        `| \`${alert.name}\` | ${alert.severity} | ${alert.for} | ${alert.summary} | [${alert.runbook}](runbooks/${alert.runbook}.md) |`,
    )
    const heading = name[0]!.toUpperCase() + name.slice(1)
    return `## ${heading}\n\n| alert | wakes | after | what is so | what to do |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
  })
  return `${intro}\n${parts.join('\n')}`
}

const intro = `# Alerts

Written by "npm run generate" from \`deploy/prometheus/alerts.ts\`; \`promtool test rules\` tries each with a case in which it fires and
one in which it does not. \`page\` wakes somebody at once, \`ticket\` waits for the next working day. Load
\`deploy/prometheus/alerts.yaml\` as a rule file; the job that scrapes the ports for operators is to be named \`deal-scout\`, that of
the blackbox exporter \`deal-scout-probe\`.
`
