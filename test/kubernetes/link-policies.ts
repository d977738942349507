import type { OptionSpec } from '../../server/core/options.ts'
import {
  containersOf,
  type Document,
  nameOf,
  podLabels,
  runsOn,
  type Selector,
  selects,
  workloadsOf,
} from './document.ts'
import { ourImage, type Policy } from './policy.ts'

const ofKind = (documents: readonly Document[], kind: string) => documents.filter((one) => one.kind === kind)
const pairs = (documents: readonly Document[], kind: string) =>
  ofKind(documents, kind).flatMap((document) =>
    Object.entries(document.data ?? {}).map(([key, value]) => ({ document, key, value })),
  )

const isSecretText = (text: string) => /:\/\/[^/\s:@]*:[^/\s@]+@|-----BEGIN|\bwhsec_/.test(text)

/** Names that belong to the exporters, which are not ours. */
const theirNames: ReadonlySet<string> = new Set([
  ...['DATA_SOURCE_URI', 'DATA_SOURCE_USER_FILE', 'DATA_SOURCE_PASS_FILE'],
  ...['REDIS_ADDR', 'REDIS_USER', 'REDIS_PASSWORD_FILE'],
])

function optionOf(name: string, options: readonly OptionSpec[]): OptionSpec | undefined {
  return options.find(({ env }) => env === name || `${env}_FILE` === name)
}

function selectionsOf(document: Document): Selector[] {
  const { kind, spec } = document
  switch (kind) {
    case 'Service':
      return [{ matchLabels: spec.selector }]
    case 'PodDisruptionBudget':
    case 'Deployment':
      return [spec.selector]
    case 'NetworkPolicy':
      return [
        spec.podSelector,
        ...[...(spec.ingress ?? []), ...(spec.egress ?? [])]
          .flatMap(({ from = [], to = [] }) => [...from, ...to])
          .flatMap(({ podSelector, namespaceSelector }) =>
            podSelector && !namespaceSelector ? podSelector : [],
          ),
      ]
    default:
      return []
  }
}

export const linkPolicies: readonly Policy[] = [
  {
    name: 'no secret is in a ConfigMap or in a variable',
    find(documents, options) {
      const inline = workloadsOf(documents).flatMap((workload) =>
        containersOf(workload).flatMap(({ env = [] }) =>
          env.map(({ name, value = '' }) => ({ document: workload.document, key: name, value })),
        ),
      )
      return [...pairs(documents, 'ConfigMap'), ...inline].flatMap(({ document, key, value }) => {
        const isSecret = optionOf(key, options)?.secret === true && !key.endsWith('_FILE')
        return isSecret || isSecretText(value) ? [`${nameOf(document)}: ${key} is secret`] : []
      })
    },
  },
  {
    name: 'no Secret with content is among the documents',
    find: (documents) => ofKind(documents, 'Secret').map((one) => nameOf(one)),
  },
  {
    name: 'each variable is an option that the program knows',
    find(documents, options) {
      const given = workloadsOf(documents).flatMap((workload) =>
        containersOf(workload).flatMap(({ env = [], image }) =>
          env.map(({ name }) => ({ at: workload.name, name, ours: image.startsWith(ourImage) })),
        ),
      )
      const maps = pairs(documents, 'ConfigMap').map(({ document, key }) => ({
        at: nameOf(document),
        name: key,
        ours: true,
      }))
      const secrets = ofKind(documents, 'ExternalSecret')
        .filter(({ metadata }) => metadata.name === 'deal-scout-options')
        .flatMap((document) =>
          Object.keys(document.spec.target.template.data).map((name) => ({
            at: nameOf(document),
            name,
            ours: true,
          })),
        )
      return [...given, ...maps, ...secrets].flatMap(({ at, name, ours }) =>
        (ours ? optionOf(name, options) !== undefined : theirNames.has(name)) ? [] : [`${at}: ${name}`],
      )
    },
  },
  {
    name: 'each selector selects a pod that there is',
    find(documents) {
      const pods = [...podLabels(documents).values()]
      const lost = documents.flatMap((document) =>
        selectionsOf(document).flatMap((selector) =>
          pods.some((labels) => selects(selector, labels))
            ? []
            : [`${nameOf(document)}: ${JSON.stringify(selector)}`],
        ),
      )
      const others = workloadsOf(documents).flatMap(({ name, kind, document, labels }) =>
        kind !== 'Deployment' || selects(document.spec.selector, labels) ? [] : [`${name}: not its own pods`],
      )
      return [...lost, ...others]
    },
  },
  {
    name: 'a Service, an Ingress and a ServiceMonitor lead to a port that there is',
    find(documents) {
      const services = ofKind(documents, 'Service')
      const ofServices = services.flatMap((service) =>
        (service.spec.ports as { targetPort: string }[]).flatMap(({ targetPort }) => {
          const pods = workloadsOf(documents).filter(({ labels }) =>
            selects({ matchLabels: service.spec.selector }, labels),
          )
          return pods.every((pod) =>
            containersOf(pod).some(({ ports = [] }) => ports.some(({ name }) => name === targetPort)),
          )
            ? []
            : [`${nameOf(service)}: ${targetPort}`]
        }),
      )
      const hasPort = (service: Document, port: string) =>
        service.spec.ports.some(({ name }: { name: string }) => name === port)
      const ofIngresses = ofKind(documents, 'Ingress').flatMap((ingress) =>
        (ingress.spec.rules as { http: { paths: { backend: { service: IngressService } }[] } }[])
          .flatMap(({ http }) => http.paths.map(({ backend }) => backend.service))
          .flatMap(({ name, port }) =>
            services.some((one) => one.metadata.name === name && hasPort(one, port.name))
              ? []
              : [`${nameOf(ingress)}: ${name} ${port.name}`],
          ),
      )
      const ofMonitors = ofKind(documents, 'ServiceMonitor').flatMap((monitor) =>
        (monitor.spec.endpoints as { port: string }[]).flatMap(({ port }) =>
          services.some(
            (one) => selects(monitor.spec.selector, one.metadata.labels ?? {}) && hasPort(one, port),
          )
            ? []
            : [`${nameOf(monitor)}: ${port}`],
        ),
      )
      return [...ofServices, ...ofIngresses, ...ofMonitors]
    },
  },
  {
    name: 'people come by TLS, to the address that the program says is its own',
    find(documents) {
      const own = pairs(documents, 'ConfigMap').find(({ key }) => key === 'DEAL_SCOUT_BASE_URL')?.value ?? ''
      return ofKind(documents, 'Ingress').flatMap((ingress) => {
        const { rules, tls = [] } = ingress.spec as {
          rules: { host: string }[]
          tls?: { hosts: string[]; secretName?: string }[]
        }
        return rules.flatMap(({ host }) => {
          const isCovered = tls.some(({ hosts, secretName }) => hosts.includes(host) && secretName)
          return isCovered && own === `https://${host}` ? [] : [`${nameOf(ingress)}: ${host} (${own})`]
        })
      })
    },
  },
  {
    name: 'whatever runs for long may be moved, one pod at a time',
    find(documents) {
      const budgets = ofKind(documents, 'PodDisruptionBudget')
      return workloadsOf(documents)
        .filter(runsOn)
        .flatMap(({ name, labels }) => {
          const own = budgets.filter(({ spec }) => selects(spec.selector, labels))
          return own.length === 1 && own[0]!.spec.maxUnavailable === 1
            ? []
            : [`${name}: ${own.length} budgets of one pod`]
        })
    },
  },
  {
    name: 'what grows by itself is a Deployment that there is, spread over zones and nodes, and not numbered by hand',
    find: (documents) =>
      documents
        .filter(({ kind }) => ['HorizontalPodAutoscaler', 'ScaledObject'].includes(kind))
        .flatMap((scaler) => {
          const target = workloadsOf(documents).find(
            ({ kind, document }) =>
              kind === 'Deployment' && document.metadata.name === scaler.spec.scaleTargetRef.name,
          )
          if (target === undefined) return [`${nameOf(scaler)}: ${scaler.spec.scaleTargetRef.name}`]
          const spread = target.pod.topologySpreadConstraints ?? []
          const isSpread =
            spread.length >= 2 && spread.every(({ labelSelector }) => selects(labelSelector, target.labels))
          return isSpread && target.document.spec.replicas === undefined
            ? []
            : [`${nameOf(scaler)}: ${target.name}`]
        }),
  },
  {
    name: 'no pod may ask the cluster for anything',
    find: (documents) => [
      ...documents
        .filter(({ kind }) => /^(Cluster)?Role(Binding)?$/.test(kind))
        .map((one) => `${nameOf(one)} grants rights`),
      ...ofKind(documents, 'ServiceAccount')
        .filter(({ automountServiceAccountToken }) => automountServiceAccountToken !== false)
        .map((one) => `${nameOf(one)} gives tokens`),
      ...workloadsOf(documents).flatMap(({ name, pod }) =>
        ofKind(documents, 'ServiceAccount').some((one) => one.metadata.name === pod.serviceAccountName)
          ? []
          : [`${name}: ${pod.serviceAccountName} is not there`],
      ),
    ],
  },
  {
    name: 'everything is in one namespace, which asks for "restricted"',
    find(documents) {
      const [space] = ofKind(documents, 'Namespace')
      const level = space?.metadata.labels?.['pod-security.kubernetes.io/enforce']
      return [
        ...(level === 'restricted' ? [] : [`the namespace asks for ${level}`]),
        ...documents.flatMap((one) =>
          one.kind === 'Namespace' || one.metadata.namespace === space?.metadata.name
            ? []
            : [`${nameOf(one)} is in ${one.metadata.namespace}`],
        ),
      ]
    },
  },
]

interface IngressService {
  name: string
  port: { name: string }
}
