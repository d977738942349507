import type { Command } from 'commander'
import { askLine, askSecret } from '../../core/ask-secret.ts'
import { type Open, type Output, table } from '../../core/commands.ts'
import { badInput } from '../../core/errors.ts'
import { type FactorsTaken, takeFactorsAway } from '../factors/take-away.ts'
import { type DeletionDeps, deleteAccount } from '../own/deletion.ts'
import { type ExportDeps, exportToFile } from '../own/export.ts'
import { accountChangeSchema, claimSchema, invitationInputSchema } from '../schema.ts'
import { allAccounts } from './account-store.ts'
import { claim, invite, setupLink } from './joining.ts'
import { changeAccount, findAccount, resetLink } from './people.ts'
import { type PeopleDeps, sendInvitation } from './send-invitation.ts'
import { accountView } from './views.ts'

export type AccountCommandDeps = PeopleDeps &
  ExportDeps &
  DeletionDeps & {
    /** This process ends with the command. */
    noticesSent(): Promise<void>
  }

/** `deal-scout setup-link` and `deal-scout users …`: for who has the machine. */
export function accountCommands(
  program: Command,
  open: Open<AccountCommandDeps>,
  output: () => Output,
): void {
  program
    .command('setup-link')
    .description('a link that makes you the owner, once: then others may be let in')
    .action(() =>
      open(async (deps) => {
        const url = await setupLink(deps)
        output().print(
          { url },
          () => `${url}\n\nWhoever opens it within a day becomes the owner: show it to nobody.`,
        )
      }),
    )
  const users = program
    .command('users')
    .description('who may sign in: list, invite, reset a password, switch off')
  users
    .command('list', { isDefault: true })
    .description('all accounts')
    .action(() =>
      open(async ({ db }) => {
        const found = (await allAccounts(db)).map(accountView)
        output().print(found, () =>
          table(
            ['id', 'name', 'e-mail', 'role', 'state', 'last seen'],
            found.map((one) => [
              ...[one.id, one.name, one.email, one.role],
              ...[one.disabled ? 'off' : one.email === null ? 'nobody signs in' : 'on', one.lastSeenAt],
            ]),
          ),
        )
      }),
    )
  users
    .command('claim <email>')
    .description(
      'makes you the owner, as the set-up link does; asks for a password, or reads it from its input',
    )
    .option('--name <name>', 'your name')
    .action((email: string, flags: { name?: string }) =>
      open(async (deps) => {
        const token = (await setupLink(deps)).split('/').at(-1)!
        const password = await askSecret('A password for it, 12 characters or more: ')
        const asked = claimSchema.parse({ token, email, password, name: flags.name })
        await claim(deps, asked)
        output().print(
          { email: asked.email },
          () => `${asked.email} is the owner: sign in at ${deps.baseUrl()}`,
        )
      }),
    )
  users
    .command('invite <email>')
    .description('a link by which somebody makes an account; sent, where e-mail is set up')
    .option('--role <role>', 'admin, member or viewer', 'member')
    .action((email: string, flags: { role: string }) =>
      open(async (deps) => {
        const asked = invitationInputSchema.parse({ email, role: flags.role })
        const { url, expiresAt } = await invite(deps, null, asked)
        const sent = await sendInvitation(deps, asked.email, url)
        output().print({ url, sent, expiresAt: expiresAt.toISOString() }, () =>
          sent
            ? `An invitation is on its way to ${asked.email}.`
            : `${url}\n\nFor ${asked.email} only, once, for a week.`,
        )
      }),
    )
  users
    .command('reset <who>')
    .description('a link by which somebody (id or e-mail) sets a new password')
    .option('--factors', 'takes their codes and passkeys away, too: for who lost what they sign in with')
    .action((who: string, flags: { factors?: boolean }) =>
      open(async (deps) => {
        const account = await findAccount(deps, who)
        const url = await resetLink(deps, account.id)
        const away = flags.factors === true ? await takeFactorsAway(deps, account.id) : null
        await deps.noticesSent()
        output().print(
          { url, ...(away && { codesTaken: away.codes, passkeysTaken: away.passkeys }) },
          () =>
            `${away ? `${awayText(account.email, away)}\n\n` : ''}${url}\n\nFor ${account.email} only, once, for a day.`,
        )
      }),
    )
  users
    .command('role <who> <role>')
    .description('makes an account (id or e-mail) that of an admin, member or viewer')
    .action((who: string, role: string) => change(who, accountChangeSchema.parse({ role })))
  users
    .command('disable <who>')
    .description('signs an account (id or e-mail) out and lets nobody sign in to it')
    .action((who: string) => change(who, { disabled: true }))
  users
    .command('enable <who>')
    .description('lets people sign in to it again')
    .action((who: string) => change(who, { disabled: false }))
  users
    .command('export <who>')
    .description('all that is theirs (id or e-mail), as lines of JSON')
    .requiredOption('--out <file>', 'a new file')
    .action((who: string, flags: { out: string }) =>
      open(async (deps) => {
        const { id } = await findAccount(deps, who)
        await exportToFile(deps, id, flags.out)
        output().print({ account: id, file: flags.out }, () => `All that is theirs is in ${flags.out}.`)
      }),
    )
  users
    .command('delete <who>')
    .description('deletes an account (id or e-mail) and all that is theirs, for good')
    .option('--yes', 'does not ask')
    .action((who: string, flags: { yes?: boolean }) =>
      open(async (deps) => {
        const account = await findAccount(deps, who)
        const called = account.email ?? account.name
        if (flags.yes !== true) await askDeletion(called)
        await deleteAccount(deps, account.id)
        output().print(
          { account: account.id, deleted: true },
          () => `${called} is deleted, with all that was theirs.`,
        )
      }),
    )

  function change(who: string, wanted: Parameters<typeof changeAccount>[2]): Promise<void> {
    return open(async (deps) => {
      const account = accountView(await changeAccount(deps, (await findAccount(deps, who)).id, wanted))
      output().print(account, () =>
        account.disabled
          ? `${account.email ?? account.name} is switched off.`
          : `${account.email ?? account.name} is on, as ${account.role}.`,
      )
    })
  }
}

function awayText(email: string | null, { codes, passkeys }: FactorsTaken): string {
  const what = [
    ...(codes ? ['codes'] : []),
    ...(passkeys > 0 ? [passkeys === 1 ? 'a passkey' : `${passkeys} passkeys`] : []),
  ]
  return what.length === 0
    ? `${email} had neither codes nor passkeys, and is signed out.`
    : `${email} signs in without ${what.join(' and ')} now, and is signed out.`
}

/** Throws unless whoever is asked types what the account is called. */
async function askDeletion(called: string): Promise<void> {
  const question = `This deletes ${called} and all that is theirs, for good. Type ${called} to go on: `
  if ((await askLine(question)).trim() !== called)
    throw badInput(`Nothing was deleted: that was not ${called}. --yes does not ask.`)
}
