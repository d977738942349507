import { AppError } from '../core/errors.ts'
import { turns } from '../core/turns.ts'
import { recognise } from '../listings/normalize/normalize.ts'
import type { RecognisedListing } from '../listings/normalize/recognised-listing.ts'
import type { Page, PipelineDeps } from './page.ts'

/** What a page's sightings were read as. */
export interface RecognisedPage {
  found: RecognisedListing[]
  /** What is unusable is reported, never stored. */
  rejected: { index: number; problems: Record<string, string> }[]
}

/** Found: checked and put in our words. It needs no database, so one page is read while another is written. */
export async function recognisePage(
  deps: Pick<PipelineDeps, 'findPlace' | 'siteCodes' | 'marketplaces' | 'profiles' | 'owner'>,
  page: Pick<Page, 'sightings' | 'ownerId'>,
): Promise<RecognisedPage> {
  const { findPlace, siteCodes: codes } = deps
  const { home } = deps.profiles.of(page.ownerId ?? deps.owner)
  const pause = turns()
  const read: RecognisedPage = { found: [], rejected: [] }
  for (const [index, sighting] of page.sightings.entries()) {
    await pause()
    try {
      const area = deps.marketplaces.get(sighting.marketplace)?.areaOf?.(sighting.seen.url) ?? null
      read.found.push(recognise(sighting.seen, { ...sighting, findPlace, area, home, codes }))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      read.rejected.push({ index, problems: error.fields ?? { listing: error.message } })
    }
  }
  return read
}
