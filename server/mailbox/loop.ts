import type { Clock } from '../core/clock.ts'
import type { Db } from '../core/db.ts'
import { errorMessage } from '../core/errors.ts'
import type { WokenLoop } from '../core/feature.ts'
import type { Fetch } from '../core/fetch.ts'
import type { Log } from '../core/log.ts'
import { pollingLoop } from '../core/loop.ts'
import { type Secrets, tryToOpen } from '../core/secrets.ts'
import { openAccess } from './imap/access.ts'
import type { Reach } from './imap/address.ts'
import { connectMailServer, type MailServer } from './imap/connect.ts'
import {
  type ClaimedMailbox,
  claimMailbox,
  failMailbox,
  noteListening,
  renewMailbox,
  returnMailbox,
  writeAccess,
} from './lease-store.ts'
import { newMail } from './listen.ts'
import { MailboxFailure, waitAfter } from './problems.ts'
import { type Progress, type RoundDeps, readRound } from './round.ts'
import { accessSchema } from './schema.ts'
import { sealContext } from './sealed.ts'
import { mailboxesChannel } from './store.ts'

/** A dead process's mailbox is free again after this time; a live one renews it. */
const leaseMs = 12_000
const renewEveryMs = 4_000
/** Beside IDLE, of which not every server makes much. */
const pollMs = 5 * 60_000
/** One process reads so many mailboxes at most. */
const mailboxesMax = 200

export interface MailboxLoopDeps extends RoundDeps {
  db: Db
  clock: Clock
  log: Log
  fetch: Fetch
  secrets: Pick<Secrets, 'seal' | 'open'>
  reach: Reach
  /** 0 ≤ x < 1. */
  random?: () => number
}

/** Reads every enabled mailbox that no other process reads, until it is stopped. */
export function mailboxLoop(deps: MailboxLoopDeps): WokenLoop {
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  const loop = pollingLoop({
    ...{ name: 'mailboxes', lanes: 1, log: deps.log },
    async step() {
      const box = running.size < mailboxesMax ? await claimMailbox(deps.db, deps.clock.now(), leaseMs) : null
      if (box === null) return 2000
      const run: Promise<void> = readMailbox(deps, box, stopping.signal)
        .catch((error: unknown) => {
          if (!stopping.signal.aborted)
            deps.log.error({ err: error, mailbox: box.id }, 'reading a mailbox failed; it is tried again')
        })
        .finally(() => running.delete(run))
      running.add(run)
      return 0
    },
  })
  return {
    ...{ name: loop.name, wokenBy: mailboxesChannel },
    wake: () => loop.wake(),
    async start() {
      const handle = await loop.start()
      return {
        async stop() {
          stopping.abort(new Error('closing'))
          await handle.stop()
          await Promise.all(running)
        },
      }
    },
  }
}

/** Reads a mailbox and listens until it fails, its lease is lost or the program stops. */
export async function readMailbox(
  deps: MailboxLoopDeps,
  box: ClaimedMailbox,
  stopping: AbortSignal,
): Promise<void> {
  const log = deps.log.child({ mailbox: box.id })
  const lost = new AbortController()
  const signal = AbortSignal.any([stopping, lost.signal])
  const renewal = setInterval(() => {
    renewMailbox(deps.db, box, deps.clock.now(), leaseMs)
      .then((isHeld) => isHeld || lost.abort(new Error('the lease was lost')))
      .catch((error: unknown) => log.warn({ err: error }, 'the lease of a mailbox could not be renewed'))
  }, renewEveryMs)
  let server: MailServer | null = null
  try {
    server = await open(deps, box, signal)
    await follow(deps, server, box, signal)
  } catch (error) {
    if (signal.aborted) return await returnMailbox(deps.db, box)
    if (!(error instanceof MailboxFailure)) throw error
    const { problem } = error
    const now = deps.clock.now()
    const waitMs = waitAfter(problem, box.failures + 1, (deps.random ?? Math.random)())
    log.warn(
      { problem, why: error.cause === undefined ? undefined : errorMessage(error.cause).slice(0, 200) },
      `cannot read a mailbox: ${error.message}`,
    )
    await failMailbox(deps.db, box, { problem, now, nextTryAt: new Date(now.getTime() + waitMs) })
  } finally {
    clearInterval(renewal)
    server?.close()
  }
}

async function open(deps: MailboxLoopDeps, box: ClaimedMailbox, signal: AbortSignal): Promise<MailServer> {
  const { plain } = tryToOpen(deps.secrets, box.access, sealContext(box.userId))
  if (plain === null) throw new MailboxFailure('access-closed')
  const access = accessSchema.parse(JSON.parse(plain))
  const { allowPrivate } = deps.reach
  const { signIn, renewed } = await openAccess(deps.fetch, box.login, access, { signal, allowPrivate })
  if (renewed)
    await writeAccess(deps.db, box, deps.secrets.seal(JSON.stringify(renewed), sealContext(box.userId)))
  return connectMailServer(deps.reach, box, signIn, signal)
}

async function follow(
  deps: MailboxLoopDeps,
  server: MailServer,
  box: ClaimedMailbox,
  signal: AbortSignal,
): Promise<void> {
  const { uidValidity } = await server.examine(box.folder)
  const now = Number(uidValidity)
  const isSame = box.uidValidity === now
  if (!isSame && box.uidValidity !== null)
    deps.log.warn(
      { mailbox: box.id },
      'the mail server has renumbered its mails: the last days are read again',
    )
  const at: Progress = {
    uidValidity: now,
    lastUid: isSame ? box.lastUid : null,
    stuckSince: isSame ? box.stuckSince : null,
  }
  const news = newMail(server)
  for (;;) {
    while (await readRound(deps, server, box, at, signal)) signal.throwIfAborted()
    await noteListening(deps.db, box, deps.clock.now())
    // Failures from here on begin to be counted anew.
    box.failures = 0
    await news.wait(pollMs, signal)
    // Some servers tell only who asks.
    await server.within(20_000, (imap) => imap.noop())
  }
}
