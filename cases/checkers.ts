import type { Checker } from './checker.ts'
import type { Folder } from './folder.ts'
import { clusterPairs } from './forms/clusters.ts'
import { feedCounts, feedLinks } from './forms/feeds.ts'
import { importRows } from './forms/imports.ts'
import { pairs } from './forms/pairs.ts'
import { servedFeeds } from './forms/served.ts'
import { titles } from './forms/titles.ts'

/** Own checks first: their folders may look like one of the forms. */
export const checkers: readonly Checker[] = [
  pairs,
  titles,
  feedLinks,
  feedCounts,
  servedFeeds,
  clusterPairs,
  importRows,
]

export function checkerFor(folder: Folder): Checker | null {
  return checkers.find(({ fits }) => fits(folder)) ?? null
}
