import type { Authorized } from '../core/actor.ts'
import type { Audit } from '../core/audit.ts'
import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { AppError, conflict, notFound } from '../core/errors.ts'
import type { Fetch } from '../core/fetch.ts'
import type { Secrets } from '../core/secrets.ts'
import { tryToOpen } from '../core/secrets.ts'
import { openAccess } from './imap/access.ts'
import type { Reach, ServerName } from './imap/address.ts'
import { connectMailServer, type MailServer } from './imap/connect.ts'
import { previewFolder } from './preview.ts'
import { MailboxFailure } from './problems.ts'
import type { ReadOneDeps } from './read-one.ts'
import {
  accessSchema,
  type MailboxAccess,
  type MailboxDetail,
  type MailboxInput,
  type MailboxPatch,
  type MailboxView,
  type MailPreview,
  type MailServerInput,
  type PreviewInput,
} from './schema.ts'
import { sealContext } from './sealed.ts'
import {
  countMailboxes,
  deleteMailbox,
  getMailbox,
  holdMailbox,
  insertMailbox,
  listMailboxes,
  listMails,
  listSenders,
  type MailboxRow,
  type MailboxWishes,
  updateMailbox,
} from './store.ts'
import { mailboxView, mailView, senderView } from './views.ts'

export interface MailboxDeps extends ReadOneDeps {
  db: Db
  clock: Clock
  audit: Audit
  fetch: Fetch
  secrets: Pick<Secrets, 'seal' | 'open'>
  reach: Reach
}

const mailboxesMax = 20
const lastMailsShown = 50
/** Signing in, opening a folder, and reading ten mails. */
const lookMs = 90_000

/** The folders of a mail server; also tells whether it can be signed in to. Throws `mailbox-not-read` (422). */
export function listFolders(
  deps: MailboxDeps,
  server: MailServerInput,
): Promise<{ path: string; isInbox: boolean }[]> {
  return look(deps, server, server.access, ({ folders }) => folders())
}

/** What would be read of a folder; nothing of it is stored. Throws `mailbox-not-read` (422). */
export function previewMailbox(deps: MailboxDeps, input: PreviewInput): Promise<MailPreview> {
  return look(deps, input, input.access, (server, signal) => previewFolder(deps, server, input, signal))
}

/** Connects a mailbox once it could be opened; throws `mailbox-not-read` (422) with the reason where not. */
export async function addMailbox(
  deps: MailboxDeps,
  userId: Authorized<'write'>,
  { user, access, name = user.slice(0, 100), ...input }: MailboxInput,
): Promise<MailboxView> {
  const kept = await look(deps, { ...input, user }, access, async (server, _, renewed) => {
    await server.examine(input.folder)
    return renewed ?? access
  })
  const { host, port, security, folder, readBackDays, trustedServer, alsoSales } = input
  const wishes: MailboxWishes = {
    ...{ host, port, security, folder, readBackDays, trustedServer, alsoSales, name, login: user },
    ...{ signsInBy: access.kind, access: seal(deps, userId, kept), enabled: true },
  }
  const row = await deps.db.transaction(async (tx) => {
    if ((await countMailboxes(tx, userId)) >= mailboxesMax)
      throw conflict(
        'too-many-mailboxes',
        `There are ${mailboxesMax} mailboxes already: remove one that is not needed.`,
      )
    const made = await insertMailbox(tx, userId, wishes, deps.clock.now())
    await deps.audit.note(tx, {
      ...{
        what: 'mailbox-added',
        person: userId,
        target: ['mailbox', made.id],
        details: { by: access.kind },
      },
    })
    return made
  })
  return viewMailbox(deps, userId, row.id)
}

/** Changes what is given. What says where to read and how to sign in is tried first; another folder or server is read anew. */
export async function changeMailbox(
  deps: MailboxDeps,
  userId: Authorized<'write'>,
  id: number,
  patch: MailboxPatch,
): Promise<MailboxView> {
  const { access, user, ...plain } = patch
  const before = await mailboxOf(deps, userId, id)
  const isElsewhere =
    (['host', 'port', 'folder'] as const).some((name) => name in plain && plain[name] !== before[name]) ||
    (user !== undefined && user !== before.login)
  let kept: MailboxAccess | undefined = access
  if (isElsewhere || access !== undefined || (plain.security ?? before.security) !== before.security) {
    const server = { ...before, ...plain, user: user ?? before.login }
    // A stored password goes to no other server than the one that it was given for, and not in the clear.
    const isLessSafe = server.security === 'none' && before.security !== 'none'
    if (access === undefined && (server.host !== before.host || isLessSafe)) throw passwordAgain()
    const signsInBy = access ?? openSealed(deps, before)
    kept = await look(deps, server, signsInBy, async (opened, _, renewed) => {
      await opened.examine(server.folder)
      return renewed ?? signsInBy
    })
  }
  await deps.db.transaction(async (tx) => {
    const held = await holdMailbox(tx, userId, id)
    if (held === null) throw notFound('mailbox')
    const wishes: MailboxWishes = {
      ...{ ...held, ...plain, login: user ?? held.login },
      ...(kept && { access: seal(deps, userId, kept), signsInBy: kept.kind }),
    }
    await updateMailbox(tx, userId, id, { wishes, anew: isElsewhere, now: deps.clock.now() })
    const changed = Object.keys(patch).toSorted().join(' ')
    await deps.audit.note(tx, {
      ...{ what: 'mailbox-changed', person: userId, target: ['mailbox', id], details: { changed } },
    })
  })
  return viewMailbox(deps, userId, id)
}

/** Forgets it with its password and what was counted; the listings stay, and at the mail server nothing changes. */
export async function removeMailbox(
  deps: MailboxDeps,
  userId: Authorized<'write'>,
  id: number,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    if (!(await deleteMailbox(tx, userId, id))) throw notFound('mailbox')
    await deps.audit.note(tx, { what: 'mailbox-removed', person: userId, target: ['mailbox', id] })
  })
}

export async function mailboxViews(
  deps: Pick<MailboxDeps, 'db' | 'clock'>,
  userId: Authorized<'read'>,
): Promise<MailboxView[]> {
  const [rows, senders] = await Promise.all([listMailboxes(deps.db, userId), listSenders(deps.db, userId)])
  const now = deps.clock.now()
  return rows.map((row) =>
    mailboxView(
      row,
      senders.filter(({ mailboxId }) => mailboxId === row.id),
      now,
    ),
  )
}

/** With its senders and last mails. */
export async function viewMailbox(
  deps: Pick<MailboxDeps, 'db' | 'clock'>,
  userId: Authorized<'read'>,
  id: number,
): Promise<MailboxDetail> {
  const row = await mailboxOf(deps, userId, id)
  const [all, mails] = await Promise.all([
    listSenders(deps.db, userId),
    listMails(deps.db, userId, id, lastMailsShown),
  ])
  const senders = all.filter(({ mailboxId }) => mailboxId === id)
  return {
    ...mailboxView(row, senders, deps.clock.now()),
    senders: senders.map(senderView),
    lastMails: mails.map(mailView),
  }
}

async function mailboxOf(
  deps: Pick<MailboxDeps, 'db'>,
  userId: Authorized<'read'>,
  id: number,
): Promise<MailboxRow> {
  const row = await getMailbox(deps.db, userId, id)
  if (row === null) throw notFound('mailbox')
  return row
}

function seal({ secrets }: MailboxDeps, userId: number, access: MailboxAccess): string {
  return secrets.seal(JSON.stringify(access), sealContext(userId))
}

function openSealed({ secrets }: MailboxDeps, { access, userId }: MailboxRow): MailboxAccess {
  const { plain } = tryToOpen(secrets, access, sealContext(userId))
  if (plain === null) throw notRead(new MailboxFailure('access-closed'))
  return accessSchema.parse(JSON.parse(plain))
}

/** Opens a connection for a moment, and ends it whatever becomes of it. */
async function look<T>(
  deps: MailboxDeps,
  server: ServerName & { user: string },
  access: MailboxAccess,
  run: (server: MailServer, signal: AbortSignal, renewed: MailboxAccess | null) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(lookMs)
  let opened: MailServer | null = null
  try {
    const { allowPrivate } = deps.reach
    const { signIn, renewed } = await openAccess(deps.fetch, server.user, access, { signal, allowPrivate })
    opened = await connectMailServer(deps.reach, server, signIn, signal)
    return await run(opened, signal, renewed)
  } catch (error) {
    if (error instanceof MailboxFailure) throw notRead(error)
    throw signal.aborted ? notRead(new MailboxFailure('hung', error)) : error
  } finally {
    opened?.close()
  }
}

function notRead(failure: MailboxFailure): AppError {
  const { problem, message, cause } = failure
  return new AppError({ code: 'mailbox-not-read', status: 422, message, params: { problem }, cause })
}

function passwordAgain(): AppError {
  return new AppError({
    code: 'bad-input',
    status: 422,
    message:
      'For another server, or without encryption, the password has to be entered again: give "access", too.',
    fields: { access: 'is missing' },
  })
}
