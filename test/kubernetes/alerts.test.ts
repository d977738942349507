import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { kubernetesGroups } from '../../deploy/kubernetes/written.ts'
import { groups } from '../../deploy/prometheus/alerts.ts'
import { ruleTestsYaml } from '../../deploy/prometheus/written.ts'
import { noPromtool, promtool, promtoolPath } from '../harness/promtool.ts'

const file = fileURLToPath(
  new URL('../../deploy/kubernetes/components/monitoring/prometheus-rule.yaml', import.meta.url),
)
const { spec } = parse(readFileSync(file, 'utf8')) as {
  spec: { groups: { name: string; rules: object[] }[] }
}
const names = (all: typeof groups) => all.flatMap(({ alerts }) => alerts.map(({ name }) => name))

it('a cluster has every alert that there is, but for one that its backups answer by themselves', () => {
  const here = names(kubernetesGroups)
  expect(names(groups).filter((name) => !here.includes(name))).toEqual(['DealScoutBackupUntried'])
  expect(spec.groups.flatMap(({ rules }) => rules).length).toBe(here.length)
})

it('no alert of a cluster looks at the folder of backups, which no process has that is asked', () => {
  expect(JSON.stringify(spec)).not.toContain('deal_scout_backup_')
})

it('promtool finds nothing wrong with the rules of the cluster, and those on its backups fire and are quiet as they should', (context) => {
  context.skip(promtoolPath === null, noPromtool)
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-kubernetes-alerts-'))
  try {
    const rules = join(folder, 'rules.yaml')
    writeFileSync(rules, stringify(spec))
    expect(promtool(['check', 'rules', rules])).toMatchObject({ ok: true })
    const backups = kubernetesGroups.find(({ name }) => name === 'backups')!
    const alerts = backups.alerts.filter(({ expr }) => expr.includes('kube_cronjob'))
    expect(alerts.length).toBe(2)
    const own = spec.groups.filter(({ name }) => name === 'deal-scout-backups')
    writeFileSync(join(folder, 'own.yaml'), stringify({ groups: own }))
    const tests = ruleTestsYaml({ name: 'backups', alerts }, 'own.yaml', 'long')!
    writeFileSync(join(folder, 'own.test.yaml'), tests)
    expect(promtool(['test', 'rules', join(folder, 'own.test.yaml')])).toMatchObject({ ok: true })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
