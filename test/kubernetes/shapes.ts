import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { type Document, nameOf } from './document.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Whose kinds those are that Kubernetes itself does not have. */
const packages: Readonly<Record<string, string>> = {
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
  'keda.sh': '@kubernetes-models/keda',
  'external-secrets.io': '@kubernetes-models/external-secrets',
}

const moduleOf = (apiVersion: string) =>
  `${packages[apiVersion.split('/')[0]!] ?? 'kubernetes-models'}/${apiVersion}`

const text = { type: 'string', minLength: 1 } as const
const closed = (properties: object, required: string[] = []) => ({
  type: 'object',
  ...{ properties, required, additionalProperties: false },
})
const named = closed({ name: text }, ['name'])
const amounts = closed({ cpu: text, memory: text }, ['memory'])

/** CloudNativePG's Cluster has no package: the part of its definition (1.27) that is used here, and nothing beyond. */
const clusterSpec = closed(
  {
    instances: { type: 'integer', minimum: 1 },
    imageName: { type: 'string', pattern: '^ghcr\\.io/cloudnative-pg/postgresql:\\d' },
    bootstrap: closed({
      initdb: closed({
        ...{ database: text, owner: text, secret: named },
        postInitApplicationSQL: { type: 'array', items: text },
      }),
    }),
    managed: closed({
      roles: {
        type: 'array',
        items: closed(
          {
            ...{ name: text, ensure: { enum: ['present', 'absent'] }, passwordSecret: named },
            ...{ login: { type: 'boolean' }, createdb: { type: 'boolean' } },
            inRoles: { type: 'array', items: text },
          },
          ['name'],
        ),
      },
    }),
    postgresql: closed({ parameters: { type: 'object', additionalProperties: text } }),
    ...{ storage: closed({ size: text }, ['size']), walStorage: closed({ size: text }, ['size']) },
    resources: closed({ requests: amounts, limits: amounts }),
  },
  ['instances'],
)
const isCluster = new Ajv({ allErrors: true }).compile(clusterSpec)

const isOurs = ({ kind }: Document) => kind === 'Cluster'

/** What the kinds' own schemas find wrong, as `document: what`. */
export async function schemaProblems(documents: readonly Document[]): Promise<string[]> {
  const problems = documents.map(async (document) => {
    if (isOurs(document)) {
      isCluster(document.spec)
      return (isCluster.errors ?? []).map(
        ({ instancePath, message }) => `${nameOf(document)}: ${instancePath} ${message}`,
      )
    }
    const kinds = (await import(moduleOf(document.apiVersion))) as Record<string, Model | undefined>
    const Kind = kinds[document.kind]
    if (Kind === undefined) return [`${nameOf(document)}: ${document.apiVersion} has no such kind`]
    try {
      new Kind(document).validate()
      return []
    } catch (error) {
      return [`${nameOf(document)}: ${(error as Error).message}`]
    }
  })
  return (await Promise.all(problems)).flat()
}

type Model = new (document: Document) => { validate(): void }

/**
 * What the compiler finds wrong when each document is written as a value of its kind's type: above all fields that there are
 * not, which schemas let pass.
 */
export function typeProblems(documents: readonly Document[]): string[] {
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'kubernetes-'))
  try {
    const theirs = documents.filter((one) => !isOurs(one))
    const lines = theirs.map(
      (one, at) =>
        `export const d${at}: import('${moduleOf(one.apiVersion)}').I${one.kind} = ${JSON.stringify(one)}`,
    )
    const file = join(folder, 'documents.ts')
    writeFileSync(file, lines.join('\n'))
    const { stdout, status } = spawnSync(
      join(root, 'node_modules/.bin/tsc'),
      [
        ...['--noEmit', '--ignoreConfig', '--skipLibCheck', '--strict', '--pretty', 'false'],
        ...['--module', 'nodenext', '--target', 'es2024', file],
      ],
      { encoding: 'utf8' },
    )
    const problems = [...stdout.matchAll(/documents\.ts\((\d+),\d+\): error TS\d+: (.*)/g)].map(
      ([, line, message]) => `${nameOf(theirs[Number(line) - 1]!)}: ${message}`,
    )
    return status === 0 || problems.length > 0 ? problems : [stdout]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
