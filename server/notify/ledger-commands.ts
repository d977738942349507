import type { Command } from 'commander'
import { type Actor, authorized, isOperator } from '../core/actor.ts'
import { type Open, type Output, table } from '../core/commands.ts'
import { AppError, badInput } from '../core/errors.ts'
import { deliveryStates } from '../model/delivery.ts'
import { listLedger } from './ledger-store.ts'
import { changePreferences, readPreferences, whenView } from './preferences.ts'
import { replayDeliveries } from './replay.ts'
import type { NotifyRouteDeps } from './routes.ts'
import { describeWhen } from './when/describe.ts'
import { whenInputSchema } from './when/schema.ts'

/** `deal-scout deliveries …`, `deal-scout when …`. */
export function ledgerCommands(program: Command, open: Open<NotifyRouteDeps>, output: () => Output): void {
  const deliveries = program.command('deliveries').description('the ledger: what became of every message')
  deliveries
    .command('list', { isDefault: true })
    .description('deliveries, newest first; of everybody where an admin asks')
    .option('--state <state>', `one of ${deliveryStates.join(', ')}`)
    .option('--channel <id>', 'one channel')
    .option('--notification <id>', 'one notification')
    .option('--limit <n>', 'how many', '30')
    .action((flags: { state?: string; channel?: string; notification?: string; limit: string }) =>
      open(async (deps, actor) => {
        const state = deliveryStates.find((one) => one === flags.state)
        if (flags.state !== undefined && state === undefined) {
          throw badInput(`--state "${flags.state}" is none of ${deliveryStates.join(', ')}.`)
        }
        const found = await listLedger(deps.db, {
          userId: whose(actor, 'read'),
          beforeId: null,
          limit: count('--limit', flags.limit, 1000),
          channel: flags.channel,
          state,
          notificationId:
            flags.notification === undefined ? undefined : count('--notification', flags.notification),
        })
        output().print(found, () =>
          found.length === 0
            ? 'Nothing in the ledger fits.'
            : table(
                ['id', 'written (UTC)', 'what', 'channel', 'state', 'attempts', 'why'],
                found.map((one) => [
                  String(one.id),
                  minute(one.createdAt),
                  [...one.title].slice(0, 60).join(''),
                  one.channel,
                  one.state,
                  `${one.history.length}${one.undecided > 0 ? ` (${one.undecided} undecided)` : ''}`,
                  whyOf(one),
                ]),
              ),
        )
      }),
    )
  deliveries
    .command('replay [id]')
    .description('sends again what failed or was given up; without an id everything that fits')
    .option('--channel <id>', 'one channel')
    .option('--since <time>', 'ended since then, ISO 8601')
    .option('--delivered', 'also what was delivered: it arrives once more')
    .option('--limit <n>', 'at most so many', '1000')
    .action(
      (
        id: string | undefined,
        flags: { channel?: string; since?: string; delivered?: boolean; limit: string },
      ) =>
        open(async (deps, actor) => {
          const userId = whose(actor, 'write')
          const since = flags.since === undefined ? undefined : new Date(flags.since)
          if (since !== undefined && Number.isNaN(since.getTime())) {
            throw badInput(`--since "${flags.since}" is no time; write for example 2026-11-25T08:00:00Z.`)
          }
          if (flags.delivered && id === undefined) {
            throw badInput(
              'Name the delivery to send once more: deal-scout deliveries replay ID --delivered.',
            )
          }
          const replayed = await replayDeliveries(deps, {
            userId,
            limit: count('--limit', flags.limit, 100_000),
            ...(id !== undefined && { deliveryId: count('The id', id) }),
            ...(flags.channel !== undefined && { channel: flags.channel }),
            ...(since !== undefined && { since }),
            ...(flags.delivered && { states: ['sent', 'failed', 'dead'] as const }),
          })
          if (id !== undefined && replayed === 0) throw nothingToReplay(id)
          output().print({ replayed }, () =>
            replayed === 0
              ? 'Nothing that failed or was given up fits.'
              : `${replayed} ${replayed === 1 ? 'delivery is' : 'deliveries are'} tried again by a running Deal Scout.`,
          )
        }),
    )
  whenCommands(program, open, output)
}

/** The ledger of everybody is the operator's; others have their own. */
function whose(actor: Actor, right: 'read' | 'write'): number | null {
  const userId = authorized(actor, right)
  return isOperator(actor) ? null : userId
}

function nothingToReplay(id: string): AppError {
  return new AppError({
    code: 'not-found',
    status: 404,
    message: `There is no delivery ${id} that can be sent again: only what failed or was given up is, and with --delivered what arrived. See them: deal-scout deliveries`,
  })
}

interface WhenFlags {
  timeZone?: string
  rhythm?: string
  digestAt?: string
  digestOn?: string
  quiet?: string
  perHour?: string
  perDay?: string
  urgent?: string
}

function whenCommands(program: Command, open: Open<NotifyRouteDeps>, output: () => Output): void {
  const when = program.command('when').description('when you are notified: digests, quiet hours, limits')
  when
    .command('show', { isDefault: true })
    .description('as it is')
    .action(() =>
      open(async (deps, actor) => {
        const found = await readPreferences(deps, authorized(actor, 'read'))
        output().print(whenView(found), () => describeWhen(found))
      }),
    )
  when
    .command('set')
    .description('changes what is given; "none" takes a limit, quiet hours or the urgent score away')
    .option('--time-zone <name>', 'such as Europe/Berlin')
    .option('--rhythm <rhythm>', 'immediately, hourly, daily or weekly, for rules that set none')
    .option('--digest-at <HH:MM>', 'when daily and weekly digests come')
    .option('--digest-on <weekday>', '1 = Monday … 7 = Sunday')
    .option('--quiet <HH:MM-HH:MM>', 'quiet hours, such as 22:00-07:00')
    .option('--per-hour <n|none>', 'most messages an hour')
    .option('--per-day <n|none>', 'most messages a day')
    .option('--urgent <score>', 'deals scored at least this come at once')
    .action((flags: WhenFlags) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'write')
        const before = await readPreferences(deps, userId)
        const next = whenInputSchema.parse({ ...before, ...changesOf(flags) })
        const saved = await changePreferences(deps, userId, next)
        output().print(whenView(saved), () => describeWhen(saved))
      }),
    )
  when
    .command('reset')
    .description('as if you had never chosen')
    .action(() =>
      open(async (deps, actor) => {
        const saved = await changePreferences(deps, authorized(actor, 'write'), null)
        output().print(whenView(saved), () => describeWhen(saved))
      }),
    )
}

function changesOf(flags: WhenFlags): Record<string, unknown> {
  const number = (name: string, text: string) => (isNone(text) ? null : count(name, text))
  return {
    ...(flags.timeZone !== undefined && { timeZone: flags.timeZone }),
    ...(flags.rhythm !== undefined && { rhythm: flags.rhythm }),
    ...(flags.digestAt !== undefined && { digestTime: flags.digestAt }),
    ...(flags.digestOn !== undefined && { digestWeekday: count('--digest-on', flags.digestOn, 7) }),
    ...(flags.quiet !== undefined && { quietHours: quietOf(flags.quiet) }),
    ...(flags.perHour !== undefined && { perHourMax: number('--per-hour', flags.perHour) }),
    ...(flags.perDay !== undefined && { perDayMax: number('--per-day', flags.perDay) }),
    ...(flags.urgent !== undefined && { urgentScore: number('--urgent', flags.urgent) }),
  }
}

const isNone = (text: string) => text.trim().toLowerCase() === 'none'

function quietOf(text: string): { from: string; to: string } | null {
  if (isNone(text)) return null
  const [, from, to] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? []
  if (from === undefined || to === undefined) {
    throw badInput(`--quiet "${text}" is not from-to; write for example 22:00-07:00, or none.`)
  }
  return { from, to }
}

function count(name: string, text: string, max = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > max) {
    throw badInput(
      `${name} ${JSON.stringify(text)} is not a whole number${max < 1e9 ? ` from 1 to ${max}` : ' above 0'}.`,
    )
  }
  return value
}

function whyOf(one: {
  state: string
  reason: string | null
  holdReason: string | null
  heldUntil: Date | null
  bundleId: number | null
}): string {
  if (one.state === 'held') return `${one.holdReason} until ${one.heldUntil ? minute(one.heldUntil) : '?'}`
  if (one.state === 'bundled') return `in notification ${one.bundleId}`
  return one.reason ?? ''
}

const minute = (time: Date) => time.toISOString().slice(0, 16).replace('T', ' ')
