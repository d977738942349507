import type { Checker } from './checker.ts'
import type { Folder } from './folder.ts'
import { clusterPairs } from './forms/clusters.ts'
import { feedCounts, feedLinks } from './forms/feeds.ts'
import { importRows } from './forms/imports.ts'
import { notifiedRows } from './forms/notified.ts'
import { pairs } from './forms/pairs.ts'
import { servedFeeds } from './forms/served.ts'
import { titles } from './forms/titles.ts'
import { discordBareHost, unsentConfirmation, webhookSecret } from './own/channels.ts'
import { ruleImports, watchVariation, whenNone } from './own/commands.ts'
import { bigIds, excelIds } from './own/ids.ts'
import { confirmCode, digestCount, mailEncodedWord } from './own/mail.ts'
import { telegramBareLinks, telegramLongLinks } from './own/telegram.ts'
import { unreadDescription } from './own/unread.ts'
import { conditionUnused, gluedModel, quantity } from './own/value.ts'

/** Own checks first: their folders may look like one of the forms. */
export const checkers: readonly Checker[] = [
  bigIds,
  conditionUnused,
  confirmCode,
  digestCount,
  discordBareHost,
  excelIds,
  gluedModel,
  mailEncodedWord,
  quantity,
  telegramBareLinks,
  telegramLongLinks,
  unreadDescription,
  unsentConfirmation,
  watchVariation,
  webhookSecret,
  whenNone,
  pairs,
  titles,
  feedLinks,
  feedCounts,
  servedFeeds,
  clusterPairs,
  ruleImports,
  notifiedRows,
  importRows,
]

export function checkerFor(folder: Folder): Checker | null {
  return checkers.find(({ fits }) => fits(folder)) ?? null
}
