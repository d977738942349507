import { findPlace } from '../core/places.ts'
import type { ReadDetailsDeps } from '../flows/read-details.ts'
import { readDetailPage } from '../sources/details.ts'
import type { Config } from './config.ts'
import type { Resources } from './resources.ts'

export type Pipeline = ReturnType<typeof pipelineOf>

/** What every listing goes through with, wherever it comes from. */
export function pipelineOf(config: Config, resources: Resources) {
  const { marketplaces, metrics, owner } = resources
  return {
    ...resources,
    owner: owner.userId,
    hashesPhotos: config.photoHashes === 'on',
    learnsFirst: config.learnFirst === 'on',
    detailsPerDay: Object.fromEntries(
      [...marketplaces.values()].flatMap(({ id, budget }) =>
        budget.detailsPerDay === undefined ? [] : [[id, budget.detailsPerDay(config.adapters)]],
      ),
    ),
    findPlace,
    observe(counts) {
      for (const name of ['added', 'changed', 'unchanged'] as const)
        metrics.listings.inc({ result: name }, counts[name])
      metrics.matches.inc(counts.matches)
      metrics.notifications.inc(counts.notifications)
    },
    readDetails: async ({ sourceId, listing }, signal) =>
      sourceId === null ? null : readDetailPage(resources, sourceId, listing, signal),
  } satisfies ReadDetailsDeps
}
