import ipaddr from 'ipaddr.js'
import { type Document, type Labels, nameOf, podLabels, type Selector, selects } from './document.ts'
import type { Policy } from './policy.ts'

interface Peer {
  podSelector?: Selector
  namespaceSelector?: Selector
  ipBlock?: { cidr: string; except?: string[] }
}

interface Rule {
  peers: Peer[]
  ports: { port: number | string }[]
  policy: Document
}

const policiesOf = (documents: readonly Document[]) =>
  documents.filter(({ kind }) => kind === 'NetworkPolicy')

/** What may come to, or go from, a pod of these labels. */
function rulesFor(documents: readonly Document[], labels: Labels, way: 'ingress' | 'egress'): Rule[] {
  return policiesOf(documents)
    .filter(({ spec }) => selects(spec.podSelector, labels))
    .flatMap((policy) =>
      (policy.spec[way] ?? []).map((rule: { from?: Peer[]; to?: Peer[]; ports?: Rule['ports'] }) => ({
        peers: rule.from ?? rule.to ?? [],
        ports: rule.ports ?? [],
        policy,
      })),
    )
}

/** Whether a pod of these labels may call an address of the network beyond the cluster's pods. */
export function mayCall(documents: readonly Document[], labels: Labels, address: string): boolean {
  const ip = ipaddr.parse(address)
  const isIn = (cidr: string) => {
    const [range, bits] = ipaddr.parseCIDR(cidr)
    return range.kind() === ip.kind() && ip.match([range, bits] as never)
  }
  return rulesFor(documents, labels, 'egress').some(({ peers }) =>
    peers.some(({ ipBlock }) => ipBlock && isIn(ipBlock.cidr) && !(ipBlock.except ?? []).some(isIn)),
  )
}

/** Whether one pod may reach another: the one must be let out, and the other let it in. */
export function mayReach(documents: readonly Document[], from: Labels, to: Labels, port: number | string) {
  const opens = (rules: Rule[], other: Labels) =>
    rules.some(
      ({ peers, ports }) =>
        ports.some((one) => one.port === port) &&
        peers.some(
          ({ podSelector, namespaceSelector }) =>
            podSelector !== undefined && namespaceSelector === undefined && selects(podSelector, other),
        ),
    )
  return opens(rulesFor(documents, from, 'egress'), to) && opens(rulesFor(documents, to, 'ingress'), from)
}

export const networkPolicies: readonly Policy[] = [
  {
    name: 'nothing comes to a pod or goes from it that no policy names',
    find: (documents) =>
      [...podLabels(documents)].flatMap(([name, labels]) =>
        ['Ingress', 'Egress'].flatMap((way) => {
          const isClosed = policiesOf(documents).some(
            ({ spec }) => spec.policyTypes.includes(way) && selects(spec.podSelector, labels),
          )
          return isClosed ? [] : [`${name}: ${way} is open`]
        }),
      ),
  },
  {
    name: 'a policy names who comes in, and by which port',
    find: (documents) =>
      policiesOf(documents).flatMap((policy) =>
        (policy.spec.ingress ?? []).flatMap((rule: { from?: Peer[]; ports?: unknown[] }) => {
          const isNamed =
            (rule.from ?? []).length > 0 &&
            rule.from!.every(({ podSelector, namespaceSelector, ipBlock }) => {
              const some = namespaceSelector ?? podSelector
              return (
                ipBlock === undefined &&
                Object.keys(some?.matchLabels ?? some?.matchExpressions ?? {}).length > 0
              )
            })
          return isNamed && (rule.ports ?? []).length > 0 ? [] : [`${nameOf(policy)}: everybody`]
        }),
      ),
  },
  {
    name: 'only the database’s own pods go to any address at all, for the cluster’s API',
    find: (documents) =>
      policiesOf(documents).flatMap((policy) => {
        const isOpen = (policy.spec.egress ?? []).some((rule: { to?: Peer[] }) => !rule.to?.length)
        const isDatabase = policy.spec.podSelector.matchLabels?.['cnpg.io/cluster'] !== undefined
        return isOpen && !isDatabase ? [nameOf(policy)] : []
      }),
  },
]
