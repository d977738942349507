import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { authorize, authorized } from '../core/actor.ts'
import { type Open, type Output, table } from '../core/commands.ts'
import { AppError, badInput, errorMessage } from '../core/errors.ts'
import type { FieldSpec } from '../core/fields.ts'
import { takeBounce } from './delivery/bounce-routes.ts'
import { feedCommands } from './feed/feed-commands.ts'
import { inboxCommands } from './inbox-commands.ts'
import { ledgerCommands } from './ledger-commands.ts'
import type { NotifyRouteDeps } from './routes.ts'
import { forgetChannel, listChannels, saveChannel, testChannel } from './targets/channels.ts'
import { channelNamed } from './targets/several.ts'
import { confirmChannel, sendConfirmation } from './targets/verification.ts'

/** `deal-scout inbox`, `deal-scout channels …`. */
export function notifyCommands(program: Command, open: Open<NotifyRouteDeps>, output: () => Output): void {
  inboxCommands(program, open, output)
  ledgerCommands(program, open, output)
  const channels = program.command('channels').description('where you are notified')
  channels
    .command('list', { isDefault: true })
    .description('all channels and whether they are ready')
    .action(() =>
      open(async (deps, actor) => {
        const found = await listChannels(deps, authorized(actor, 'read'))
        output().print(found, () =>
          table(
            ['channel', 'name', 'ready', 'fields', 'what is missing'],
            found.map((channel) => [
              channel.id,
              channel.label ?? '',
              channel.ready ? 'yes' : 'no',
              channel.fields.map(({ name, required }) => (required ? name : `[${name}]`)).join(' '),
              channel.unavailable ?? notReady(channel),
            ]),
          ),
        )
      }),
    )
  channels
    .command('set <channel> [field=value...]')
    .description(
      'fills in a channel and switches it on; another target of it has a name of its own: email:work',
    )
    .option('--label <text>', 'what you call this target')
    .action((channel: string, pairs: string[], { label }: { label?: string }) =>
      open(async (deps, actor) => {
        const settings = Object.fromEntries(
          pairs.map((pair) => {
            const at = pair.indexOf('=')
            if (at <= 0) throw badInput('Fields are given as field=value, e.g. url=https://example.com/…')
            return [pair.slice(0, at), pair.slice(at + 1)]
          }),
        )
        const userId = authorized(actor, 'write')
        const form = { ...(pairs.length > 0 && { settings }), enabled: true, label }
        await saveChannel(deps, userId, channel, form)
        const { key } = channelNamed(deps, channel)
        const saved = (await listChannels(deps, userId)).find(({ id }) => id === key)
        if (saved?.needsConfirmation !== true) {
          output().print({ channel, saved: true }, () => `Saved. Try it: deal-scout channels test ${channel}`)
          return
        }
        const asked = await sendConfirmation(deps, userId, channel).catch((error: unknown) => {
          if (!(error instanceof AppError)) throw error
          return { confirmed: false, sentence: `It is not confirmed yet. ${error.message}` }
        })
        output().print({ channel, saved: true, ...asked }, () =>
          asked.confirmed
            ? `Saved. ${asked.sentence} Try it: deal-scout channels test ${channel}`
            : `Saved. ${asked.sentence} On this command line: deal-scout channels confirm ${channel} [CODE]`,
        )
      }),
    )
  channels
    .command('confirm <channel> [code]')
    .description(
      'proves that a target is yours by the code that was sent; without a code one is sent (again)',
    )
    .action((channel: string, code: string | undefined) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'write')
        if (code === undefined) {
          const { confirmed, sentence } = await sendConfirmation(deps, userId, channel)
          output().print({ channel, confirmed }, () => sentence)
          return
        }
        await confirmChannel(deps, userId, channel, code)
        output().print(
          { channel, confirmed: true },
          () => `Confirmed. Try it: deal-scout channels test ${channel}`,
        )
      }),
    )
  channels
    .command('bounce <file>')
    .description(
      'takes a mail from the bounce mailbox ("-" = standard input) and switches dead addresses off',
    )
    .action((file: string) =>
      open(async (deps, actor) => {
        authorize(actor, 'admin')
        const raw = await readFile(file === '-' ? '/dev/stdin' : file, 'latin1').catch((error: unknown) => {
          throw badInput(`${file} cannot be read: ${errorMessage(error)}`)
        })
        const report = await takeBounce(deps, raw)
        output().print(report, () =>
          report.found === 0
            ? 'That is no bounce.'
            : `${report.found} failed or late, ${report.switchedOff} switched off.`,
        )
      }),
    )
  channels
    .command('off <channel>')
    .description(
      'switches a channel off; what was filled in stays, and "channels set <channel>" switches it on again',
    )
    .action((channel: string) =>
      open(async (deps, actor) => {
        await saveChannel(deps, authorized(actor, 'write'), channel, { enabled: false })
        output().print({ channel, enabled: false }, () => `${channel} is switched off.`)
      }),
    )
  channels
    .command('remove <channel>')
    .description('forgets what was filled in for a channel, or for one target of it')
    .action((channel: string) =>
      open(async (deps, actor) => {
        await forgetChannel(deps, authorized(actor, 'write'), channel)
        output().print({ channel, removed: true }, () => `${channel} is forgotten.`)
      }),
    )
  channels
    .command('test <channel>')
    .description('sends a test message; a running Deal Scout delivers it')
    .action((channel: string) =>
      open(async (deps, actor) => {
        await testChannel(deps, authorized(actor, 'write'), channel, randomUUID())
        output().print({ channel, queued: true }, () => 'Queued. See what became of it: deal-scout inbox')
      }),
    )
  feedCommands(program, open, output)
}

function notReady(channel: Awaited<ReturnType<typeof listChannels>>[number]): string {
  if (channel.ready) return ''
  if (channel.off !== null) return `switched off: ${channel.off.reason}`
  if (channel.needsConfirmation) return `deal-scout channels confirm ${channel.id} CODE`
  return missing(channel)
}

function missing(channel: { id: string; fields: readonly FieldSpec[] }): string {
  const required = channel.fields.filter((field) => field.required).map(({ name }) => `${name}=…`)
  return ['deal-scout channels set', channel.id, ...required].join(' ')
}
