/** What of a Kubernetes document the policies look at. */
export interface Document {
  apiVersion: string
  kind: string
  metadata: { name: string; namespace?: string; labels?: Labels; annotations?: Labels }
  // biome-ignore lint/suspicious/noExplicitAny: of many kinds; kubernetes-models says whether it is in order
  spec?: any
  data?: Record<string, string>
  automountServiceAccountToken?: boolean
}

export type Labels = Record<string, string>

export interface Container {
  name: string
  image: string
  args?: string[]
  env?: { name: string; value?: string; valueFrom?: unknown }[]
  envFrom?: { configMapRef?: { name: string }; secretRef?: { name: string; optional?: boolean } }[]
  ports?: { name?: string; containerPort: number }[]
  resources?: { requests?: Labels; limits?: Labels }
  securityContext?: Record<string, unknown> & { capabilities?: { add?: string[]; drop?: string[] } }
  volumeMounts?: { name: string; mountPath: string }[]
  startupProbe?: Probe
  livenessProbe?: Probe
  readinessProbe?: Probe
}

export interface Probe {
  httpGet?: { path: string; port: string | number }
  tcpSocket?: { port: string | number }
}

interface SecretItems {
  optional?: boolean
  items?: { key: string; path: string }[]
}

export interface Volume {
  name: string
  emptyDir?: { sizeLimit?: string }
  secret?: SecretItems & { secretName: string }
  projected?: {
    sources: { secret?: SecretItems & { name: string }; configMap?: SecretItems & { name: string } }[]
  }
  persistentVolumeClaim?: { claimName: string }
}

export interface PodSpec {
  containers: Container[]
  initContainers?: Container[]
  volumes?: Volume[]
  serviceAccountName?: string
  automountServiceAccountToken?: boolean
  enableServiceLinks?: boolean
  hostNetwork?: boolean
  hostPID?: boolean
  hostIPC?: boolean
  terminationGracePeriodSeconds?: number
  topologySpreadConstraints?: { labelSelector: Selector }[]
  securityContext?: Record<string, unknown> & { seccompProfile?: { type: string } }
}

/** What makes pods, with the pods that it makes. */
export interface Workload {
  /** Such as `Deployment deal-scout-api`. */
  name: string
  kind: string
  labels: Labels
  pod: PodSpec
  document: Document
}

export const nameOf = ({ kind, metadata }: Document) => `${kind} ${metadata.name}`

const longRunning: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet'])
export const runsOn = ({ kind }: Workload) => longRunning.has(kind)

/** Everything that makes pods, but for operators' own kinds. */
export function workloadsOf(documents: readonly Document[]): Workload[] {
  return documents.flatMap((document) => {
    const { kind, spec } = document
    const template =
      longRunning.has(kind) || kind === 'Job'
        ? spec.template
        : kind === 'CronJob'
          ? spec.jobTemplate.spec.template
          : null
    if (template === null) return []
    return [
      { name: nameOf(document), kind, labels: template.metadata?.labels ?? {}, pod: template.spec, document },
    ]
  })
}

export const containersOf = ({ pod }: Workload): Container[] => [
  ...pod.containers,
  ...(pod.initContainers ?? []),
]

export interface Selector {
  matchLabels?: Labels
  matchExpressions?: { key: string; operator: string; values?: string[] }[]
}

export function selects(selector: Selector, labels: Labels): boolean {
  const { matchLabels = {}, matchExpressions = [] } = selector
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      switch (operator) {
        case 'In':
          return values.includes(labels[key] ?? '')
        case 'NotIn':
          return !values.includes(labels[key] ?? '')
        case 'Exists':
          return key in labels
        case 'DoesNotExist':
          return !(key in labels)
        default:
          throw new Error(`unknown operator ${operator}`)
      }
    })
  )
}

/** Labels of all pods there will be: of workloads, and of those that operators make: the database, who proves the name. */
export function podLabels(documents: readonly Document[]): Map<string, Labels> {
  const pods = new Map(workloadsOf(documents).map(({ name, labels }) => [name, labels]))
  for (const document of documents)
    if (document.kind === 'Cluster') pods.set(nameOf(document), { 'cnpg.io/cluster': document.metadata.name })
    else if (document.metadata.annotations?.['cert-manager.io/cluster-issuer'] !== undefined)
      pods.set(nameOf(document), { 'acme.cert-manager.io/http01-solver': 'true' })
  return pods
}
