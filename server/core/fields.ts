import { z } from 'zod'
import { plainAddress } from './plain-address.ts'
import { mask } from './secret-address.ts'

/**
 * One field that a person fills in for a source or a channel; the UI draws its form from it.
 * Values are stored together as one encrypted JSON object, so a new field never needs a migration.
 */
export interface FieldSpec {
  name: string
  label: string
  type: 'text' | 'url' | 'email' | 'integer' | 'boolean' | 'select'
  required?: boolean
  /** Never returned by the API nor logged. */
  secret?: boolean
  /** Tells what distinguishes two targets of the same kind (an address, an area): shown in lists. */
  target?: boolean
  /** One sentence under the field. */
  help?: string
  /** How what belongs in it looks, in an empty field. */
  placeholder?: string
  /** Fields of one group stand together under it; those of none stand first. */
  group?: string
  default?: string | number | boolean
  /** For `select`. */
  values?: readonly string[]
  /** Of a text: what is wrong with it, e.g. "needs the country code"; null where nothing is. */
  problem?: (text: string) => string | null
}

export type FieldValues = Readonly<Record<string, string | number | boolean | undefined>>

/** The zod schema that checks a form of these fields; unknown names are refused, an empty entry is none. */
export function fieldsSchema(fields: readonly FieldSpec[]): z.ZodType<FieldValues> {
  const shape = Object.fromEntries(fields.map((field) => [field.name, entrySchema(field)]))
  return z.preprocess(withoutEmpty, z.strictObject(shape)) as unknown as z.ZodType<FieldValues>
}

function withoutEmpty(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => typeof value !== 'string' || value.trim() !== ''),
  )
}

function entrySchema(field: FieldSpec): z.ZodType {
  const schema = fieldSchema(field)
  if (field.default !== undefined) return schema.default(field.default)
  return field.required ? schema : schema.optional()
}

function fieldSchema(field: FieldSpec): z.ZodType<string | number | boolean> {
  switch (field.type) {
    case 'url':
      return z
        .url({ protocol: /^https?$/ })
        .max(2000)
        .refine((address) => !address.includes(mask), `must be the whole address, without ${mask}`)
        .transform((address, context) => {
          const plain = plainAddress(address)
          if (plain === null)
            context.addIssue('has characters in the name of its host that hide where it leads')
          return plain ?? z.NEVER
        })
    case 'email':
      return z.email().max(320)
    case 'integer':
      // Not coerced: Number('') and Number(null) are 0.
      return z
        .union(
          [
            z.number(),
            z
              .string()
              .trim()
              .regex(/^[+-]?\d{1,15}$/)
              .transform(Number),
          ],
          'must be a whole number',
        )
        .pipe(z.int())
    case 'boolean':
      return z.union([z.boolean(), z.stringbool()])
    case 'select':
      return z.enum(field.values as [string, ...string[]])
    case 'text':
      return z
        .string()
        .trim()
        .max(2000)
        .superRefine((text, context) => {
          const problem = field.problem?.(text) ?? null
          if (problem !== null) context.addIssue(problem)
        })
  }
}

/** The wire shape of a field, for forms drawn by a client. */
export const fieldSpecSchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(['text', 'url', 'email', 'integer', 'boolean', 'select']),
  required: z.boolean().optional(),
  secret: z.boolean().optional(),
  target: z.boolean().optional(),
  help: z.string().optional(),
  placeholder: z.string().optional(),
  group: z.string().optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  values: z.array(z.string()).readonly().optional(),
})

export const fieldValuesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
