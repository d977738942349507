import { type AppError, badInput } from '../core/errors.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import { aged } from './age.ts'
import { type ImportDeps, type ImportSummary, problemTexts, type Reject, tallied } from './run.ts'

/** What a saved page was read as. */
export interface ParsedPage {
  outcome: string
  reason?: string
  listings: SeenListing[]
  rejected?: { row: number; reason: string }[]
}

export function refusePage(name: string, marketplace: string, page: ParsedPage): AppError {
  const reason = (page.reason ?? page.outcome).replace(/\.$/, '')
  return badInput(
    `${name} was not read as a page of ${marketplace}: ${reason}. Save a page of its search results, or a posting, and import that.`,
  )
}

/** Takes in the listings of a saved page, in one transaction; bad input when it holds none that can be read. */
export async function runPageImport(
  deps: ImportDeps,
  input: { name: string; page: ParsedPage; marketplace: string; ownerId: number | null },
): Promise<{ summary: ImportSummary; rejects: Reject[] }> {
  const { name, page, marketplace, ownerId } = input
  if (page.outcome !== 'ok') throw refusePage(name, marketplace, page)
  const observedAtMs = deps.clock.now().getTime()
  const ingest = await deps.readAhead({
    sightings: page.listings.map((seen) => ({ marketplace, seen, observedAtMs })),
    sourceId: null,
    scanId: null,
    demo: false,
    ownerId,
    history: true,
  })
  const result = await ingest()
  const unusable = new Set(result.rejected.map(({ index }) => index))
  const evidence = page.listings.filter(
    (seen, index) =>
      !unusable.has(index) &&
      aged({ marketplace, seen, observedAt: undefined }, deps, observedAtMs).isEvidence,
  ).length
  const rejects = [
    ...(page.rejected ?? []).map(({ row, reason }) => ({ line: row, problems: [reason], raw: '' })),
    ...result.rejected.map(({ index, problems }) => ({
      line: index + 1,
      problems: problemTexts(problems),
      raw: page.listings[index]!.title.slice(0, 200),
    })),
  ]
  return {
    summary: {
      rows: page.listings.length + (page.rejected?.length ?? 0),
      added: result.added,
      changed: result.changed,
      unchanged: result.unchanged,
      matches: result.matches,
      waiting: result.waiting,
      rejected: rejects.length,
      evidence,
      // A saved page shows what was for sale when it was saved, which is taken for now.
      history: 0,
      problems: tallied(rejects),
      incomplete: null,
    },
    rejects,
  }
}
