import { type Container, containersOf, type Document, type Volume, type Workload } from './document.ts'

/** What a container finds: its variables, and by its path each file of a secret. */
export interface Given {
  env: Record<string, string>
  files: Map<string, string>
}

/** Secrets that others make, by name and key: the operator of the database its authority. */
const madeByOthers: Readonly<Record<string, Record<string, string>>> = {
  'deal-scout-db-ca': { 'ca.crt': '' },
  'deal-scout-database-ca': { 'ca.crt': '' },
}

/** Secrets as External Secrets makes them of one entry in the store, whose properties are all `value` unless given. */
export function secretsOf(documents: readonly Document[], store: Record<string, string> = {}) {
  const secrets = new Map<string, Record<string, string>>(Object.entries(madeByOthers))
  for (const { kind, metadata, spec } of documents) {
    if (kind !== 'ExternalSecret') continue
    const read = new Map<string, string>(
      (spec.data as { secretKey: string; remoteRef: { property: string } }[]).map(
        ({ secretKey, remoteRef }) => [secretKey, store[remoteRef.property] ?? 'value'],
      ),
    )
    const fill = (template: string) =>
      template.replaceAll(/\{\{ \.(\w+) \}\}/g, (_, key: string) => {
        const value = read.get(key)
        if (value === undefined) throw new Error(`${metadata.name}: ${key} is not read from the store`)
        return value
      })
    const data = Object.entries(spec.target.template.data as Record<string, string>)
    secrets.set(metadata.name, Object.fromEntries(data.map(([key, value]) => [key, fill(value)])))
  }
  return secrets
}

export function givenTo(
  workload: Workload,
  documents: readonly Document[],
  secrets: ReadonlyMap<string, Record<string, string>>,
): Given {
  const [container] = containersOf(workload) as [Container]
  const env: Record<string, string> = {}
  for (const { configMapRef, secretRef } of container.envFrom ?? []) {
    const map = documents.find(
      ({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === configMapRef?.name,
    )
    if (configMapRef && map === undefined) throw new Error(`no ConfigMap ${configMapRef.name}`)
    Object.assign(env, map?.data, secretRef && secrets.get(secretRef.name))
  }
  for (const { name, value = '' } of container.env ?? []) env[name] = value
  const files = new Map<string, string>()
  for (const { name, mountPath } of container.volumeMounts ?? []) {
    const volume = workload.pod.volumes?.find((one) => one.name === name)
    if (volume === undefined) throw new Error(`${workload.name} has no volume ${name}`)
    for (const [path, text] of filesOf(volume, secrets)) files.set(`${mountPath}/${path}`, text)
  }
  return { env, files }
}

function filesOf(volume: Volume, secrets: ReadonlyMap<string, Record<string, string>>): [string, string][] {
  const sources = [
    ...(volume.secret ? [{ ...volume.secret, name: volume.secret.secretName }] : []),
    ...(volume.projected?.sources ?? []).map(({ secret, configMap }) => (secret ?? configMap)!),
  ]
  return sources.flatMap(({ name, items }): [string, string][] => {
    const secret = secrets.get(name)
    if (secret === undefined) throw new Error(`nobody makes the secret ${name}`)
    if (items === undefined) return Object.entries(secret)
    return items.map(({ key, path }) => {
      if (secret[key] === undefined) throw new Error(`the secret ${name} has no ${key}`)
      return [path, secret[key]]
    })
  })
}
