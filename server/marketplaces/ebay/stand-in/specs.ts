import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { Ajv, type ValidateFunction } from 'ajv'
import { parse as parseYaml } from 'yaml'
import type { Exchange } from './server.ts'

/** eBay's own descriptions of its APIs, as `sell_inventory_v1_oas3.json.gz` and so on; their licence keeps them out of here. */
export const specsFolder = fileURLToPath(new URL('../../../../../shared/specs', import.meta.url))

const files: readonly [base: string, file: string][] = [
  ['/sell/inventory/v1', 'sell_inventory_v1_oas3.json'],
  ['/sell/account/v1', 'sell_account_v1_oas3.json'],
  ['/sell/fulfillment/v1', 'sell_fulfillment_v1_oas3.json'],
  ['/sell/finances/v1', 'sell_finances_v1_oas3.json'],
  ['/sell/negotiation/v1', 'sell_negotiation_v1_oas3.json'],
  ['/commerce/notification/v1', 'commerce_notification_v1_oas3.json'],
  ['/commerce/taxonomy/v1', 'commerce_taxonomy_v1_oas3.json'],
  ['/sell/metadata/v1', 'metadata_original.yml'],
  ['/developer/key_management/v1', 'key_management_original.yml'],
]

type Json = Record<string, unknown>
interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[]
  requestBody?: { content: Record<string, { schema: Json }> }
  responses: Record<string, { content?: Record<string, { schema?: Json }> }>
}

interface Spec {
  base: string
  paths: [pattern: RegExp, operations: Record<string, Operation>][]
  check(schema: Json): ValidateFunction
}

/** What is wrong with a call or its answer by eBay's descriptions, a sentence each; of APIs it has none of, nothing. */
export type SpecCheck = (exchange: Exchange) => string[]

/** null where the descriptions are not here. */
export function openSpecs(): SpecCheck | null {
  if (!files.every(([, file]) => existsSync(`${specsFolder}/${file}.gz`))) return null
  const specs = files.map(([base, file]) => open(base, file))
  return (exchange) => {
    const spec = specs.find(({ base }) => exchange.path.startsWith(`${base}/`))
    return spec === undefined ? [] : problems(spec, exchange)
  }
}

function open(base: string, file: string): Spec {
  const text = gunzipSync(readFileSync(`${specsFolder}/${file}.gz`)).toString('utf8')
  const spec = (file.endsWith('.yml') ? parseYaml(text) : JSON.parse(text)) as {
    paths: Record<string, Record<string, Operation>>
    components: { schemas: Record<string, Json> }
  }
  const { schemas } = spec.components
  // Names and their values, which the description has as one text.
  if (schemas.Product?.properties !== undefined)
    (schemas.Product.properties as Json).aspects = {
      type: 'object',
      additionalProperties: { type: 'array', items: { type: 'string' } },
    }
  for (const schema of Object.values(schemas))
    if (schema.type === 'object' && schema.properties !== undefined) schema.additionalProperties = false
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema({ $id: file, components: spec.components })
  const known = new Map<string, ValidateFunction>()
  return {
    base,
    paths: Object.entries(spec.paths).map(([path, operations]) => [
      new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
      operations,
    ]),
    check(schema) {
      const key = JSON.stringify(schema)
      const validate =
        known.get(key) ?? ajv.compile(JSON.parse(key.replaceAll('"#/components', `"${file}#/components`)))
      known.set(key, validate)
      return validate
    },
  }
}

function problems(spec: Spec, { method, path, query, headers, asked, status, answered }: Exchange): string[] {
  const said = (text: string) => `${method} ${path}: ${text}`
  const rest = path.slice(spec.base.length)
  const found = spec.paths.filter(
    ([pattern, operations]) => pattern.test(rest) && operations[method.toLowerCase()] !== undefined,
  )
  // `/offer/get_listing_fees` is an offer's path, too; the one without a variable goes before.
  const operation = found.sort(
    ([a], [b]) => Number(a.source.includes('[^/]+')) - Number(b.source.includes('[^/]+')),
  )[0]?.[1]?.[method.toLowerCase()]
  if (operation === undefined) return [said('is not described')]
  const parameters = operation.parameters ?? []
  const names = [...new URLSearchParams(query).keys()]
  const isKnown = (name: string) => parameters.some((one) => one.in === 'query' && one.name === name)
  const request = operation.requestBody?.content['application/json']?.schema
  const answer = operation.responses[status]
  const schema = answer?.content?.['application/json']?.schema
  return [
    ...names.filter((name) => !isKnown(name)).map((name) => said(`has no parameter ${name}`)),
    ...parameters
      .filter((one) => one.required && one.in === 'query' && !names.includes(one.name))
      .map(({ name }) => said(`lacks ${name}`)),
    ...parameters
      .filter((one) => one.required && one.in === 'header' && headers[one.name.toLowerCase()] === undefined)
      .map(({ name }) => said(`lacks the header ${name}`)),
    ...(asked !== undefined && request === undefined ? [said('takes no body')] : []),
    ...(asked !== undefined && request !== undefined
      ? wrong(spec.check(request), asked).map((text) => said(`asked: ${text}`))
      : []),
    ...(answer === undefined ? [said(`never answers ${status}`)] : []),
    ...(schema !== undefined && answered !== undefined && status < 300
      ? wrong(spec.check(schema), answered).map((text) => said(`answered: ${text}`))
      : []),
  ]
}

function wrong(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`,
  )
}
