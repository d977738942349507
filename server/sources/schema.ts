import { z } from 'zod'
import { bulkIds } from '../core/bulk.ts'
import { fieldSpecSchema, fieldValuesSchema } from '../core/fields.ts'
import { oneLine } from '../core/text.ts'
import { queryFilters, scanOutcomes, termsClasses } from '../marketplaces/contract.ts'
import { saidSchema, saidShape } from '../model/sentences/said.ts'

const moment = z.iso.datetime().nullable()

const filteredBy = z.enum(['site', 'partly', 'here'])

const filtersSchema = z.object({
  ...{ all: filteredBy, any: filteredBy, none: filteredBy, categories: filteredBy },
  ...{ conditions: filteredBy, price: filteredBy, place: filteredBy },
})

export const marketplaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  homepage: z.string(),
  terms: z.object({
    class: z.enum(termsClasses),
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
  accepted: z.object({ at: z.iso.datetime(), userId: z.number().int(), name: z.string() }).nullable(),
  /** What a source with nothing filled in lacks (keys of the operator, say), in one sentence; null where nothing is. */
  unavailable: z.string().nullable(),
  /** What others connected for everybody here: how many sources, how many of them show nothing at present, and when one was last seen. */
  others: z.object({ sources: z.number().int(), blind: z.number().int(), lastOkAt: moment }),
  /** How to come by what its fields ask for, a sentence each. */
  steps: z.array(z.string()),
  /** How to have it write mails of new things that fit a search, a sentence each; empty where it writes none. */
  alertSteps: z.array(z.string()),
  /** No real answer of the site was at hand when this version was made: each source is unproven until it is confirmed. */
  unproven: z.boolean(),
  /** Of each filter of a rule: whether the site applies it (`site`), more loosely (`partly`), or what it shows is filtered here (`here`). */
  filters: filtersSchema,
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
  stateReasonSaid: saidSchema.nullable(),
  lastOkAt: moment,
  outageSince: moment,
  cooldownUntil: moment,
  /** How its last scan ended; null = none did. */
  lastOutcome: z.enum(scanOutcomes).nullable(),
  /** Why it is off; null = it is not. */
  offBecause: z.enum(['paused', 'terms', 'settings', 'no-marketplace']).nullable(),
  /** Of an outage: what went wrong, and what to do, in sentences. */
  /** What is left while it does not answer: alert mails of the site, the page on a person's screen. Empty while it does. */
  alternatives: z.array(z.enum(['mail', 'capture'])),
  /** No real answer of the site was at hand, and nobody has confirmed yet that this source is read rightly. */
  unproven: z.boolean(),
  /** As of its marketplace, with the settings of this source; null where these cannot be used. */
  filters: filtersSchema.nullable(),
  why: z.string().nullable(),
  whySaid: saidSchema.nullable(),
  remedy: z.string().nullable(),
  remedySaid: saidSchema.nullable(),
})
export type SourceView = z.output<typeof sourceSchema>

const ran = {
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  outcome: z.enum(scanOutcomes),
  reason: z.string().nullable(),
  pages: z.number().int(),
  found: z.number().int(),
  added: z.number().int(),
  changed: z.number().int(),
  rejected: z.number().int(),
}

export const sourceActivitySchema = z.object({
  /** How many queries are planned at it; rules that ask the same share one. */
  queries: z.number().int(),
  /** One of them is under way. */
  running: z.boolean(),
  nextScanAt: moment,
  lastRun: z.object(ran).nullable(),
  /** Calls of today's budget, which is that of the app or account whose keys it uses; null where there is no such budget. */
  quota: z.object({ used: z.number().int(), perDay: z.number().int(), resetAt: z.iso.datetime() }).nullable(),
})
export type SourceActivity = z.output<typeof sourceActivitySchema>

/** A source, and what its scans do. */
export const activeSourceSchema = sourceSchema.extend({ activity: sourceActivitySchema })
export type ActiveSource = z.output<typeof activeSourceSchema>

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

export const connectedSourceSchema = activeSourceSchema.extend({ tried: triedSchema })

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

export const scanRunSchema = z.object({ id: z.number().int(), scanId: z.number().int(), ...ran })

/** A run of one of a source's queries, with what was asked. */
export const sourceRunSchema = scanRunSchema.extend({
  request: z.record(z.string(), z.string()),
  ruleIds: z.array(z.number().int()),
})

/** Nothing, or no source: all scans. */
export const scansInputSchema = z
  .strictObject({ sourceId: z.number().int().optional() })
  .nullish()
  .meta({ example: { sourceId: 2 } })
export const madeDueSchema = z.object({
  /** Those that were not due yet and are now. */
  madeDue: z.number().int(),
  /** All that are planned and may run: 0 where no rule asks for anything there, or it is switched off. */
  planned: z.number().int(),
  /** Sources that rest after a failure: theirs run when the rest is over, whoever asks. */
  resting: z.array(
    z.object({
      sourceId: z.number().int(),
      name: z.string(),
      until: z.iso.datetime(),
      sentence: z.string(),
      ...saidShape,
    }),
  ),
})
export type MadeDue = z.output<typeof madeDueSchema>

export const sourceBulkSchema = z
  .strictObject({ action: z.enum(['pause', 'resume']), ids: bulkIds })
  .meta({ example: { action: 'pause', ids: [2] } })
