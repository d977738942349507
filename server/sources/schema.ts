import { z } from 'zod'
import { bulkIds } from '../core/bulk.ts'
import { fieldSpecSchema, fieldValuesSchema } from '../core/fields.ts'
import { oneLine } from '../core/text.ts'
import { queryFilters, scanOutcomes } from '../marketplaces/contract.ts'

const moment = z.iso.datetime().nullable()

export const marketplaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  homepage: z.string(),
  terms: z.object({
    class: z.enum(['official-api', 'open-feed', 'unofficial']),
    url: z.string(),
    summary: z.string(),
    acceptOption: z.string().optional(),
    /** They forbid prices worked out of its listings: none is used as a comparable. */
    noComps: z.boolean(),
    /** They forbid showing its photos elsewhere. */
    noPhotos: z.boolean(),
  }),
  /** False while its terms are not accepted, by `PUT /api/marketplaces/:id/terms` or by `acceptOption`. */
  allowed: z.boolean(),
  /** Who accepted them here, and when; null where nobody did or an option does. */
  accepted: z.object({ at: z.iso.datetime(), userId: z.number().int() }).nullable(),
  /** About how long it takes to have what its fields ask for. */
  setUpMinutes: z.number().int(),
  intervalMsMin: z.number().int(),
  fields: z.array(fieldSpecSchema),
  capabilities: z.array(z.string()),
})
export type MarketplaceView = z.input<typeof marketplaceSchema>

export const marketplaceParam = z.object({ id: z.string().max(100) })
/** For everybody here. */
export const termsInputSchema = z
  .strictObject({ accepted: z.boolean() })
  .meta({ example: { accepted: true } })

export const sourceInputSchema = z
  .strictObject({
    marketplace: z.string().min(1).max(100),
    name: z.string().overwrite(oneLine).min(1).max(200).optional(),
    settings: z.record(z.string(), z.unknown()).default({}),
    enabled: z.boolean().default(true),
    /** Scan its newest listings without any rule, too. Default: whether the marketplace is made to be read whole. */
    browse: z.boolean().optional(),
    intervalMs: z.number().int().min(60_000).max(86_400_000).optional(),
    /**
     * It serves everybody's rules, and everybody sees what it shows. The operator's do unless told otherwise, others' cannot.
     */
    shared: z.boolean().optional(),
  })
  .meta({
    example: {
      marketplace: 'feed',
      name: 'Bikes nearby',
      settings: { url: 'https://example.com/bikes.xml' },
      browse: true,
    },
  })
export type SourceInput = z.output<typeof sourceInputSchema>

export const sourceSchema = z.object({
  id: z.number().int(),
  marketplace: z.string(),
  name: z.string(),
  settings: fieldValuesSchema,
  /** For everybody, or for its owner alone. */
  shared: z.boolean(),
  demo: z.boolean(),
  enabled: z.boolean(),
  browse: z.boolean(),
  intervalMs: z.number().int(),
  /** `off` = switched off or its terms not accepted; `outage` = not seen since `outageSince`, whether its scans fail or do not run. */
  state: z.enum(['ok', 'outage', 'waiting', 'off']),
  /** One sentence about the state. */
  stateReason: z.string().nullable(),
  lastOkAt: moment,
  outageSince: moment,
  cooldownUntil: moment,
})
export type SourceView = z.output<typeof sourceSchema>

/** What one call brought before a source was connected. */
export const triedSchema = z.object({
  /** `untried` = it was not asked; what cannot be read is an error instead. */
  outcome: z.enum(['ok', 'empty', 'untried']),
  sentence: z.string(),
  found: z.number().int(),
  /** First titles. */
  samples: z.array(z.string()),
})
export type Tried = z.output<typeof triedSchema>

export const newSourceSchema = sourceInputSchema
  .extend({
    /** Reads it once before it is connected, and does not connect what cannot be read. */
    try: z.boolean().default(true),
    /** The demo goes now, and not with the first listing of a real source. */
    removeDemo: z.boolean().default(false),
  })
  .meta({
    example: {
      marketplace: 'feed',
      name: 'Bikes nearby',
      settings: { url: 'https://example.com/bikes.xml' },
      try: true,
    },
  })
export type NewSource = z.output<typeof newSourceSchema>

export const connectedSourceSchema = sourceSchema.extend({ tried: triedSchema })

const filters = z.array(z.enum(queryFilters))

/** How a source is asked for one rule. */
export const ruleSearchSchema = z.object({
  ruleId: z.number().int(),
  rule: z.string(),
  /** Why it cannot be asked, in one sentence; the rule is not scanned there. */
  impossible: z.string().nullable(),
  /** What is sent; rules with equal requests share one scan. */
  request: z.record(z.string(), z.string()),
  /** Filters that the site applies. */
  pushed: filters,
  /** Filters that are left to us, wholly or in part. */
  residual: filters,
})

export const scanSchema = z.object({
  id: z.number().int(),
  sourceId: z.number().int(),
  marketplace: z.string(),
  source: z.string(),
  demo: z.boolean(),
  request: z.record(z.string(), z.string()),
  ruleIds: z.array(z.number().int()),
  dueAt: z.iso.datetime(),
  running: z.boolean(),
  lastRunAt: moment,
  lastOutcome: z.enum(scanOutcomes).nullable(),
  lastReason: z.string().nullable(),
  lastFound: z.number().int().nullable(),
  outageSince: moment,
  cooldownUntil: moment,
})

export const scanRunSchema = z.object({
  id: z.number().int(),
  scanId: z.number().int(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  outcome: z.enum(scanOutcomes),
  reason: z.string().nullable(),
  pages: z.number().int(),
  found: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  rejected: z.number().int(),
})

/** Nothing, or no source: all scans. */
export const scansInputSchema = z
  .strictObject({ sourceId: z.number().int().optional() })
  .nullish()
  .meta({ example: { sourceId: 2 } })
export const madeDueSchema = z.object({ madeDue: z.number().int() })

export const sourceBulkSchema = z
  .strictObject({ action: z.enum(['pause', 'resume']), ids: bulkIds })
  .meta({ example: { action: 'pause', ids: [2] } })
