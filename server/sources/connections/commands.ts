import type { Command } from 'commander'
import { authorized } from '../../core/actor.ts'
import { type Open, type Output, table } from '../../core/commands.ts'
import { accessToken } from './access.ts'
import type { ConnectionView } from './connection-schema.ts'
import {
  beginConsent,
  type ConnectionDeps,
  connectionViews,
  disconnect,
  viewConnection,
} from './connections.ts'

/** `deal-scout connections …`. */
export function connectionCommands(program: Command, open: Open<ConnectionDeps>, output: () => Output): void {
  const connections = program
    .command('connections')
    .description('your own accounts at marketplaces, for which Deal Scout may act')
  connections
    .command('list', { isDefault: true })
    .description('where an account can be connected, and how yours are')
    .action(() =>
      open(async (deps, actor) => {
        const views = await connectionViews(deps, authorized(actor, 'read'))
        output().print(views, () =>
          table(
            ['marketplace', 'state', 'account', 'why'],
            views.map(({ id, state, account, reason }) => [id, state, account, reason]),
          ),
        )
      }),
    )
  connections
    .command('show <marketplace>')
    .description('how the account of a marketplace is; never shows a token')
    .action((id: string) =>
      open(async (deps, actor) => {
        const view = await viewConnection(deps, authorized(actor, 'read'), id)
        output().print(view, () => lines(view).join('\n'))
      }),
    )
  connections
    .command('connect <marketplace>')
    .description('begins to connect your account: prints the address at which you agree')
    .action((id: string) =>
      open(async (deps, actor) => {
        const consent = await beginConsent(deps, authorized(actor, 'self'), id, null)
        output().print(consent, () =>
          [
            'Open this address within ten minutes, in a browser in which you are signed in to Deal Scout:',
            consent.url,
          ].join('\n'),
        )
      }),
    )
  connections
    .command('check <marketplace>')
    .description('renews the token where that is due, and says whether the account can be used')
    .action((id: string) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'own')
        await accessToken(deps, userId, id)
        const view = await viewConnection(deps, userId, id)
        output().print(view, () => `The ${view.name} account can be used.`)
      }),
    )
  connections
    .command('disconnect <marketplace>')
    .description('deletes the tokens, and says how to take back the consent there')
    .action((id: string) =>
      open(async (deps, actor) => {
        const done = await disconnect(deps, authorized(actor, 'self'), id)
        output().print(done, () => done.sentence)
      }),
    )
}

function lines(view: ConnectionView): string[] {
  const rows: [string, string | null][] = [
    ['state', view.state],
    ['why', view.reason],
    ['environment', view.environment],
    ['account', view.account],
    ['may', view.scopes.join(' ') || null],
    ['is asked for besides', view.scopesMissing.join(' ') || null],
    ['token until', view.accessExpiresAt],
    ['consent until', view.refreshExpiresAt],
    ['connected', view.connectedAt],
  ]
  return rows.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
}
