import { AppError } from '../core/errors.ts'
import { turns } from '../core/turns.ts'
import { normalize } from '../listings/normalize/normalize.ts'
import type { Sighting } from '../listings/normalize/normalized-listing.ts'
import type { Page, PipelineDeps } from './page.ts'

/** What a page's sightings were read as. */
export interface NormalizedPage {
  found: Sighting[]
  /** What is unusable is reported, never stored. */
  rejected: { index: number; problems: Record<string, string> }[]
}

/** Found: checked and put in our words. It needs no database, so one page is read while another is written. */
export async function normalizePage(
  deps: Pick<PipelineDeps, 'findPlace' | 'siteCodes' | 'marketplaces' | 'profiles' | 'owner'>,
  page: Pick<Page, 'sightings' | 'ownerId'>,
): Promise<NormalizedPage> {
  const { findPlace, siteCodes: codes } = deps
  const { home } = deps.profiles.of(page.ownerId ?? deps.owner)
  const pause = turns()
  const read: NormalizedPage = { found: [], rejected: [] }
  for (const [index, sighting] of page.sightings.entries()) {
    await pause()
    try {
      const area = deps.marketplaces.get(sighting.marketplace)?.areaOf?.(sighting.seen.url) ?? null
      read.found.push(normalize(sighting.seen, { ...sighting, findPlace, area, home, codes }))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      read.rejected.push({ index, problems: error.fields ?? { listing: error.message } })
    }
  }
  return read
}
