import { z } from 'zod'
import { typedCurrencySchema } from '../../core/money.ts'
import { isStorable, oneLine } from '../../core/text.ts'
import { costOfGoodsKinds, type MoneyKind, moneyKinds } from '../money-kinds.ts'

const line = (max: number) =>
  z
    .string()
    .overwrite(oneLine)
    .trim()
    .min(1, 'is empty')
    .max(max)
    .refine(isStorable, 'has characters that cannot be stored')
const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const day = z.iso.date('a day such as 2026-11-30')

export const distanceUnits = ['mi', 'km'] as const
export type DistanceUnit = (typeof distanceUnits)[number]

/** Minor units of a currency for each mile or kilometre; a tenth of one is the finest. */
const perUnit = z
  .number()
  .min(0)
  .max(1e6)
  .multipleOf(0.1, 'at most one digit after the point, in cents: 72.5 is $0.725')

export const mileageRateSchema = z
  .strictObject({
    unit: z.enum(distanceUnits),
    currency: typedCurrencySchema,
    centsPerUnit: perUnit,
    /** Its first and its last day; null = since ever, and until a later one counts. */
    validFrom: day.nullable().default(null),
    validTo: day.nullable().default(null),
    /** Where it was read, an address or words. */
    source: line(500).nullable().default(null),
  })
  .refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo, {
    path: ['validTo'],
    message: 'is before the first day',
  })
export type MileageRate = z.output<typeof mileageRateSchema>

/** What things cost is in lines of its own, with the stock; tax that is handed on is in none. */
export const placedKinds = moneyKinds.filter(
  (kind) => kind !== 'collected-tax' && !(costOfGoodsKinds as readonly string[]).includes(kind),
)

/** Lines that the sums of a year have of themselves. */
export const ownLines = {
  none: 'Not in any line',
  opening: 'Inventory at beginning of year',
  purchases: 'Purchases',
  closing: 'Inventory at end of year',
  sold: 'Cost of goods sold',
  net: 'Net profit',
  gross: 'To compare with its 1099-K',
} as const

const nameOf = (text: string) => text.toLowerCase()
const taken = new Set(Object.values(ownLines).map(nameOf))

/** A line of the year's sums, with the kinds of amounts in it. */
const yearLineSchema = z.strictObject({
  line: line(100).refine(
    (name) => !taken.has(nameOf(name)),
    'is a line that the table has of itself: call it otherwise',
  ),
  kinds: z
    .array(
      z.enum(moneyKinds).refine((kind) => placedKinds.includes(kind), {
        error:
          'is in no line of yours: what things cost stands with the stock, tax that is handed on in none',
      }),
    )
    .min(1, 'say which kinds of amounts are in it'),
})
export type YearLine = z.output<typeof yearLineSchema>

export const yearLinesSchema = z
  .array(yearLineSchema)
  .max(50)
  .superRefine((lines, ctx) => {
    const names = new Set<string>()
    const kinds = new Map<MoneyKind, string>()
    for (const [at, { line, kinds: own }] of lines.entries()) {
      if (names.has(nameOf(line)))
        ctx.addIssue({
          code: 'custom',
          path: [at, 'line'],
          message: `"${line}" is there twice: make one of both`,
        })
      names.add(nameOf(line))
      for (const [place, kind] of own.entries()) {
        const before = kinds.get(kind)
        if (before === undefined) kinds.set(kind, line)
        else
          ctx.addIssue({
            code: 'custom',
            path: [at, 'kinds', place],
            message: `${kind} is in "${before}" already: it counts in one line`,
          })
      }
    }
  })

export const driveInputSchema = z
  .strictObject({
    distance: z
      .number()
      .positive('more than 0')
      .max(100_000)
      .multipleOf(0.01, 'at most two digits after the point'),
    unit: z.enum(distanceUnits),
    /** What each of them costs; left out, by your rates of that day. */
    centsPerUnit: perUnit.optional(),
    /** Of the rate; left out where there are rates in one currency alone. */
    currency: typedCurrencySchema.optional(),
    /** Left out: today. */
    onDate: day.optional(),
    itemId: id.nullable().default(null),
    /** Of one sale of it. */
    saleId: id.nullable().default(null),
    note: line(500).nullable().default(null),
  })
  .refine(({ centsPerUnit, currency }) => centsPerUnit === undefined || currency !== undefined, {
    path: ['currency'],
    message: 'goes with a rate: USD, EUR, GBP …',
  })
  .meta({ example: { distance: 12.5, unit: 'mi', onDate: '2026-11-28', note: 'to the flea market' } })
export type DriveInput = z.output<typeof driveInputSchema>

export const bookChangesSchema = z
  .strictObject({
    /** All rates of your own; they go before those that are known. */
    mileageRates: z.array(mileageRateSchema).max(100),
    /** In which line of the year's sums which kinds of amounts are; null = as in a US Schedule C. */
    yearLines: yearLinesSchema.nullable(),
  })
  .partial()
  .meta({
    example: {
      mileageRates: [{ unit: 'km', currency: 'EUR', centsPerUnit: 30, source: 'what my tax adviser said' }],
    },
  })
export type BookChanges = z.output<typeof bookChangesSchema>

export const bookSettingsSchema = z.object({
  /** Your own first; the others are those that are known. */
  mileageRates: z.array(
    z.object({
      unit: z.enum(distanceUnits),
      currency: z.string(),
      centsPerUnit: z.number(),
      validFrom: z.string().nullable(),
      validTo: z.string().nullable(),
      source: z.string().nullable(),
      isOwn: z.boolean(),
    }),
  ),
  /** The lines of the year's sums that kinds of amounts are in. */
  yearLines: z.array(z.object({ line: z.string(), kinds: z.array(z.enum(moneyKinds)) })),
  /** Whether these are yours; else they are as in a US Schedule C. */
  yearLinesAreOwn: z.boolean(),
  /** Kinds that are in none of them: they are summed under "Not in any line". */
  inNoLine: z.array(z.enum(moneyKinds)),
})
export type BookSettings = z.output<typeof bookSettingsSchema>
