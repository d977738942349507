import type { Command } from 'commander'
import { authorized } from '../core/actor.ts'
import { type Open, type Output, table } from '../core/commands.ts'
import type { AuditDeps } from './audit.ts'
import { allEvents } from './audit-store.ts'
import { type AuditEventView, auditQuery } from './schema.ts'
import { eventView } from './views.ts'

export interface AuditCommandDeps extends AuditDeps {
  /** The id of an account by its id or e-mail; not-found where there is none. */
  accountCalled(who: string): Promise<number>
}

interface AuditFlags {
  user?: string
  kind?: string
  since?: string
  until?: string
  limit: string
}

/** `deal-scout audit`: for who has the machine. */
export function auditCommands(program: Command, open: Open<AuditCommandDeps>, output: () => Output): void {
  program
    .command('audit')
    .description('who did what, when and from where')
    .option('--user <who>', 'what an account (id or e-mail) did, and what was done to it')
    .option('--kind <code>', 'one kind of event, such as sign-in-failed')
    .option('--since <time>', 'from then on, ISO 8601')
    .option('--until <time>', 'before then')
    .option('--limit <n>', 'how many, at most 200', '50')
    .action((flags: AuditFlags) =>
      open(async (deps, actor) => {
        const { kind, since, until, limit } = auditQuery.parse(flags)
        const found = await allEvents(deps.db, authorized(actor, 'admin'), {
          ...(flags.user !== undefined && { about: await deps.accountCalled(flags.user) }),
          ...{ what: kind, beforeId: null, limit },
          since: since === undefined ? undefined : new Date(since),
          until: until === undefined ? undefined : new Date(until),
        })
        const views = found.map(eventView)
        output().print(views, () =>
          views.length === 0
            ? 'Nothing in the audit log fits.'
            : table(['id', 'at (UTC)', 'what', 'by', 'about', 'from', 'more'], views.map(rowOf)),
        )
      }),
    )
}

function rowOf(event: AuditEventView) {
  const { by, person, target, times } = event
  const more = Object.entries(event.details).map(([name, value]) => `${name} ${value}`)
  return [
    event.id,
    event.at.slice(0, 19).replace('T', ' '),
    times === 1 ? event.kind : `${event.kind} ×${times}`,
    by.id === null ? by.via : `${by.name ?? 'gone'} (${by.id})${by.keyId === null ? '' : ` key ${by.keyId}`}`,
    [person, target && `${target.kind} ${target.id}`].filter((part) => part !== null).join(', '),
    event.address,
    more.join(', '),
  ]
}
