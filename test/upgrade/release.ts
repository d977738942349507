import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { JobDefinition } from '../../server/core/jobs.ts'

/** What a release asks of its database and sends to its workers, as its tests had it do. */
export interface RecordedRelease {
  name: string
  /** The last migration that it knows. */
  migration: string
  /** Texts with `$1`, each of which its database took. */
  statements: string[]
  jobs: Record<string, { schema: JsonSchema; payloads: object[] }>
}

/** Of a payload, as JSON Schema: what of it is compared. */
export interface JsonSchema {
  properties?: Record<string, { type?: string | string[] }>
  required?: string[]
  additionalProperties?: unknown
}

const folder = join(import.meta.dirname, 'releases')

export function recordedReleases(): RecordedRelease[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json.gz'))
    .toSorted()
    .map((name) => JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString()))
}

export function keepRelease(release: RecordedRelease): string {
  const path = join(folder, `${release.name}.json.gz`)
  writeFileSync(path, gzipSync(JSON.stringify(release), { level: 9 }))
  return path
}

/** Every kind of work that this program has, by name. */
export async function jobDefinitions(): Promise<Map<string, JobDefinition>> {
  const server = join(import.meta.dirname, '../../server')
  const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(?:^|\/)jobs\.ts$/.test(file) && file !== 'core/jobs.ts',
  )
  const found = await Promise.all(files.map((file) => import(join(server, file)) as Promise<object>))
  const definitions = found
    .flatMap((module) => Object.values(module) as unknown[])
    .filter((value): value is JobDefinition => isDefinition(value))
  return new Map(definitions.map((definition) => [definition.name, definition]))
}

function isDefinition(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'payload' in value && 'retries' in value
}

/** As whoever sends has it. */
export const schemaOf = ({ payload }: JobDefinition) => z.toJSONSchema(payload, { io: 'input' }) as JsonSchema

/** What is sent by `sent` and would not be taken by `taken`, in sentences. */
export function refusedOf(taken: JsonSchema, sent: JsonSchema): string[] {
  const [has, needs] = [sent.properties ?? {}, taken.properties ?? {}]
  const sure = new Set(sent.required)
  return [
    ...(taken.required ?? []).filter((key) => !sure.has(key)).map((key) => `${key} may be missing`),
    ...Object.keys(has)
      .filter((key) => !(key in needs) && taken.additionalProperties === false)
      .map((key) => `${key} is not known`),
    ...Object.entries(has).flatMap(([key, { type }]) => {
      const wanted = needs[key]?.type
      return wanted === undefined ||
        type === undefined ||
        [type].flat().every((one) => [wanted].flat().includes(one))
        ? []
        : [`${key} is ${[type].flat().join(' or ')}, and ${[wanted].flat().join(' or ')} is taken`]
    }),
  ]
}
