import { z } from 'zod'
import { fromKm, toKm } from '../lib/distance.ts'
import { toMajor, toMinor } from '../lib/money.ts'
import type { Person } from '../lib/person.tsx'
import type { Rule, RuleBody } from './queries.ts'

// Else it tries whether it may make code of text, which the policy of our pages notes as broken.
z.config({ jitless: true })

const figure = (max: number) =>
  z
    .string()
    .trim()
    .refine((text) => text === '' || (/^\d{1,8}$/.test(text) && Number(text) <= max), 'figure')

/** The form of a rule, as it is typed; messages are keys of `rule.problems`. */
export const ruleFormSchema = z
  .object({
    name: z.string().trim().max(200, 'long'),
    all: z.string().max(2000, 'long'),
    any: z.string().max(2000, 'long'),
    none: z.string().max(2000, 'long'),
    categories: z.array(z.string()),
    conditions: z.array(z.string()),
    priceMin: figure(1e8),
    priceMax: figure(1e8),
    places: z.array(z.object({ place: z.string().trim().min(1, 'place'), radius: figure(20_000) })),
    handover: z.enum(['any', 'local', 'ships']),
    scoreMin: figure(100),
    discountPctMin: figure(100),
    riskMax: figure(100),
    rhythm: z.enum(['', 'immediately', 'hourly', 'daily', 'weekly']),
    channels: z.array(z.string()),
    enabled: z.boolean(),
  })
  .refine(
    ({ priceMin, priceMax }) => priceMin === '' || priceMax === '' || Number(priceMin) <= Number(priceMax),
    {
      path: ['priceMax'],
      message: 'range',
    },
  )
export type RuleForm = z.output<typeof ruleFormSchema>

export const emptyRule: RuleForm = {
  ...{ name: '', all: '', any: '', none: '', categories: [], conditions: [], priceMin: '', priceMax: '' },
  ...{ places: [], handover: 'any', scoreMin: '70', discountPctMin: '', riskMax: '', rhythm: '' },
  ...{ channels: ['inbox'], enabled: true },
}

/** "herman miller, aeron" → both. */
export const wordsOf = (text: string) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

const orNull = (text: string) => (text.trim() === '' ? null : Number(text))

/** What is sent of a form; a rule without a name is called by its words. */
export function bodyOf(form: RuleForm, { currency, units }: Pick<Person, 'currency' | 'units'>): RuleBody {
  const cents = (text: string) => (text.trim() === '' ? null : toMinor(Number(text), currency))
  return {
    name: form.name.trim() || nameOf(form),
    keywords: { all: wordsOf(form.all), any: wordsOf(form.any), none: wordsOf(form.none) },
    categories: form.categories as RuleBody['categories'],
    conditions: form.conditions as RuleBody['conditions'],
    priceCentsMin: cents(form.priceMin),
    priceCentsMax: cents(form.priceMax),
    currency,
    places: form.places.map(({ place, radius }) => ({
      place,
      radiusKm: radius.trim() === '' ? null : toKm(Number(radius), units),
    })),
    handover: form.handover,
    scoreMin: orNull(form.scoreMin),
    discountPctMin: orNull(form.discountPctMin),
    riskMax: orNull(form.riskMax),
    rhythm: form.rhythm === '' ? null : form.rhythm,
    channels: form.channels,
    enabled: form.enabled,
  }
}

function nameOf({ all, any, categories }: RuleForm): string {
  const words = [...wordsOf(all), ...wordsOf(any)].join(' ') || categories.join(', ')
  return words.slice(0, 60) || 'Anything'
}

/** A rule that is there, as the form shows it. */
export function formOf(rule: Rule, { units }: Pick<Person, 'units'>): RuleForm {
  const amount = (cents: number | null) => (cents === null ? '' : String(toMajor(cents, rule.currency)))
  const text = (value: number | null) => (value === null ? '' : String(value))
  return {
    name: rule.name,
    all: rule.keywords.all.join(', '),
    any: rule.keywords.any.join(', '),
    none: rule.keywords.none.join(', '),
    categories: rule.categories,
    conditions: rule.conditions,
    priceMin: amount(rule.priceCentsMin),
    priceMax: amount(rule.priceCentsMax),
    places: rule.places.map(({ place, radiusKm }) => ({ place, radius: String(fromKm(radiusKm, units)) })),
    handover: rule.handover,
    scoreMin: text(rule.scoreMin),
    discountPctMin: text(rule.discountPctMin),
    riskMax: text(rule.riskMax),
    rhythm: rule.rhythm ?? '',
    channels: rule.channels,
    enabled: rule.enabled,
  }
}

/** The form's name of what the API calls by another. */
const fieldNames: Readonly<Record<string, string>> = {
  'keywords.all': 'all',
  'keywords.any': 'any',
  'keywords.none': 'none',
  priceCentsMin: 'priceMin',
  priceCentsMax: 'priceMax',
}

/** Problems of the API by the form's fields; what belongs to none of them is under `root`. */
export function problemsOf(
  fields: Readonly<Record<string, string>>,
  known: readonly string[],
): [string, string][] {
  return Object.entries(fields).map(([path, message]) => {
    const name = Object.entries(fieldNames).find(
      ([from]) => path === from || path.startsWith(`${from}.`),
    )?.[1]
    const field = name ?? path.replace(/\.radiusKm$/, '.radius')
    return [known.includes(field.split('.')[0]!) ? field : 'root', message]
  })
}
