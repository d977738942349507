import { z } from 'zod'
import { emptyRule, type RuleForm, ruleFormSchema } from './rule-form.ts'

/** A link is typed, sent and stored by many programs; what is longer is refused on both sides. */
export const linkCharsMax = 6_000
const version = 1

/**
 * What of a rule a link carries: what it asks for. How and when its person is told, whether it is on and their places stay
 * with them; a place goes along where they say so.
 */
const carried = [
  ...(['name', 'all', 'any', 'none', 'query', 'categories', 'conditions', 'kinds'] as const),
  ...(['priceMin', 'priceMax', 'landedMax', 'otherCurrencies', 'handover', 'scoreMin'] as const),
  ...(['discountPctMin', 'confidencePctMin', 'riskMax', 'profitMin', 'weights', 'marketplaces'] as const),
] satisfies (keyof RuleForm)[]

export interface SentRule {
  form: RuleForm
  /** Of its amounts and distances. */
  currency: string
  units: 'km' | 'mi'
}

const text = z.string().max(2_000)
const list = z.array(z.string().max(100)).max(50)
const sentSchema = z.strictObject({
  v: z.literal(version),
  c: z.string().regex(/^[A-Z]{3}$/),
  u: z.enum(['km', 'mi']),
  r: z
    .strictObject({
      ...{ name: text, all: text, any: text, none: text, query: text, categories: list, conditions: list },
      ...{
        kinds: list,
        priceMin: text,
        priceMax: text,
        landedMax: text,
        otherCurrencies: z.boolean(),
        handover: z.enum(['any', 'local', 'ships']),
      },
      ...{ scoreMin: text, discountPctMin: text, confidencePctMin: text, riskMax: text, profitMin: text },
      ...{ weights: z.enum(['', 'bargain', 'flipper', 'collector']), marketplaces: list },
      places: z.array(z.strictObject({ place: z.string().max(200), radius: text })).max(20),
    })
    .partial(),
})

/** The rule as text for an address: letters, digits, `-` and `_`; null where it is too long for one. */
export function toLink(
  { form, currency, units }: SentRule,
  { withPlaces }: { withPlaces: boolean },
): string | null {
  const entries = carried
    .filter((field) => JSON.stringify(form[field]) !== JSON.stringify(emptyRule[field]))
    .filter((field) => !(field === 'weights' && form.weights === 'own'))
    .map((field) => [field, form[field]] as const)
  const places = withPlaces && form.places.length > 0 ? { places: form.places } : {}
  const sent = { v: version, c: currency, u: units, r: { ...Object.fromEntries(entries), ...places } }
  const bytes = new TextEncoder().encode(JSON.stringify(sent))
  const link = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
  return link.length > linkCharsMax ? null : link
}

/** What such a text says, whoever wrote it: a form that is filled in and valid, or null. Nothing of it is saved by reading it. */
export function fromLink(link: string): SentRule | null {
  if (link.length > linkCharsMax || !/^[\w-]+$/.test(link)) return null
  try {
    const bytes = Uint8Array.from(atob(link.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    const sent = sentSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    const given = Object.fromEntries(
      Object.entries(sent.r).filter(([, value]) => value !== undefined),
    ) as Partial<RuleForm>
    const form = { ...emptyRule, ...given }
    if (!ruleFormSchema.safeParse(form).success || !isClean(form)) return null
    // As the server knows it; what it does not is said when it is asked.
    new Intl.NumberFormat('en', { style: 'currency', currency: sent.c })
    return { form, currency: sent.c, units: sent.u }
  } catch {
    return null
  }
}

const turning = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** Without half characters, control characters, and signs that turn what is read around. */
function isClean(form: RuleForm): boolean {
  const texts = Object.values(form)
    .flat()
    .flatMap((value) => (typeof value === 'object' ? Object.values(value) : [value]))
  return texts.every((value) => typeof value !== 'string' || (value.isWellFormed() && !turning.test(value)))
}

export const linkPrefix = '#rule='
