import type { Command } from 'commander'
import { authorized } from '../../core/actor.ts'
import { type Open, type Output, table } from '../../core/commands.ts'
import { badInput } from '../../core/errors.ts'
import type { TraceRouteDeps } from './trace-routes.ts'
import { type Trace, traceQuery } from './trace-schema.ts'

/** `deal-scout why`. */
export function traceCommands(program: Command, open: Open<TraceRouteDeps>, output: () => Output): void {
  program
    .command('why <listing>')
    .description('why you were, or were not, notified of a listing')
    .option('--rule <n>', 'for this rule, step by step (default: all rules in brief)')
    .option(
      '--time-zone <name>',
      'in which times are written, e.g. Europe/Berlin (default: yours, see deal-scout profile)',
    )
    .action((listing: string, flags: { rule?: string; timeZone?: string }) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'read')
        const listingId = numberOf(listing, 'the number of a listing: see deal-scout deals')
        const query = traceQuery.safeParse({ timeZone: flags.timeZone })
        if (!query.success) throw badInput(`--time-zone: ${query.error.issues[0]!.message}`)
        const { timeZone } = query.data
        if (flags.rule !== undefined) {
          const ruleId = numberOf(flags.rule, 'the id of a rule: see deal-scout rules list')
          const trace = await deps.traceRule(userId, { ruleId, listingId, timeZone })
          output().print(trace, () => traceText(trace))
          return
        }
        const traces = await deps.traceListing(userId, { listingId, timeZone })
        output().print(traces, () => briefText(listingId, traces))
      }),
    )
}

export function numberOf(text: string, what: string): number {
  if (/^\d{1,15}$/.test(text) && Number(text) > 0) return Number(text)
  throw badInput(`${JSON.stringify(text)} is not ${what}.`)
}

const marks = { yes: '✓', no: '✗', unknown: '?' }

function traceText(trace: Trace): string {
  return [
    `${verdictWords[trace.verdict]}: ${trace.headline}`,
    '',
    `Rule ${trace.ruleId} "${trace.ruleName}" and listing ${trace.listingId} "${trace.title}", condition by condition, now:`,
    ...(trace.fits.conditions.length === 0 ? ['  The rule asks for nothing: everything fits it.'] : []),
    ...trace.fits.conditions.map(({ outcome, sentence }) => `  ${marks[outcome]} ${sentence}`),
    '',
    'What happened:',
    ...trace.story.map((sentence) => `  ${sentence}`),
    ...attemptLines(trace),
  ].join('\n')
}

function attemptLines({ messages }: Trace): string[] {
  const attempts = messages
    .filter(({ ofThisRule }) => ofThisRule)
    .flatMap(({ id, deliveries }) =>
      deliveries.flatMap(({ channelName, attempts }) =>
        attempts.map((attempt) => [
          attempt.startedAt.slice(0, 19).replace('T', ' '),
          id,
          channelName,
          attempt.undecided ? `${attempt.outcome}, undecided` : attempt.outcome,
          attempt.reason ?? attempt.providerRef ?? '',
        ]),
      ),
    )
  return attempts.length === 0
    ? []
    : ['', table(['attempt (UTC)', 'message', 'channel', 'outcome', 'answer'], attempts)]
}

const verdictWords = {
  notified: 'Notified',
  held: 'Waits',
  failed: 'Failed',
  'not-notified': 'Not notified',
  'not-matched': 'No match',
}

function briefText(listingId: number, traces: Trace[]): string {
  const [first] = traces
  if (first === undefined) {
    return 'There are no rules yet. Make one: deal-scout rules add "Road bike" --all "road bike" --max 600'
  }
  return [
    `Listing ${listingId} "${first.title}":`,
    '',
    table(
      ['rule', 'name', '', 'why'],
      traces.map((trace) => [trace.ruleId, trace.ruleName, verdictWords[trace.verdict], trace.headline]),
    ),
    '',
    ...(first.messages.length === 0
      ? ['There is no message about it.']
      : [
          'Messages about it:',
          ...first.messages.flatMap(({ id, at, title, deliveries }) => [
            `  ${at.slice(0, 16).replace('T', ' ')} (UTC)  message ${id}: ${title}`,
            ...deliveries.map(({ sentence }) => `    ${sentence}`),
          ]),
        ]),
    '',
    `Step by step: deal-scout why ${listingId} --rule ID`,
  ].join('\n')
}
