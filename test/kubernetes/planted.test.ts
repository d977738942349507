import { beforeAll, describe, expect, it } from 'vitest'
import type { OptionSpec } from '../../server/core/options.ts'
import { kubectlPath, rendered, whySkipped } from '../harness/kubectl.ts'
import type { Container, Document, PodSpec } from './document.ts'
import { allOptions, policies } from './policies.ts'
import { schemaProblems, typeProblems } from './shapes.ts'

let documents: Document[]
let options: OptionSpec[]
beforeAll(async () => {
  if (kubectlPath === null) return
  documents = rendered('production')
  options = await allOptions()
})

type Plant = (all: Document[]) => unknown

const find = (all: Document[], kind: string, name: string): Document =>
  all.find((one) => one.kind === kind && one.metadata.name.replace(/-\w{10}$/, '') === name)!
const api = (all: Document[]): PodSpec => find(all, 'Deployment', 'deal-scout-api').spec.template.spec
const container = (all: Document[]): Container => api(all).containers[0]!
const config = (all: Document[]) => find(all, 'ConfigMap', 'deal-scout').data!
const envOf = (all: Document[], name: string) => container(all).env!.find((one) => one.name === name)!

/** What is wrong in each, by the policy that is to find it. */
const planted: Readonly<Record<string, readonly Plant[]>> = {
  'an image has a version, and not "latest"': [
    (all) => (container(all).image = 'ghcr.io/deal-scout/deal-scout:latest'),
    (all) => (find(all, 'Deployment', 'deal-scout-valkey').spec.template.spec.containers[0].image = 'valkey'),
    (all) => (container(all).image = 'registry.example:5000/deal-scout'),
  ],
  'the program is the same image everywhere': [
    (all) => (container(all).image = 'ghcr.io/deal-scout/deal-scout:0.0.9'),
  ],
  'nothing runs as root': [
    (all) => (api(all).securityContext!.runAsUser = 0),
    (all) => delete api(all).securityContext!.runAsNonRoot,
    (all) => (container(all).securityContext!.runAsUser = 0),
  ],
  'no container writes to its root, gains rights or keeps capabilities': [
    (all) => delete container(all).securityContext!.readOnlyRootFilesystem,
    (all) => (container(all).securityContext!.capabilities = { drop: ['NET_RAW'] }),
    (all) => (container(all).securityContext!.capabilities!.add = ['NET_ADMIN']),
    (all) => (container(all).securityContext!.allowPrivilegeEscalation = true),
    (all) => delete container(all).securityContext,
    (all) => (api(all).initContainers = [{ name: 'first', image: 'busybox:1.36' }]),
  ],
  'nothing of the node is shared, and system calls are filtered': [
    (all) => (api(all).hostNetwork = true),
    (all) => delete api(all).securityContext!.seccompProfile,
    (all) => api(all).volumes!.push({ name: 'node', hostPath: { path: '/' } } as never),
    (all) => api(all).volumes!.push({ name: 'endless', emptyDir: {} }),
  ],
  'every container says what it needs and what it may take': [
    (all) => delete container(all).resources!.limits!.memory,
    (all) => delete container(all).resources,
  ],
  'whatever runs for long is probed, at a port that it has': [
    (all) => delete container(all).livenessProbe,
    (all) => delete container(all).readinessProbe,
    (all) => (container(all).startupProbe!.httpGet!.port = 'metrics'),
  ],
  'a pod has a service account of its own, and no token of it': [
    (all) => delete api(all).automountServiceAccountToken,
    (all) => (api(all).serviceAccountName = 'deal-scout-worker'),
    (all) => delete api(all).serviceAccountName,
  ],
  'no Service’s variables are taken for options': [(all) => delete api(all).enableServiceLinks],
  'a pod has the time to stop that the program takes': [
    (all) => (api(all).terminationGracePeriodSeconds = 30),
    (all) => (envOf(all, 'DEAL_SCOUT_DRAIN_MS').value = '60000'),
    (all) => (envOf(all, 'DEAL_SCOUT_DRAIN_MS').value = '0'),
  ],
  'no secret is in a ConfigMap or in a variable': [
    (all) => (config(all).DEAL_SCOUT_SECRET_KEYS = 'AAAA'),
    (all) => (config(all).MAIL_FROM = 'https://user:word@mail.example'),
    (all) => container(all).env!.push({ name: 'EBAY_CLIENT_SECRET', value: 'PRD-1' }),
  ],
  'no Secret with content is among the documents': [
    (all) => all.push({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x', namespace: 'deal-scout' } }),
  ],
  'each variable is an option that the program knows': [
    (all) => (config(all).DEAL_SCOUT_OPS_PROT = '9464'),
    (all) => container(all).env!.push({ name: 'NODE_OPTIONS', value: '--inspect' }),
    (all) => (find(all, 'ExternalSecret', 'deal-scout-options').spec.target.template.data.SMTP_ULR = 'x'),
  ],
  'each selector selects a pod that there is': [
    (all) => (find(all, 'Service', 'deal-scout-api').spec.selector['app.kubernetes.io/component'] = 'web'),
    (all) =>
      (find(all, 'PodDisruptionBudget', 'deal-scout-worker').spec.selector.matchLabels = { app: 'worker' }),
    (all) => (find(all, 'NetworkPolicy', 'valkey-in').spec.podSelector.matchLabels = { app: 'redis' }),
    (all) =>
      delete find(all, 'Deployment', 'deal-scout-api').spec.template.metadata.labels[
        'app.kubernetes.io/name'
      ],
  ],
  'a Service, an Ingress and a ServiceMonitor lead to a port that there is': [
    (all) => (find(all, 'Service', 'deal-scout-ops').spec.ports[0].targetPort = 'metrics'),
    (all) =>
      (find(all, 'Ingress', 'deal-scout').spec.rules[0].http.paths[0].backend.service.port.name = 'https'),
    (all) => (find(all, 'ServiceMonitor', 'deal-scout').spec.endpoints[0].port = 'http'),
  ],
  'people come by TLS, to the address that the program says is its own': [
    (all) => delete find(all, 'Ingress', 'deal-scout').spec.tls,
    (all) => (find(all, 'Ingress', 'deal-scout').spec.rules[0].host = 'other.example'),
    (all) => (config(all).DEAL_SCOUT_BASE_URL = 'http://deals.example'),
  ],
  'whatever runs for long may be moved, one pod at a time': [
    (all) => all.splice(all.indexOf(find(all, 'PodDisruptionBudget', 'deal-scout-api')), 1),
    (all) =>
      (find(all, 'PodDisruptionBudget', 'deal-scout-scheduler').spec = { minAvailable: 1, selector: {} }),
  ],
  'what grows by itself is a Deployment that there is, spread over zones and nodes, and not numbered by hand':
    [
      (all) => (find(all, 'HorizontalPodAutoscaler', 'deal-scout-api').spec.scaleTargetRef.name = 'api'),
      (all) => (find(all, 'Deployment', 'deal-scout-worker').spec.replicas = 2),
      (all) => delete api(all).topologySpreadConstraints,
    ],
  'no pod may ask the cluster for anything': [
    (all) =>
      all.push({
        ...{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding' },
        metadata: { name: 'deal-scout', namespace: 'deal-scout' },
      }),
    (all) => delete find(all, 'ServiceAccount', 'deal-scout-api').automountServiceAccountToken,
    (all) => all.splice(all.indexOf(find(all, 'ServiceAccount', 'deal-scout-worker')), 1),
  ],
  'everything is in one namespace, which asks for "restricted"': [
    (all) => (find(all, 'Deployment', 'deal-scout-api').metadata.namespace = 'default'),
    (all) =>
      (find(all, 'Namespace', 'deal-scout').metadata.labels!['pod-security.kubernetes.io/enforce'] =
        'baseline'),
  ],
  'nothing comes to a pod or goes from it that no policy names': [
    (all) => all.splice(all.indexOf(find(all, 'NetworkPolicy', 'nothing')), 1),
    (all) => (find(all, 'NetworkPolicy', 'nothing').spec.podSelector = { matchLabels: { a: 'b' } }),
  ],
  'a policy names who comes in, and by which port': [
    (all) => delete find(all, 'NetworkPolicy', 'people-in').spec.ingress[0].from,
    (all) => (find(all, 'NetworkPolicy', 'people-in').spec.ingress[0].from = [{ namespaceSelector: {} }]),
    (all) => delete find(all, 'NetworkPolicy', 'prometheus-in').spec.ingress[0].ports,
  ],
  'only the database’s own pods go to any address at all, for the cluster’s API': [
    (all) => delete find(all, 'NetworkPolicy', 'internet-out').spec.egress[0].to,
  ],
}

const plant = (how: Plant): Document[] => {
  const copy = structuredClone(documents)
  how(copy)
  return copy
}

it('each policy has a document that breaks it', () => {
  expect(Object.keys(planted).toSorted()).toEqual(policies.map(({ name }) => name).toSorted())
})

describe.skipIf(kubectlPath === null)(`a document with a fault is refused by name${whySkipped}`, () => {
  const cases = Object.entries(planted).flatMap(([name, plants]) =>
    plants.map((how, at) => ({ name, how, at })),
  )

  it.each(cases)('$name: $at', ({ name, how }) => {
    const broken = policies.filter(({ find: problems }) => problems(plant(how), options).length > 0)
    expect(broken.map((one) => one.name)).toContain(name)
  })

  it('a value of the wrong type, and a field that there is not', async () => {
    const wrong = plant((all) => {
      find(all, 'Deployment', 'deal-scout-api').spec.replicas = 'three'
      find(all, 'ServiceMonitor', 'deal-scout').spec.endpoints = 'all'
      find(all, 'Cluster', 'deal-scout-db').spec.instance = 3
      find(all, 'ScaledObject', 'deal-scout-worker').spec.triggers[0].metadata = 3
      find(all, 'ExternalSecret', 'deal-scout').spec.data = 'all'
    })
    expect((await schemaProblems(wrong)).map((one) => one.split(':')[0])).toEqual(
      expect.arrayContaining([
        ...['Deployment deal-scout-api', 'ServiceMonitor deal-scout', 'Cluster deal-scout-db'],
        ...['ScaledObject deal-scout-worker', 'ExternalSecret deal-scout'],
      ]),
    )
    const unknown = plant((all) => {
      Object.assign(container(all), { readinesProbe: {} })
      find(all, 'ScaledObject', 'deal-scout-worker').spec.maxReplicas = 3
    })
    expect(typeProblems(unknown)).toEqual([
      expect.stringMatching(/^Deployment deal-scout-api: .*readinesProbe.* does not exist/),
      expect.stringMatching(/^ScaledObject deal-scout-worker: .*maxReplicas.* does not exist/),
    ])
  })
})
