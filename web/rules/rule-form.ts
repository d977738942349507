import { z } from 'zod'
import { fromKm, toKm } from '../lib/distance.ts'
import { toMajor, toMinor } from '../lib/money.ts'
import type { Person } from '../lib/person.tsx'
import type { Rule, RuleBody } from './queries.ts'

// Else it tries whether it may make code of text, which the policy of our pages notes as broken.
z.config({ jitless: true })

const figure = (max: number, min = 0) =>
  z
    .string()
    .trim()
    .refine(
      (text) => text === '' || (/^\d{1,8}$/.test(text) && Number(text) <= max && Number(text) >= min),
      'figure',
    )
const terms = z.string().max(2000, 'long')
const moment = z.string().refine((text) => text === '' || !Number.isNaN(Date.parse(text)), 'moment')

export const weightChoices = ['', 'bargain', 'flipper', 'collector', 'own'] as const

/** The form of a rule, as it is typed; messages are keys of `rule.problems`. */
export const ruleFormSchema = z
  .object({
    name: z.string().trim().max(200, 'long'),
    ...{ all: terms, any: terms, none: terms, query: terms },
    categories: z.array(z.string()),
    conditions: z.array(z.string()),
    kinds: z.array(z.string()),
    priceMin: figure(1e8),
    priceMax: figure(1e8),
    landedMax: figure(1e8),
    otherCurrencies: z.boolean(),
    places: z.array(z.object({ place: z.string().trim().min(1, 'place'), radius: figure(20_000, 1) })),
    handover: z.enum(['any', 'local', 'ships']),
    scoreMin: figure(100),
    discountPctMin: figure(100, 1),
    confidencePctMin: figure(100, 1),
    riskMax: figure(100),
    profitMin: figure(1e8),
    sellersOnly: terms,
    sellersNot: terms,
    weights: z.enum(weightChoices),
    marketplaces: z.array(z.string()),
    rhythm: z.enum(['', 'immediately', 'hourly', 'daily', 'weekly']),
    cooldownMinutes: figure(43_200, 1),
    onlyNew: z.boolean(),
    dropMin: figure(1e8),
    dropPctMin: figure(100),
    expiresAt: moment,
    snoozedUntil: moment,
    channels: z.array(z.string()),
    fallbackChannels: z.array(z.string()),
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
  ...{ name: '', all: '', any: '', none: '', query: '', categories: [], conditions: [], kinds: [] },
  ...{ priceMin: '', priceMax: '', landedMax: '', places: [], handover: 'any', scoreMin: '70' },
  otherCurrencies: false,
  ...{
    discountPctMin: '',
    confidencePctMin: '',
    riskMax: '',
    profitMin: '',
    sellersOnly: '',
    sellersNot: '',
  },
  ...{ weights: '', marketplaces: [], rhythm: '', cooldownMinutes: '', onlyNew: false, dropMin: '' },
  ...{ dropPctMin: '', expiresAt: '', snoozedUntil: '', channels: ['inbox'], fallbackChannels: [] },
  enabled: true,
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
  const momentOf = (text: string) => (text === '' ? null : new Date(text).toISOString())
  return {
    name: form.name.trim() || nameOf(form),
    keywords: { all: wordsOf(form.all), any: wordsOf(form.any), none: wordsOf(form.none) },
    query: form.query.trim() === '' ? null : form.query.trim(),
    categories: form.categories as RuleBody['categories'],
    conditions: form.conditions as RuleBody['conditions'],
    kinds: form.kinds as RuleBody['kinds'],
    priceCentsMin: cents(form.priceMin),
    priceCentsMax: cents(form.priceMax),
    landedCentsMax: cents(form.landedMax),
    currency,
    otherCurrencies: form.otherCurrencies,
    places: form.places.map(({ place, radius }) => ({
      place,
      radiusKm: radius.trim() === '' ? null : toKm(Number(radius), units),
    })),
    handover: form.handover,
    scoreMin: orNull(form.scoreMin),
    discountPctMin: orNull(form.discountPctMin),
    confidencePctMin: orNull(form.confidencePctMin),
    riskMax: orNull(form.riskMax),
    profitCentsMin: cents(form.profitMin),
    sellersOnly: wordsOf(form.sellersOnly),
    sellersNot: wordsOf(form.sellersNot),
    // A table of one's own stays as it is.
    ...(form.weights !== 'own' && { weights: form.weights === '' ? null : form.weights }),
    marketplaces: form.marketplaces,
    rhythm: form.rhythm === '' ? null : form.rhythm,
    cooldownMinutes: orNull(form.cooldownMinutes),
    onlyNew: form.onlyNew,
    dropCentsMin: cents(form.dropMin),
    dropPctMin: orNull(form.dropPctMin),
    expiresAt: momentOf(form.expiresAt),
    snoozedUntil: momentOf(form.snoozedUntil),
    channels: form.channels,
    fallbackChannels: form.fallbackChannels,
    enabled: form.enabled,
  }
}

function nameOf({ all, any, query, categories }: RuleForm): string {
  const words = [...wordsOf(all), ...wordsOf(any)].join(' ') || query.trim() || categories.join(', ')
  return words.slice(0, 60).toWellFormed() || 'Anything'
}

/** A rule that is there, as the form shows it. */
export function formOf(rule: Omit<Rule, 'stats'>, { units }: Pick<Person, 'units'>): RuleForm {
  const amount = (cents: number | null) => (cents === null ? '' : String(toMajor(cents, rule.currency)))
  const text = (value: number | null) => (value === null ? '' : String(value))
  return {
    name: rule.name,
    all: rule.keywords.all.join(', '),
    any: rule.keywords.any.join(', '),
    none: rule.keywords.none.join(', '),
    query: rule.query ?? '',
    categories: rule.categories,
    conditions: rule.conditions,
    kinds: rule.kinds,
    priceMin: amount(rule.priceCentsMin),
    priceMax: amount(rule.priceCentsMax),
    landedMax: amount(rule.landedCentsMax),
    otherCurrencies: rule.otherCurrencies,
    places: rule.places.map(({ place, radiusKm }) => ({ place, radius: String(fromKm(radiusKm, units)) })),
    handover: rule.handover,
    scoreMin: text(rule.scoreMin),
    discountPctMin: text(rule.discountPctMin),
    confidencePctMin: text(rule.confidencePctMin),
    riskMax: text(rule.riskMax),
    profitMin: amount(rule.profitCentsMin),
    sellersOnly: rule.sellersOnly.join(', '),
    sellersNot: rule.sellersNot.join(', '),
    weights: weightsOf(rule.weights),
    marketplaces: rule.marketplaces,
    rhythm: rule.rhythm ?? '',
    cooldownMinutes: text(rule.cooldownMinutes),
    onlyNew: rule.onlyNew,
    dropMin: amount(rule.dropCentsMin),
    dropPctMin: text(rule.dropPctMin),
    expiresAt: localMoment(rule.expiresAt),
    snoozedUntil: localMoment(rule.snoozedUntil),
    channels: rule.channels,
    fallbackChannels: rule.fallbackChannels,
    enabled: rule.enabled,
  }
}

function weightsOf(weights: Rule['weights']): RuleForm['weights'] {
  if (weights === null || weights === 'balanced') return ''
  return typeof weights === 'string' ? weights : 'own'
}

/** As a field for a moment has it, to the minute: "2026-11-22T14:30". */
export function localMoment(at: string | null): string {
  if (at === null) return ''
  const date = new Date(at)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** The form's name of what the API calls by another. */
const fieldNames: Readonly<Record<string, string>> = {
  'keywords.all': 'all',
  'keywords.any': 'any',
  'keywords.none': 'none',
  priceCentsMin: 'priceMin',
  priceCentsMax: 'priceMax',
  landedCentsMax: 'landedMax',
  profitCentsMin: 'profitMin',
  dropCentsMin: 'dropMin',
  // Of the only one that there is.
  place: 'places.0.place',
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
    const field = (name ?? path.replace(/\.radiusKm$/, '.radius')).replace(/^(places\.\d+)$/, '$1.place')
    return [known.includes(field.split('.')[0]!) ? field : 'root', message]
  })
}
