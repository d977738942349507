import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { type Open, type Output, table } from '../core/commands.ts'
import { badInput } from '../core/errors.ts'
import { listChannels, saveChannel, testChannel } from './channels.ts'
import type { NotifyRouteDeps } from './routes.ts'
import { listNotifications } from './store.ts'

/** `deal-scout inbox`, `deal-scout channels …`. */
export function notifyCommands(program: Command, open: Open<NotifyRouteDeps>, output: () => Output): void {
  program
    .command('inbox')
    .description('what you were told, newest first, with the state of each delivery')
    .option('--limit <n>', 'how many', '20')
    .action((flags: { limit: string }) =>
      open(async (deps) => {
        const limit = Math.min(200, Math.max(1, Math.trunc(Number(flags.limit)) || 20))
        const found = await listNotifications(deps.db, { userId: await deps.currentUser(), beforeId: null, limit })
        output().print(found, () =>
          found.length === 0
            ? 'Nothing yet.'
            : table(
                ['when', 'what', 'deliveries'],
                found.map((row) => [
                  row.createdAt.toISOString().slice(0, 16).replace('T', ' '),
                  `${row.demo ? 'DEMO ' : ''}${[...row.message.title].slice(0, 80).join('')}`,
                  row.deliveries.map(({ channel, state, reason }) => `${channel} ${state}${reason === null ? '' : ` (${reason})`}`).join(', '),
                ]),
              ),
        )
      }),
    )
  const channels = program.command('channels').description('where you are told')
  channels
    .command('list', { isDefault: true })
    .description('all channels and whether they are ready')
    .action(() =>
      open(async (deps) => {
        const found = await listChannels(deps, await deps.currentUser())
        output().print(found, () =>
          table(
            ['channel', 'ready', 'fields', 'what is missing'],
            found.map((channel) => [
              channel.id,
              channel.ready ? 'yes' : 'no',
              channel.fields.map(({ name, required }) => (required ? name : `[${name}]`)).join(' '),
              channel.unavailable ?? (channel.ready ? '' : `deal-scout channels set ${channel.id} ${channel.fields.filter((field) => field.required).map(({ name }) => `${name}=…`).join(' ')}`),
            ]),
          ),
        )
      }),
    )
  channels
    .command('set <channel> [field=value...]')
    .description('fills in a channel')
    .action((channel: string, pairs: string[]) =>
      open(async (deps) => {
        const settings = Object.fromEntries(
          pairs.map((pair) => {
            const at = pair.indexOf('=')
            if (at <= 0) throw badInput(`"${pair}" is not field=value.`)
            return [pair.slice(0, at), pair.slice(at + 1)]
          }),
        )
        await saveChannel(deps, await deps.currentUser(), channel, { settings, enabled: true })
        output().print({ channel, saved: true }, () => `Saved. Try it: deal-scout channels test ${channel}`)
      }),
    )
  channels
    .command('test <channel>')
    .description('sends a test message; a running Deal Scout delivers it')
    .action((channel: string) =>
      open(async (deps) => {
        await testChannel(deps, await deps.currentUser(), channel, randomUUID())
        output().print({ channel, queued: true }, () => 'Queued. See what became of it: deal-scout inbox')
      }),
    )
}
