import { stringify } from 'yaml'
import type { Alert, Group } from '../prometheus/alert.ts'
import { groups } from '../prometheus/alerts.ts'
import { rulesOf } from '../prometheus/written.ts'
import { backupAlerts } from './backup-alerts.ts'

const written = (from: string, value: object) =>
  `# Written by "npm run generate" from ${from}.\n${stringify(value, { lineWidth: 0 })}`

export const image = 'ghcr.io/deal-scout/deal-scout'

/** Which release a cluster runs: its image, and the name of the Job that migrates to it, since a Job cannot be changed. */
export const versionKustomization = (version: string) =>
  written('the version in package.json', {
    apiVersion: 'kustomize.config.k8s.io/v1alpha1',
    kind: 'Component',
    images: [{ name: image, newTag: version }],
    patches: [
      {
        target: { kind: 'Job', name: 'deal-scout-migrate' },
        options: { allowNameChange: true },
        patch: stringify([
          {
            op: 'replace',
            path: '/metadata/name',
            value: `deal-scout-migrate-${version.replaceAll('.', '-')}`,
          },
        ]),
      },
    ],
  })

/** The alerts of any installation, but for backups, which a CronJob makes here. */
export const kubernetesGroups: readonly Group[] = groups.map((group) => ({
  ...group,
  alerts: group.alerts.flatMap((alert): readonly Alert[] =>
    alert.name in backupAlerts ? (backupAlerts[alert.name] ?? []) : [alert],
  ),
}))

/** What the Prometheus Operator gives to Prometheus. */
export const prometheusRule = () =>
  written('deploy/prometheus/alerts.ts', {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: 'deal-scout' },
    spec: rulesOf(kubernetesGroups),
  })
