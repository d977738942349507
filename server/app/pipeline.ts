import type { WokenLoop } from '../core/feature.ts'
import { findPlace } from '../core/places.ts'
import { matchWaiting } from '../flows/match-waiting.ts'
import type { ReadDetailsDeps } from '../flows/read-details.ts'
import { dealingLoop } from '../rules/live/deal-parts.ts'
import { partPagesChannel, rulePartsChannel } from '../rules/live/part-store.ts'
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
    timed: (step, seconds) => metrics[`${step}Seconds`].observe(seconds),
    readDetails: async ({ sourceId, listing }, signal) =>
      sourceId === null ? null : readDetailPage(resources, sourceId, listing, signal),
  } satisfies ReadDetailsDeps
}

/** Pages that others wrote are matched against the parts of the rules that this process has; where they are dealt, by turns. */
export function partLoops(config: Config, pipeline: Pipeline): WokenLoop[] {
  const waitingPages = matchWaiting(pipeline)
  const loops: WokenLoop[] = [{ ...waitingPages, wokenBy: partPagesChannel }]
  if (config.rulesHeld === 'dealt')
    loops.unshift({
      ...dealingLoop({ ...pipeline, onHeld: () => waitingPages.wake() }),
      wokenBy: rulePartsChannel,
    })
  return loops
}
