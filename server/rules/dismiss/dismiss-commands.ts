import type { Command } from 'commander'
import { type Authorized, authorized } from '../../core/actor.ts'
import { type Open, type Output, table } from '../../core/commands.ts'
import { badInput } from '../../core/errors.ts'
import { formatPrice } from '../../model/message.ts'
import { numberOf } from '../explain/trace-commands.ts'
import { type DismissRouteDeps, matchesPage, matchesQuery, undismiss } from './dismiss-routes.ts'
import { type Dismissed, dismissReasons, type MatchView, type Suggestion } from './dismiss-schema.ts'

export interface DismissCommandDeps extends DismissRouteDeps {
  /** Changes a rule as `PATCH /api/rules/:id` does. */
  change(userId: Authorized<'write'>, ruleId: number, patch: Record<string, unknown>): Promise<unknown>
}

const ruleWords = 'the id of a rule: see deal-scout rules list'
const listingWords = 'the number of a listing: see deal-scout matches RULE'

/** `deal-scout matches`, `deal-scout dismiss`. */
export function dismissCommands(
  program: Command,
  open: Open<DismissCommandDeps>,
  output: () => Output,
): void {
  program
    .command('matches <rule>')
    .description('what a rule matched, newest first')
    .option('--dismissed', 'only those that you dismissed')
    .option('--limit <n>', 'how many', '20')
    .option('--cursor <text>', 'go on after the "next" of the page before (--json shows it)')
    .action((rule: string, flags: { dismissed?: boolean; limit: string; cursor?: string }) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'read')
        const ruleId = numberOf(rule, ruleWords)
        const query = matchesQuery.safeParse({
          limit: flags.limit,
          cursor: flags.cursor,
          ...(flags.dismissed && { dismissed: 'true' }),
        })
        if (!query.success) throw badInput(`--limit: ${query.error.issues[0]!.message}`)
        const found = await matchesPage(deps, userId, ruleId, query.data)
        output().print(found, () => matchTable(found.items))
      }),
    )
  program
    .command('dismiss <listing>')
    .description('says that a match was not wanted and why; suggests the change that would have prevented it')
    .requiredOption('--rule <n>', 'the rule that matched it')
    .option('--reason <word>', dismissReasons.join(', '))
    .option('--apply <n>', 'change the rule by this suggestion')
    .option('--undo', 'take the dismissal back')
    .action((listing: string, flags: { rule: string; reason?: string; apply?: string; undo?: boolean }) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'write')
        const ruleId = numberOf(flags.rule, ruleWords)
        const listingId = numberOf(listing, listingWords)
        if (flags.undo) {
          await undismiss(deps, { userId, ruleId, listingId })
          output().print(
            { ruleId, listingId, dismissed: false },
            () => `Listing ${listingId} is not dismissed.`,
          )
          return
        }
        const reason = dismissReasons.find((word) => word === flags.reason)
        if (reason === undefined) throw badInput(`--reason must be one of ${dismissReasons.join(', ')}.`)
        const dismissed = await deps.dismiss(userId, { ruleId, listingId, reason })
        const applied = flags.apply === undefined ? null : chosen(dismissed, flags.apply)
        if (applied !== null) await deps.change(userId, ruleId, applied.patch)
        output().print({ ...dismissed, applied }, () =>
          applied === null
            ? dismissedText(dismissed)
            : `Dismissed, and rule ${ruleId} is changed: ${applied.sentence}`,
        )
      }),
    )
}

function chosen({ suggestions }: Dismissed, text: string): Suggestion {
  const found = suggestions[Number(text) - 1]
  if (found !== undefined) return found
  throw badInput(
    suggestions.length === 0
      ? 'Dismissed; there is no suggestion to apply.'
      : `Dismissed; --apply ${text} is none of the suggestions 1 to ${suggestions.length}.`,
  )
}

function dismissedText({ ruleId, listingId, reason, suggestions, note }: Dismissed): string {
  return [
    `Listing ${listingId} is dismissed: ${reason}.`,
    ...(note === null ? [] : [note]),
    ...(suggestions.length === 0 ? [] : ['', 'What would have prevented it:']),
    ...suggestions.flatMap((suggestion, index) => [
      `${index + 1}. ${suggestion.sentence} ${costWords(suggestion)}`,
      `   PATCH /api/rules/${ruleId} ${JSON.stringify(suggestion.patch)}`,
    ]),
    ...(suggestions.length === 0
      ? []
      : [
          '',
          `To change the rule: deal-scout dismiss ${listingId} --rule ${ruleId} --reason ${reason} --apply 1`,
        ]),
  ].join('\n')
}

function costWords({ effect, alsoPrevents, of }: Suggestion): string {
  if (effect === 'delays') return 'Nothing is lost by it.'
  if (of === 0) return 'There are no other matches of the last 30 days to compare with.'
  return alsoPrevents === 0
    ? `Of ${of} other matches of the last 30 days none would be lost.`
    : `Of ${of} other matches of the last 30 days ${alsoPrevents} would be lost too.`
}

function matchTable(items: MatchView[]): string {
  if (items.length === 0) return 'Nothing matched yet.'
  return table(
    ['listing', 'matched (UTC)', 'score', 'price', 'state', 'dismissed', 'title'],
    items.map((item) => [
      item.listingId,
      item.matchedAt.slice(0, 16).replace('T', ' '),
      item.score,
      item.currency === null ? '–' : formatPrice(item.priceCents, item.currency),
      item.state,
      item.dismissReason ?? '',
      `${item.demo ? 'DEMO ' : ''}${[...item.title].slice(0, 60).join('')}`,
    ]),
  )
}
