import { z } from 'zod'
import { currencyProblem } from '../core/money.ts'
import { rateSources } from '../model/exchange-rates.ts'
import { isRate } from './ecb.ts'

const currency = z
  .string()
  .trim()
  .toUpperCase()
  .refine((code) => currencyProblem(code) === null, 'is no three-letter currency code such as USD')
  .refine((code) => code !== 'EUR', 'is what all rates are in: one euro is one euro')

export const rateParams = z.object({ currency })

export const rateInputSchema = z
  .strictObject({
    /** What one euro is in it. */
    perEuro: z.number().refine(isRate, 'must be what one euro is in that currency, such as 1.09 for USD'),
    /** From which it holds; left out = today (UTC). */
    day: z.iso.date().optional(),
  })
  .meta({ example: { perEuro: 1.09, day: '2026-11-27' } })
export type RateInput = z.output<typeof rateInputSchema>

export const rateSchema = z.object({
  currency: z.string(),
  /** What one euro is in it. */
  perEuro: z.number(),
  day: z.string(),
  source: z.enum(rateSources),
})

export const ratesSchema = z
  .object({
    items: z.array(rateSchema),
    /** Whether the operator lets the European Central Bank's be fetched each day (EXCHANGE_RATES). */
    isFetched: z.boolean(),
  })
  .meta({
    example: {
      items: [{ currency: 'USD', perEuro: 1.09, day: '2026-11-27', source: 'ecb' }],
      isFetched: true,
    },
  })
export type RatesView = z.output<typeof ratesSchema>

export const fetchRatesSchema = z
  .strictObject({
    /** The newest day, the last 90 days, or all since 1999. */
    span: z.enum(['day', 'quarter', 'all']).default('day'),
  })
  .meta({ example: { span: 'quarter' } })
