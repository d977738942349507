import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../server/app/app.ts'
import { findPlace } from '../server/core/places.ts'
import { findForDraft } from '../server/flows/find-for-draft.ts'
import { previewRule } from '../server/flows/preview-rule.ts'
import { type Rule, ruleInputSchema } from '../server/model/rule-schema.ts'
import { draftRule, readRule } from '../server/rules/rules.ts'
import { openBenchApp } from './lib-app.ts'
import { percentile } from './lib-statistics.ts'
import { fillStock } from './lib-stock.ts'

/** Of each kind, as people type them. */
const drafts: Readonly<Record<string, readonly object[]>> = {
  wide: [
    {},
    { keywords: { any: ['bike', 'camera', 'laptop'] } },
    { priceCentsMax: 50_000 },
    { scoreMin: 40 },
  ],
  narrow: [
    { keywords: { all: ['trek', 'modell40'] } },
    { keywords: { all: ['modell1234'] }, priceCentsMax: 60_000 },
    { keywords: { all: ['canon', 'camera'], none: ['kept'] } },
  ],
  impossible: [
    { keywords: { all: ['zither'] } },
    { categories: ['boats-rv'] },
    { scoreMin: 100, discountPctMin: 99 },
    { priceCentsMax: 1 },
  ],
  expression: [
    { query: '(trek OR honda) NOT "road bike"' },
    { query: '/modell(12|34)[0-9]/ AND title:camera' },
    { query: 'bose AND (zither OR lute)' },
  ],
  near: [
    { places: [{ place: 'Oakland, CA', radiusKm: 25 }] },
    { places: [{ place: 'New York, NY', radiusKm: 40 }], keywords: { all: ['guitar'] } },
    { places: [{ place: 'Bismarck, ND', radiusKm: 5 }] },
  ],
}

/**
 * How long somebody who types a rule waits for what fits it, among `--listings N` (default 200,000): all drafts of each
 * kind `--rounds N` (default 12) times, and how far those looked that found fewer than asked for. Beside it, once, what
 * the preview with its look back takes for the first draft of each kind.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const numberOf = (name: string, otherwise: number) =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) || otherwise : otherwise
  const listings = numberOf('--listings', 200_000)
  const rounds = numberOf('--rounds', 12)
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-bench-'))
  chmodSync(dataDir, 0o711)
  const app = await openBenchApp(dataDir)
  try {
    await app.openQueue(false)
    await fillStock(app, listings)
    const kinds: Record<string, unknown> = {}
    const all: number[] = []
    for (const [kind, inputs] of Object.entries(drafts)) {
      const rules = inputs.map((input) => draftOf(app, input))
      const { waits, lookedAt, partial } = await measure(app, rules, rounds)
      all.push(...waits)
      kinds[kind] = {
        ...{ p50Ms: percentile(waits, 50), p95Ms: percentile(waits, 95) },
        ...{ lookedAtMin: Math.min(...lookedAt), partial },
        wholePreviewMs: await wholePreviewMs(app, rules[0]!),
      }
    }
    return { listings, p50Ms: percentile(all, 50), p95Ms: percentile(all, 95), ...kinds }
  } finally {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measure(app: App, rules: readonly Rule[], rounds: number) {
  const [waits, lookedAt]: [number[], number[]] = [[], []]
  let partial = 0
  const never = new AbortController().signal
  // The first round fills the database's memory.
  for (let round = -1; round < rounds; round++) {
    for (const rule of rules) {
      const from = performance.now()
      const found = await findForDraft(app.pipeline, rule, never)
      if (round < 0) continue
      waits.push(Math.round(performance.now() - from))
      if (found.items.length < 20) lookedAt.push(found.lookedAtCount)
      if (round === 0 && found.isPartial) partial++
    }
  }
  return { waits, lookedAt: lookedAt.length === 0 ? [0] : lookedAt, partial: `${partial} of ${rules.length}` }
}

async function wholePreviewMs(app: App, rule: Rule): Promise<number> {
  const from = performance.now()
  await previewRule({ ...app.pipeline, reachOf: async () => [] }, rule, { days: 7, timeZone: 'UTC' })
  return Math.round(performance.now() - from)
}

function draftOf(app: App, over: object): Rule {
  const input = ruleInputSchema.parse({ name: 'A draft', ...over })
  return draftRule(readRule(app.rules, { findPlace }, input), app.owner)
}
