import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAllDocuments } from 'yaml'
import type { Document } from '../kubernetes/document.ts'

const overlays = fileURLToPath(new URL('../../deploy/kubernetes/overlays', import.meta.url))

/** Its kustomize knows components and labels in templates from this release on. */
const minorMin = 27

/** The kubectl of this machine, or the one that KUBECTL names; null where there is none that is new enough. */
export const kubectlPath: string | null =
  [
    ...(process.env.KUBECTL ? [process.env.KUBECTL] : []),
    ...(process.env.PATH ?? '').split(':').map((folder) => join(folder, 'kubectl')),
  ].find((path) => existsSync(path) && minorOf(path) >= minorMin) ?? null

export const noKubectl = `there is no kubectl from 1.${minorMin} on: put one on PATH, or name it in KUBECTL`

/** Behind the name of what is skipped without it. */
export const whySkipped = kubectlPath === null ? ` (${noKubectl})` : ''

function minorOf(path: string): number {
  const { stdout } = spawnSync(path, ['version', '--client', '--output=json'], { encoding: 'utf8' })
  const { clientVersion } = JSON.parse(stdout || '{}') as { clientVersion?: { minor: string } }
  return Number.parseInt(clientVersion?.minor ?? '0', 10)
}

/** The documents that an overlay comes to. */
export function rendered(overlay: string): Document[] {
  const { status, stdout, stderr } = spawnSync(kubectlPath!, ['kustomize', join(overlays, overlay)], {
    encoding: 'utf8',
  })
  if (status !== 0 || stderr !== '') throw new Error(`kubectl kustomize ${overlay}: ${stderr}`)
  return parseAllDocuments(stdout).map((one) => one.toJS() as Document)
}
