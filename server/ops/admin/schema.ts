import { z } from 'zod'
import { saidSchema } from '../../model/sentences/said.ts'

const time = z.iso.datetime()
const count = z.int().min(0)

/** Numbers and yes or no as they are; of texts only that there is one, since it may be somebody's. */
const payloadSchema = z.record(z.string(), z.union([z.number(), z.boolean(), z.null(), z.literal('…')]))

export const jobsSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      waiting: count,
      active: count,
      failed: count,
      oldestDueAt: time.nullable().describe('since when one waits that is due; null = none'),
    }),
  ),
  scheduledSecondsAgo: z
    .number()
    .nullable()
    .describe('since a scheduler last looked what is due; null = never'),
  dead: z.object({
    count,
    items: z
      .array(
        z.object({
          id: z.string(),
          job: z.string(),
          failedAt: time,
          error: z.string().describe('without addresses, and what stood in quotation marks'),
          payload: payloadSchema,
        }),
      )
      .describe('the newest 100'),
  }),
})
export type JobsView = z.input<typeof jobsSchema>

const jobIds = z.array(z.guid('is no id of a job')).min(1).max(100)
export const retrySchema = z
  .strictObject({ jobs: jobIds.optional().describe('left out = all') })
  .meta({ example: { jobs: ['0192f0c1-7b1e-4c5e-9a44-1d2f3a4b5c6d'] } })
export const discardSchema = z
  .strictObject({ jobs: jobIds })
  .meta({ example: { jobs: ['0192f0c1-7b1e-4c5e-9a44-1d2f3a4b5c6d'] } })
export const doneSchema = z.object({ count: count.describe('of those that were still there') })

export const doctorSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      ok: z.boolean(),
      critical: z.boolean().describe('whether the program cannot serve without it'),
      detail: z.string().describe('how it is, and what to do where it is not well'),
      detailSaid: saidSchema.optional().describe('left out = it is said in English alone'),
      ms: z.number().describe('how long its answer took'),
    }),
  ),
})

export const storageSchema = z.object({
  databaseBytes: z.number(),
  dataFolder: z.string(),
  diskFreeBytes: z.number().nullable().describe('where the data folder is; null = it cannot be read'),
  diskBytes: z.number().nullable(),
  photos: z.object({
    shown: z.boolean().describe('whether photos are fetched and kept for the web app'),
    files: count,
    bytes: z.number(),
    bytesMax: z.number(),
  }),
})

export const optionListSchema = z.object({
  items: z.array(
    z.object({
      name: z.string(),
      part: z.string().describe('the program, or the marketplace or channel that it is for'),
      value: z.string().nullable().describe('null = not set, or a secret'),
      isSet: z.boolean(),
      isSecret: z.boolean(),
      default: z.string().nullable(),
      origin: z.enum(['environment', '.env', 'file', 'default']),
      doc: z.string(),
    }),
  ),
})
export type OptionView = z.input<typeof optionListSchema>['items'][number]

const fateSchema = z.object({
  state: z.enum(['waiting', 'active', 'done', 'failed']),
  askedAt: time,
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
})

export const backupsSchema = z.object({
  folder: z
    .string()
    .nullable()
    .describe(
      'or a bucket, s3://BUCKET/PREFIX; null = no backup is made by itself: BACKUP_FOLDER, BACKUP_S3_URL',
    ),
  everyHours: z.number(),
  keep: z.number(),
  isEncrypted: z.boolean(),
  keyFile: z.string().nullable().describe('which is in no backup; null = the key is an option'),
  items: z.array(
    z.object({
      name: z.string(),
      at: time,
      bytes: z.number(),
      verifiedAt: time.nullable(),
      asked: fateSchema.nullable().describe('what became of trying it out, where that was asked for'),
    }),
  ),
  asked: fateSchema.nullable().describe('what became of the backup that was asked for last'),
})
export const verifySchema = z
  .strictObject({ name: z.string().min(1).max(100) })
  .meta({ example: { name: 'deal-scout-2026-11-29T030000Z' } })
export const askedSchema = z.object({ asked: z.literal(true) })
