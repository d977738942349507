import { type Container, containersOf, runsOn, type Workload, workloadsOf } from './document.ts'
import { ourImage, type Policy } from './policy.ts'

const ofPods = (name: string, broken: (workload: Workload) => string[]): Policy => ({
  name,
  find: (documents) =>
    workloadsOf(documents).flatMap((workload) => broken(workload).map((what) => `${workload.name}: ${what}`)),
})

const ofContainers = (name: string, broken: (container: Container, workload: Workload) => string[]): Policy =>
  ofPods(name, (workload) =>
    containersOf(workload).flatMap((one) => broken(one, workload).map((what) => `${one.name} ${what}`)),
  )

const unless = (isSo: boolean, what: string): string[] => (isSo ? [] : [what])

/** Of the volumes that "restricted" lets be, those that we need. */
const volumeKinds: ReadonlySet<string> = new Set(['emptyDir', 'secret', 'projected', 'persistentVolumeClaim'])

/** Seconds that what is under way takes at the most, once a process has let go of the port. */
const finishingSeconds = 30

export const podPolicies: readonly Policy[] = [
  ofContainers('an image has a version, and not "latest"', ({ image }) => {
    const tag = /@sha256:[0-9a-f]{64}$/.exec(image)?.[0] ?? /:([\w.-]+)$/.exec(image)?.[1]
    return unless(tag !== undefined && tag !== 'latest', `runs ${image}`)
  }),
  {
    name: 'the program is the same image everywhere',
    find(documents) {
      const ours = workloadsOf(documents)
        .flatMap(containersOf)
        .flatMap(({ image }) => (image.startsWith(ourImage) ? [image] : []))
      const images = [...new Set(ours)]
      return images.length === 1 ? [] : [`images: ${images.join(', ') || 'none'}`]
    },
  },
  ofPods('nothing runs as root', ({ pod }) => {
    const { runAsNonRoot, runAsUser, runAsGroup } = pod.securityContext ?? {}
    return [
      ...unless(runAsNonRoot === true, 'runAsNonRoot is not set'),
      ...unless(Number(runAsUser) > 0 && Number(runAsGroup) > 0, `user ${runAsUser}, group ${runAsGroup}`),
      ...containersOf({ pod } as Workload).flatMap(({ name, securityContext }) =>
        unless(
          ['runAsNonRoot', 'runAsUser', 'runAsGroup'].every((key) => securityContext?.[key] === undefined),
          `${name} says otherwise`,
        ),
      ),
    ]
  }),
  ofContainers(
    'no container writes to its root, gains rights or keeps capabilities',
    ({ securityContext }) => {
      const { readOnlyRootFilesystem, allowPrivilegeEscalation, privileged, capabilities } =
        securityContext ?? {}
      return [
        ...unless(readOnlyRootFilesystem === true, 'can write to its root'),
        ...unless(allowPrivilegeEscalation === false && privileged !== true, 'can gain rights'),
        ...unless(
          JSON.stringify(capabilities?.drop) === '["ALL"]' && !capabilities?.add?.length,
          'keeps capabilities',
        ),
      ]
    },
  ),
  ofPods('nothing of the node is shared, and system calls are filtered', ({ pod }) => [
    ...unless(!(pod.hostNetwork || pod.hostPID || pod.hostIPC), 'shares the node'),
    ...unless(pod.securityContext?.seccompProfile?.type === 'RuntimeDefault', 'has no seccomp profile'),
    ...(pod.volumes ?? []).flatMap(({ name, ...kind }) =>
      unless(volumeKinds.has(Object.keys(kind)[0]!), `volume ${name} is ${Object.keys(kind)[0]}`),
    ),
    ...(pod.volumes ?? []).flatMap(({ name, emptyDir }) =>
      unless(
        emptyDir === undefined || emptyDir.sizeLimit !== undefined,
        `volume ${name} may grow without end`,
      ),
    ),
  ]),
  ofContainers('every container says what it needs and what it may take', ({ resources }) =>
    (['requests', 'limits'] as const).flatMap((kind) =>
      ['cpu', 'memory', 'ephemeral-storage'].flatMap((what) =>
        unless(resources?.[kind]?.[what] !== undefined, `has no ${what} in ${kind}`),
      ),
    ),
  ),
  ofContainers('whatever runs for long is probed, at a port that it has', (container, workload) => {
    if (!runsOn(workload)) return []
    const { livenessProbe, readinessProbe, startupProbe, ports = [] } = container
    const probes = [livenessProbe, readinessProbe, startupProbe].flatMap((probe) => probe ?? [])
    return [
      ...unless(livenessProbe !== undefined, 'has no liveness probe'),
      ...unless(readinessProbe !== undefined, 'has no readiness probe'),
      ...probes.flatMap(({ httpGet, tcpSocket }) => {
        const port = (httpGet ?? tcpSocket)?.port
        return unless(
          ports.some((one) => one.name === port || one.containerPort === port),
          `is probed at ${port}`,
        )
      }),
    ]
  }),
  ofPods('a pod has a service account of its own, and no token of it', ({ pod, document }) => [
    ...unless(pod.automountServiceAccountToken === false, 'is given a token'),
    ...unless(
      pod.serviceAccountName !== undefined &&
        document.metadata.name.startsWith(pod.serviceAccountName.replace('-migration', '-migrate')),
      `runs as ${pod.serviceAccountName ?? 'default'}`,
    ),
  ]),
  ofPods('no Service’s variables are taken for options', ({ pod }) =>
    unless(pod.enableServiceLinks === false, 'enableServiceLinks is on'),
  ),
  ofPods('a pod has the time to stop that the program takes', (workload) => {
    const env = new Map(
      containersOf(workload).flatMap(({ env = [] }) => env.map(({ name, value }) => [name, value])),
    )
    const isOurs = containersOf(workload).some(({ image }) => image.startsWith(ourImage))
    if (!isOurs || !runsOn(workload)) return []
    const drainSeconds = Number(env.get('DEAL_SCOUT_DRAIN_MS') ?? 0) / 1000
    const grace = workload.pod.terminationGracePeriodSeconds ?? 30
    return [
      ...unless(
        grace >= drainSeconds + finishingSeconds,
        `is killed after ${grace} s, and takes ${drainSeconds + finishingSeconds}`,
      ),
      ...unless(
        env.get('DEAL_SCOUT_ROLES') !== 'api' || drainSeconds >= 5,
        'goes away before it is taken out of the balancer',
      ),
    ]
  }),
]
