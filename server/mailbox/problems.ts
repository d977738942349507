import { sentences } from '../model/sentences/sentences.ts'

/** Why a mailbox is not read; the sentence of each says what a person does about it. */
export const mailboxProblemNames = [
  'unknown-host',
  'private-host',
  'host-not-allowed',
  'plain-not-allowed',
  'unreachable',
  'not-trusted',
  'not-imap',
  'sign-in-refused',
  'token-refused',
  'token-away',
  'access-closed',
  'folder-missing',
  'hung',
  'dropped',
  'too-much',
  'keys-away',
  'not-stored',
] as const
export type MailboxProblem = (typeof mailboxProblemNames)[number]

/** What only the person can mend: trying again soon would lock them out. */
const lasting: ReadonlySet<MailboxProblem> = new Set([
  'private-host',
  'host-not-allowed',
  'plain-not-allowed',
  'sign-in-refused',
  'token-refused',
  'access-closed',
  'folder-missing',
])

/** A mailbox cannot be read; an outcome that is told, not a mistake of the program. */
export class MailboxFailure extends Error {
  readonly problem: MailboxProblem
  constructor(problem: MailboxProblem, cause?: unknown) {
    super(sentences[`mailbox-${problem}`](), cause === undefined ? undefined : { cause })
    this.name = 'MailboxFailure'
    this.problem = problem
  }
}

/** How long nothing is tried after so many failures in a row: 5 s, 10 s … 15 min; of what only a person mends 15 min … 6 h. */
export function waitAfter(problem: MailboxProblem, failures: number, random: number): number {
  const [first, longest] = lasting.has(problem) ? [15 * 60_000, 6 * 3_600_000] : [5_000, 15 * 60_000]
  const wait = Math.min(longest, first * 2 ** Math.min(20, Math.max(0, failures - 1)))
  return Math.round(wait * (0.75 + random / 2))
}
