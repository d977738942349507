import { z } from 'zod'

/** What is wrong with a field, as other languages can say it. */
export const fieldReasonSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
})
export type FieldReason = z.output<typeof fieldReasonSchema>

/** A field's sentence that was written where it was thrown. */
export const textReason = (text: string): FieldReason => ({ code: 'text', params: { text } })

/** Facts of an issue that a sentence may need; `input`, say, is of who asks. */
const told = [
  'expected',
  'minimum',
  'maximum',
  'inclusive',
  'exact',
  'origin',
  'format',
  'divisor',
  'keys',
  'values',
]

/** Of an issue of a schema: its kind in kebab-case (`too-small`, `invalid-type`, …); one of our own is its text. */
export function fieldReason(kind: string | undefined, facts: unknown, text: string): FieldReason {
  if (kind === undefined || kind === 'custom') return textReason(text)
  const params: FieldReason['params'] = {}
  for (const name of told) {
    const fact = (facts as Record<string, unknown> | undefined)?.[name]
    if (typeof fact === 'bigint') params[name] = String(fact)
    else if (Array.isArray(fact)) params[name] = fact.map(String)
    else if (typeof fact === 'string' || typeof fact === 'number' || typeof fact === 'boolean')
      params[name] = fact
  }
  return { code: kind.replaceAll('_', '-'), params }
}
