import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { OptionSpec } from '../../server/core/options.ts'
import { isPublicAddress } from '../../server/core/public-address.ts'
import { kubectlPath, noKubectl, rendered, whySkipped } from '../harness/kubectl.ts'
import { type Document, nameOf, podLabels, workloadsOf } from './document.ts'
import { mayCall, mayReach } from './network-policies.ts'
import { allOptions, policies } from './policies.ts'
import { schemaProblems, typeProblems } from './shapes.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const overlays = readdirSync(join(root, 'deploy/kubernetes/overlays'))
const kinds: Readonly<Record<string, readonly string[]>> = {
  small: ['Cluster', 'Ingress', 'CronJob', 'Job', 'NetworkPolicy', 'PodDisruptionBudget'],
  production: [
    'Cluster',
    'ExternalSecret',
    'HorizontalPodAutoscaler',
    'ScaledObject',
    'PrometheusRule',
    'ServiceMonitor',
  ],
  managed: ['ExternalSecret', 'HorizontalPodAutoscaler', 'ScaledObject', 'PrometheusRule', 'ServiceMonitor'],
}

let options: OptionSpec[]
beforeAll(async () => {
  options = await allOptions()
})

it('there are overlays for a small cluster, for many people, and for services of a cloud', () => {
  expect(overlays.toSorted()).toEqual(Object.keys(kinds).toSorted())
})

describe.skipIf(kubectlPath === null).each(overlays)(`overlay %s${whySkipped}`, (overlay) => {
  let documents: Document[]
  beforeAll(() => {
    documents = rendered(overlay)
  })

  it('has what it is for, each under a name of its own', () => {
    const names = documents.map(nameOf)
    expect(new Set(names).size).toBe(names.length)
    expect(documents.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds[overlay]!]))
    expect(workloadsOf(documents).map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...['Deployment deal-scout-api', 'Deployment deal-scout-worker', 'Deployment deal-scout-scheduler'],
        ...['CronJob deal-scout-backup', expect.stringMatching(/^Job deal-scout-migrate-\d+-\d+-\d+/)],
      ]),
    )
  })

  it('every document is in order by the schema of its kind, and has no field that there is not', async () => {
    expect(await schemaProblems(documents)).toEqual([])
    expect(typeProblems(documents)).toEqual([])
  })

  it.each(policies)('$name', ({ find }) => {
    expect(find(documents, options)).toEqual([])
  })

  it('api and workers reach the public internet, nobody else does, and nobody a private network or a cloud’s metadata', () => {
    const samples = [
      ...['8.8.8.8', '93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
      ...['10.1.2.3', '172.20.0.1', '192.168.1.1', '100.64.0.1', '127.0.0.1', '169.254.169.254', '0.1.2.3'],
      ...['168.63.129.16', '192.0.0.5', '198.18.0.1', '203.0.113.9', '224.0.0.1', '240.0.0.1', '192.0.2.1'],
      ...['::1', 'fc00::1', 'fe80::1', '2001:db8::1', '2002:a00:1::1', '2001:0:1::1', 'ff02::1'],
      ...['198.51.100.1', '3fff::1'],
    ]
    // The subnets of a cloud's own database are asked for by the overlay that has them, and only at their ports.
    const internet = documents.filter(
      ({ kind, metadata }) => kind !== 'NetworkPolicy' || metadata.name === 'internet-out',
    )
    const open = [...podLabels(documents)].flatMap(([name, labels]) =>
      samples.some((address) => mayCall(internet, labels, address)) ? [name] : [],
    )
    expect(open.toSorted()).toEqual(['Deployment deal-scout-api', 'Deployment deal-scout-worker'])
    const labels = podLabels(documents).get('Deployment deal-scout-worker')!
    const differing = samples.filter(
      (address) => mayCall(internet, labels, address) !== isPublicAddress(address),
    )
    expect(differing).toEqual([])
  })

  it('whoever needs the database reaches it, and Redis only those who count', () => {
    const pods = podLabels(documents)
    const reach = (to: string, port: number) =>
      [...pods].flatMap(([name, labels]) => {
        const target = pods.get(to)
        const isThere = target !== undefined && mayReach(documents, labels, target, port)
        return isThere && name !== to ? [name.replace(/-\d+-\d+-\d+$/, '')] : []
      })
    const exporters = overlay === 'production'
    const programs = [
      'Deployment deal-scout-api',
      'Deployment deal-scout-scheduler',
      'Deployment deal-scout-worker',
    ]
    const inCluster = overlay !== 'managed'
    expect(reach('Cluster deal-scout-db', 5432).toSorted()).toEqual(
      inCluster
        ? [
            ...['CronJob deal-scout-backup', 'Deployment deal-scout-api'],
            ...(exporters ? ['Deployment deal-scout-postgres-exporter'] : []),
            ...['Deployment deal-scout-scheduler', 'Deployment deal-scout-worker', 'Job deal-scout-migrate'],
          ]
        : [],
    )
    expect(reach('Deployment deal-scout-valkey', 6379).toSorted()).toEqual(
      inCluster
        ? [...programs, ...(exporters ? ['Deployment deal-scout-redis-exporter'] : [])].toSorted()
        : [],
    )
  })

  it('who owns the tables is known to what migrates and backs up, and to no process that people reach', () => {
    const users = workloadsOf(documents).flatMap(({ name, pod }) =>
      (pod.volumes ?? []).some(({ secret }) => secret?.secretName === 'deal-scout-owner')
        ? [name.replace(/-\d+-\d+-\d+$/, '')]
        : [],
    )
    expect(users.toSorted()).toEqual(['CronJob deal-scout-backup', 'Job deal-scout-migrate'])
  })
})

it('the database in the cluster has the roles and rights that docs/security/database-roles.md gives', (context) => {
  context.skip(kubectlPath === null, noKubectl)
  const page = readFileSync(join(root, 'docs/security/database-roles.md'), 'utf8')
  const [make, grant] = [...page.matchAll(/```sql\n(.*?)```/gs)].map(([, sql]) =>
    sql!
      .split(';')
      .map((one) =>
        one
          .trim()
          .replaceAll(/\s+/g, ' ')
          .replace(/ PASSWORD '[^']*'/, ''),
      )
      .filter((one) => one !== ''),
  )
  for (const overlay of ['small', 'production']) {
    const { spec } = rendered(overlay).find(({ kind }) => kind === 'Cluster')!
    // The operator makes the database and its owner.
    const own = make!.filter((one) => !/ROLE deal_scout_owner|CREATE DATABASE/.test(one))
    expect(spec.bootstrap.initdb.postInitApplicationSQL).toEqual([...own, ...grant!])
    expect(spec.bootstrap.initdb).toMatchObject({ database: 'deal_scout', owner: 'deal_scout_owner' })
  }
})
