import type { Command } from 'commander'
import { renderText } from '../channels/render.ts'
import { authorized } from '../core/actor.ts'
import { type Open, type Output, table } from '../core/commands.ts'
import { badInput, notFound } from '../core/errors.ts'
import { listNotifications, markRead, type NotificationView } from './inbox-store.ts'
import { readPreferences } from './preferences.ts'
import type { NotifyRouteDeps } from './routes.ts'
import { minuteIn } from './when/zone.ts'

/** `deal-scout inbox …`: times are those of the person's clock. */
export function inboxCommands(program: Command, open: Open<NotifyRouteDeps>, output: () => Output): void {
  const inbox = program
    .command('inbox')
    .description('what you were notified of, newest first, with the state of each delivery')
  inbox
    .command('list', { isDefault: true })
    .description('the newest, a line each')
    .option('--limit <n>', 'how many', '20')
    .action((flags: { limit: string }) => {
      const limit = Number(flags.limit)
      if (!Number.isInteger(limit) || limit < 1 || limit > 200)
        throw badInput(`--limit ${JSON.stringify(flags.limit)} is not a number from 1 to 200.`)
      return open(async (deps, actor) => {
        const userId = authorized(actor, 'read')
        const found = await listNotifications(deps.db, { userId, beforeId: null, limit })
        const { timeZone } = await readPreferences(deps, userId)
        output().print(found, () =>
          found.length === 0
            ? 'Nothing yet. What you are notified about comes from your rules: deal-scout rules'
            : [
                table(
                  ['id', `when (${timeZone})`, 'what', 'deliveries'],
                  found.map((row) => [
                    row.id,
                    minuteIn(timeZone, row.createdAt),
                    `${row.demo ? 'DEMO ' : ''}${[...row.message.title].slice(0, 80).join('')}`,
                    row.deliveries.map((one) => deliveryText(one, timeZone)).join('; '),
                  ]),
                ),
                'Open one: deal-scout inbox show ID',
              ].join('\n'),
        )
      })
    })
  inbox
    .command('show <id>')
    .description(
      'the whole message: every listing in it with its reasons and links, and how it was delivered',
    )
    .action((id: string) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'own')
        const [found] = await listNotifications(deps.db, { userId, beforeId: null, limit: 1, id: Number(id) })
        if (!found) throw notFound('message')
        await deps.db.transaction((tx) => markRead(tx, userId, found.id, deps.clock.now()))
        const { timeZone } = await readPreferences(deps, userId)
        output().print(found, () => messageText(found, timeZone, deps.baseUrl()))
      }),
    )
}

/** The text of its mail, without the links under one that lead to settings. */
function messageText(found: NotificationView, timeZone: string, baseUrl: string): string {
  const message = { ...found.message, notificationId: found.id }
  const whole = renderText(message, baseUrl, message.items.length)
  const why = message.items.map(({ listingId }) => `deal-scout why ${listingId}`)
  return [
    `Message ${found.id}, ${minuteIn(timeZone, found.createdAt)} (${timeZone})`,
    '',
    whole.slice(0, whole.lastIndexOf('\n--\n')).trimEnd(),
    '',
    ...(found.deliveries.length === 0
      ? []
      : ['Delivered:', ...found.deliveries.map((one) => `  ${deliveryText(one, timeZone)}`)]),
    ...(why.length === 0 ? [] : ['Why you were notified:', ...why.map((command) => `  ${command}`)]),
  ].join('\n')
}

function deliveryText(
  { channel, state, reason, dueAt, holdReason }: NotificationView['deliveries'][number],
  timeZone: string,
): string {
  const why = reason === null ? '' : `: ${reason}`
  const due = () => minuteIn(timeZone, new Date(dueAt))
  switch (state) {
    case 'sent':
      return `${channel} sent`
    case 'bundled':
      return `${channel} notified in a digest`
    case 'held':
      return `${channel} held until ${due()}${holdReason === null ? '' : `: ${holdReason}`}`
    case 'pending':
    case 'leased':
      return `${channel} on its way`
    case 'retry':
      return `${channel} again at ${due()}${why}`
    case 'failed':
      return `${channel} FAILED${why}`
    case 'dead':
      return `${channel} GIVEN UP${why}`
  }
}
