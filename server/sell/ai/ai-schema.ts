import { z } from 'zod'
import { isStorable } from '../../core/text.ts'
import { postingLanguages } from '../../model/posting.ts'
import { dropReasons, lists, singles } from './answer-schema.ts'
import { aiOutcomes } from './outcomes.ts'
import { offerFields } from './rules.ts'

const amount = z.number().int()

export const askInputSchema = z
  .strictObject({
    /** Of the descriptions; the first that you read is that of title and lines, too. Left out: the one that you read. */
    languages: z.array(z.enum(postingLanguages)).min(1).max(3).optional(),
  })
  .meta({ example: { languages: ['en'] } })

export const takeInputSchema = z
  .strictObject({
    offers: z
      .array(
        z.strictObject({
          field: z.enum(offerFields),
          /** As it is offered. */
          value: z.string().min(1).max(2_000).refine(isStorable, 'has characters that cannot be stored'),
        }),
      )
      .min(1)
      .max(60),
  })
  .meta({ example: { offers: [{ field: 'brand', value: 'Herman Miller' }] } })
export type TakeInput = z.output<typeof takeInputSchema>

export const agreeInputSchema = z
  .strictObject({
    /** To whom what belongs to your things may be sent, as `GET` tells; null takes it back. */
    agreedTo: z.string().max(300).nullable(),
  })
  .meta({ example: { agreedTo: 'api.openai.com' } })

const costSchema = z.object({
  /** Of a cent; null = what the model costs is not known, and tokens are counted. */
  cents: z.number().nullable(),
  tokens: amount,
})

export const aiStateSchema = z.object({
  isOn: z.boolean(),
  /** To whom photos would go: a host. Null = it is off. */
  recipient: z.string().nullable(),
  model: z.string().nullable(),
  isAgreed: z.boolean(),
  /** What is sent, a sentence; null = it is off. */
  sent: z.string().nullable(),
  isPriced: z.boolean(),
  /** What one description may cost at the most, by four photos. */
  most: costSchema.nullable(),
  caps: z
    .object({
      personDayCents: amount,
      personMonthCents: amount,
      houseMonthCents: amount,
      personDayTokens: amount,
      houseMonthTokens: amount,
    })
    .nullable(),
  /** By you, what is under way at its most; of days and months in UTC. */
  spent: z.object({ day: costSchema, month: costSchema }),
})
export type AiState = z.output<typeof aiStateSchema>

export const descriptionSchema = z.object({
  isOn: z.boolean(),
  recipient: z.string().nullable(),
  isAgreed: z.boolean(),
  /** `asked` = an answer is waited for; `failed` = none came, and `problem` says why; `none` = nobody was asked. */
  state: z.enum(['none', 'asked', 'answered', 'failed']),
  problem: z.string().nullable(),
  problemCode: z.enum(aiOutcomes).nullable(),
  /** Not before then. */
  retryAt: z.iso.datetime().nullable(),
  /** Of the answer; null = there is none. */
  model: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  /** Photos or facts are others than those that it was asked about. */
  isStale: z.boolean(),
  /** It was no whole form, and was mended: look twice. */
  isRepaired: z.boolean(),
  /** Of all calls for this thing. */
  spent: costSchema,
  offers: z.array(
    z.object({
      field: z.enum(offerFields),
      value: z.string(),
      /** 0–1, as the model says. */
      confidence: z.number(),
      /** The photo that shows it. */
      photoId: amount.nullable(),
      /** The words on the thing that say it, as the model read them. */
      words: z.string().nullable(),
      isTaken: z.boolean(),
    }),
  ),
  /** What of the answer is not offered, and why. */
  dropped: z.array(
    z.object({
      field: z.enum([...singles, ...lists, 'descriptions', 'other']),
      because: z.enum(dropReasons),
      count: amount,
    }),
  ),
})
export type DescriptionView = z.output<typeof descriptionSchema>
