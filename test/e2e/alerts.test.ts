import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parser } from '@prometheus-io/lezer-promql'
import { expect, it } from 'vitest'
import { groups } from '../../deploy/prometheus/alerts.ts'
import { exporterMetrics } from '../../deploy/prometheus/exporters.ts'
import { rulesYaml, ruleTestsYaml } from '../../deploy/prometheus/written.ts'
import { commandGroups } from '../../server/app/command-groups.ts'
import { testApp } from '../harness/app.ts'
import { noPromtool, promtool, promtoolPath } from '../harness/promtool.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const alerts = groups.flatMap((group) => group.alerts)
const runbookFolder = join(root, 'docs/operations/runbooks')
const runbooks = readdirSync(runbookFolder).map((name) => ({
  name: name.replace(/\.md$/, ''),
  text: readFileSync(join(runbookFolder, name), 'utf8'),
}))

/** The figures that an expression reads. */
function metricsIn(expr: string): string[] {
  const names: string[] = []
  parser.parse(expr).iterate({
    enter({ name, from, to }) {
      if (name === '⚠') throw new Error(`not PromQL: ${expr}`)
      if (name === 'Identifier' && /^[a-z][\w:]*$/.test(expr.slice(from, to)))
        names.push(expr.slice(from, to))
    },
  })
  return names
}

it('there are many alerts, each with a name of its own, a runbook that exists, and a case that fires and one that does not', () => {
  expect(alerts.length).toBeGreaterThanOrEqual(40)
  expect(new Set(alerts.map(({ name }) => name)).size).toBe(alerts.length)
  const missing = alerts.filter(({ runbook }) => !runbooks.some(({ name }) => name === runbook))
  expect(missing.map(({ name, runbook }) => [name, runbook])).toEqual([])
  for (const { fires, quiet } of alerts)
    expect([Object.keys(fires.series).length, Object.keys(quiet.series).length]).not.toContain(0)
})

it('each figure that an alert reads is one that the program or a named exporter gives', async () => {
  await using test = await testApp({
    roles: ['api', 'worker', 'scheduler'],
    env: { BACKUP_FOLDER: join(tmpdir(), 'deal-scout-no-backups') },
  })
  const text = await test.app.metrics.registry.metrics()
  const own = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name, type]) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name!],
  )
  // Where there is a Redis.
  const known = new Set([...own, 'deal_scout_redis_up', ...Object.values(exporterMetrics).flat()])
  const unknown = alerts.flatMap(({ name, expr }) =>
    metricsIn(expr).flatMap((metric) => (known.has(metric) ? [] : [[name, metric]])),
  )
  expect(unknown).toEqual([])
})

it('promtool finds nothing wrong with the rules, and each fires and is quiet as it should be', {
  timeout: 300_000,
}, (context) => {
  context.skip(promtoolPath === null, noPromtool)
  const rules = join(root, 'deploy/prometheus/alerts.yaml')
  expect(promtool(['check', 'rules', rules]).said).toContain(`${alerts.length} rules found`)
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-alerts-'))
  try {
    const files = groups.flatMap((group) => {
      // Each group by itself: promtool looks at every rule of a file at every minute of every case.
      writeFileSync(join(folder, `${group.name}.yaml`), rulesYaml([group]))
      return (['short', 'long'] as const).flatMap((length) => {
        const tests = ruleTestsYaml(group, `${group.name}.yaml`, length)
        const path = join(folder, `${group.name}-${length}.test.yaml`)
        if (tests !== null) writeFileSync(path, tests)
        return tests === null ? [] : [path]
      })
    })
    expect(promtool(['test', 'rules', ...files])).toMatchObject({ ok: true })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

it('each runbook has all its parts, and every command that it names exists', () => {
  expect(runbooks.length).toBeGreaterThanOrEqual(16)
  const known = new Set(
    commandGroups.flatMap(({ commands }) => commands.map(([usage]) => usage.split(' ')[0]!)),
  )
  for (const { name, text } of runbooks) {
    for (const part of [
      '**Symptom.**',
      '**Impact.**',
      'The first five minutes',
      'Causes and what mends them',
      'Checks after',
      'Escalate',
      'Rehearsed',
    ])
      expect(text, name).toContain(part)
    const named = [...text.matchAll(/(?:^|`)deal-scout ([a-z-]+)/gm)].map(([, word]) => word!)
    expect(
      named.filter((word) => !known.has(word)),
      name,
    ).toEqual([])
  }
})

it('every alert is led to by exactly the runbooks that say its name or its family', () => {
  const unused = runbooks.filter(({ name }) => !alerts.some(({ runbook }) => runbook === name))
  expect(unused.map(({ name }) => name)).toEqual([])
})
