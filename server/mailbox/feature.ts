import type { Feature } from '../core/feature.ts'
import { type MailboxLoopDeps, mailboxLoop } from './loop.ts'
import type { MailboxDeps } from './mailboxes.ts'
import { mailboxRoutes } from './routes.ts'
import { sealedAccess } from './sealed.ts'

export function mailboxFeature(deps: MailboxDeps & MailboxLoopDeps) {
  return {
    name: 'mailbox',
    routes: (http) => mailboxRoutes(http, deps),
    loops: [mailboxLoop(deps)],
    sealed: [sealedAccess],
    commands: { mailboxes: deps },
  } satisfies Feature
}
