import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { authorized } from '../core/actor.ts'
import { askSecret } from '../core/ask-secret.ts'
import { checked, type Open, type Output, table } from '../core/commands.ts'
import { badInput, errorMessage } from '../core/errors.ts'
import { formatPrice } from '../model/message.ts'
import {
  addMailbox,
  changeMailbox,
  listFolders,
  type MailboxDeps,
  mailboxViews,
  previewMailbox,
  removeMailbox,
  viewMailbox,
} from './mailboxes.ts'
import {
  type MailboxDetail,
  type MailPreview,
  mailboxInputSchema,
  mailServerSchema,
  previewInputSchema,
} from './schema.ts'

interface ServerFlags {
  port?: string
  security?: string
  clientId?: string
  tokenUrl?: string
  folder?: string
  name?: string
  readBackDays?: string
  trustedServer?: string
  alsoSales?: true
  secretFile?: string
}

/** `deal-scout mailboxes …`. */
export function mailboxCommands(program: Command, open: Open<MailboxDeps>, output: () => Output): void {
  const mailboxes = program
    .command('mailboxes')
    .description('your own mail, from which alerts of marketplaces become listings')
  mailboxes
    .command('list', { isDefault: true })
    .description('all mailboxes, and how it goes with them')
    .action(() =>
      open(async (deps, actor) => {
        const views = await mailboxViews(deps, authorized(actor, 'read'))
        output().print(views, () =>
          views.length === 0
            ? 'No mailbox is connected. Connect one: deal-scout mailboxes add imap.example.com me@example.com'
            : table(
                ['id', 'name', 'folder', 'state', 'mails', 'listings', 'sales', 'unproven', 'nothing', 'why'],
                views.map((view) => [
                  ...[view.id, view.name, view.folder, view.state, view.mails, view.listings],
                  ...[view.sales, view.unproven, view.nothing, view.reason ?? ''],
                ]),
              ),
        )
      }),
    )
  mailboxes
    .command('show <id>')
    .description('one mailbox: its senders, and what became of its last mails')
    .action((id: string) =>
      open(async (deps, actor) => {
        const view = await viewMailbox(deps, authorized(actor, 'read'), readId(id))
        output().print(view, () => lines(view).join('\n'))
      }),
    )
  onServer(mailboxes.command('folders <host> <user>'))
    .description('signs in to a mail server and lists its folders; stores nothing')
    .action((host: string, user: string, flags: ServerFlags) =>
      open(async (deps, actor) => {
        authorized(actor, 'write')
        const input = checked(mailServerSchema, await serverOf(host, user, flags))
        const folders = await listFolders(deps, input)
        output().print(folders, () => folders.map(({ path }) => path).join('\n'))
      }),
    )
  inFolder(onServer(mailboxes.command('preview <host> <user>')))
    .description('what would be read of a folder; stores nothing and changes nothing there')
    .action((host: string, user: string, flags: ServerFlags) =>
      open(async (deps, actor) => {
        authorized(actor, 'write')
        const server = await serverOf(host, user, flags)
        const preview = await previewMailbox(
          deps,
          checked(previewInputSchema, { ...server, ...folderOf(flags) }),
        )
        output().print(preview, () => previewLines(preview).join('\n'))
      }),
    )
  inFolder(onServer(mailboxes.command('add <host> <user>')))
    .description('connects a folder of your mail, for reading alone; asks for the password or refresh token')
    .option('--name <name>', 'how to call it')
    .option('--read-back-days <days>', 'mails of so many days before are read, too (default: 2)')
    .action((host: string, user: string, flags: ServerFlags) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'write')
        const input = checked(mailboxInputSchema, {
          ...{ ...(await serverOf(host, user, flags)), ...folderOf(flags), name: flags.name },
          readBackDays: flags.readBackDays === undefined ? undefined : Number(flags.readBackDays),
        })
        const made = await addMailbox(deps, userId, input)
        output().print(
          made,
          () => `Mailbox ${made.id} "${made.name}" is connected; a worker reads ${made.folder}.`,
        )
      }),
    )
  for (const [word, enabled, done] of [
    ['pause', false, 'is not read any more'],
    ['resume', true, 'is read again'],
  ] as const)
    mailboxes
      .command(`${word} <id>`)
      .description(enabled ? 'reads a mailbox again' : 'stops reading a mailbox; what it knows stays')
      .action((id: string) =>
        open(async (deps, actor) => {
          const view = await changeMailbox(deps, authorized(actor, 'write'), readId(id), { enabled })
          output().print(view, () => `Mailbox ${view.id} "${view.name}" ${done}.`)
        }),
      )
  mailboxes
    .command('sales <id>')
    .description('reads mails about your own sales in a mailbox from now on, or no more')
    .option('--off', 'no more')
    .action((id: string, flags: { off?: true }) =>
      open(async (deps, actor) => {
        const alsoSales = flags.off !== true
        const view = await changeMailbox(deps, authorized(actor, 'write'), readId(id), { alsoSales })
        output().print(
          view,
          () =>
            `Mailbox ${view.id} "${view.name}": mails about your sales are ${alsoSales ? 'read from now on' : 'not read'}.`,
        )
      }),
    )
  mailboxes
    .command('remove <id>')
    .description('forgets a mailbox with its password; its listings and your mail stay')
    .action((id: string) =>
      open(async (deps, actor) => {
        const mailboxId = readId(id)
        await removeMailbox(deps, authorized(actor, 'write'), mailboxId)
        output().print({ removed: mailboxId }, () => `Mailbox ${id} is forgotten.`)
      }),
    )
}

function onServer(command: Command): Command {
  return command
    .option('--port <number>', 'of the mail server (default: 993)')
    .option('--security <kind>', 'tls, starttls or, in a private network, none (default: tls)')
    .option(
      '--client-id <id>',
      'of the app that the refresh token was given to; with it no password is asked for',
    )
    .option('--secret-file <file>', 'holds the password or refresh token; without it you are asked for it')
    .option('--token-url <address>', 'where the provider changes the refresh token for an access token')
}

function inFolder(command: Command): Command {
  return command
    .option('--folder <name>', 'which folder (default: INBOX)')
    .option('--trusted-server <name>', 'name by which your mail server signs what it has checked')
    .option(
      '--also-sales',
      'reads mails of marketplaces about your own sales, too, and books what is certain',
    )
}

/** Secrets are asked for, or come from a file or by the standard input: what stands in a command, others see. */
async function serverOf(host: string, user: string, flags: ServerFlags) {
  const { port, security, clientId, tokenUrl, secretFile } = flags
  const server = { host, user, security, port: port === undefined ? undefined : Number(port) }
  const secret = (what: string) =>
    secretFile === undefined ? askSecret(`${what} of ${user}: `) : secretIn(secretFile)
  if (clientId === undefined)
    return { ...server, access: { kind: 'password', password: await secret('Password') } }
  if (tokenUrl === undefined) throw badInput('--client-id needs --token-url, too.')
  const refreshToken = await secret('Refresh token')
  return { ...server, access: { kind: 'oauth', clientId, tokenUrl, refreshToken } }
}

async function secretIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw badInput(`${file} cannot be read: ${errorMessage(error)}`)
  })
  return text.replace(/\r?\n$/, '')
}

const folderOf = ({ folder, trustedServer, alsoSales }: ServerFlags) => ({ folder, trustedServer, alsoSales })

function readId(text: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw badInput(`"${text}" is not the id of a mailbox: see deal-scout mailboxes list.`)
  return Number(text)
}

function lines(view: MailboxDetail): string[] {
  return [
    `${view.name}: ${view.state}${view.reason === null ? '' : ` (${view.reason})`}`,
    `${view.mails} mails of marketplaces gave ${view.listings} listings; ${view.sales} told of sales${view.alsoSales ? '' : ' (such mails are not read)'}; ${view.unproven} were not proven, ${view.nothing} gave nothing; ${view.others} mails of others were not opened.`,
    '',
    table(
      ['sender', 'mails', 'listings', 'sales', 'unproven', 'nothing', 'last mail'],
      view.senders.map((one) => [
        ...[`${one.sender}${one.drifts ? ' (gives nothing any more)' : ''}`, one.mails, one.listings],
        one.sales,
        ...[one.unproven, one.nothing, one.lastMailAt],
      ]),
    ),
    '',
    table(
      ['read', 'outcome', 'listings', 'subject', 'why'],
      view.lastMails.map(({ readAt, outcome, listings, subject, reason }) => [
        ...[readAt, outcome, listings, subject, reason ?? ''],
      ]),
    ),
  ]
}

function previewLines({ mails, others, shown }: MailPreview): string[] {
  return [
    `Of the last ${mails} mails, ${mails - others} are of marketplaces; the others are not opened.`,
    ...shown.flatMap(({ sender, subject, outcome, listings }) => [
      `${outcome}: ${subject} (${sender})`,
      ...listings.map(({ title, priceCents, currency }) =>
        `  ${title}  ${currency === null ? '' : formatPrice(priceCents, currency)}`.trimEnd(),
      ),
    ]),
  ]
}
