/** What an event of the audit log stands for. */
interface AuditKind {
  /** As a sentence: what happened. */
  says: string
  outcome: 'done' | 'refused'
  /** Names of what is told besides. */
  details: readonly string[]
  /** Whoever likes can cause it, as often as they like: counted by account, address and minute. */
  folds?: true
}

/**
 * Every event of the audit log. Who reads the log depends on the codes: one that was released is never renamed.
 * `npm run generate` writes docs/security/audit.md from this table.
 */
export const auditCodes = {
  'acted-as': {
    says: 'A command on the machine acted for the account (`--as`).',
    outcome: 'done',
    details: ['command'],
  },
  'signed-in': {
    says: 'Somebody signed in, `by` password, code, recovery-code or passkey.',
    outcome: 'done',
    details: ['by'],
  },
  'sign-in-failed': {
    says: 'E-mail or password were wrong, or the account may not sign in. Of an e-mail that nobody has here only a keyed hash stays.',
    outcome: 'refused',
    details: ['code', 'tried'],
    folds: true,
  },
  'sign-in-locked': {
    says: 'A try was refused unseen, since too many had failed.',
    outcome: 'refused',
    details: ['tried'],
    folds: true,
  },
  'password-wrong': {
    says: 'Somebody who was signed in gave a wrong password where it is asked for once more.',
    outcome: 'refused',
    details: ['code'],
    folds: true,
  },
  'code-wrong': {
    says: 'A code of an app, or a recovery code, was wrong.',
    outcome: 'refused',
    details: ['code'],
    folds: true,
  },
  'codes-on': {
    says: 'Codes of an app are asked for after the password from now on; everybody else was signed out.',
    outcome: 'done',
    details: [],
  },
  'codes-off': { says: 'Codes of an app are asked for no more.', outcome: 'done', details: [] },
  'codes-after-passkey': {
    says: 'Somebody chose whether a code is asked for after a passkey, too.',
    outcome: 'done',
    details: ['wanted'],
  },
  'recovery-codes-renewed': {
    says: 'New recovery codes were made; those before are good for nothing.',
    outcome: 'done',
    details: [],
  },
  'passkey-added': { says: 'A passkey was added.', outcome: 'done', details: [] },
  'passkey-removed': { says: 'A passkey was removed.', outcome: 'done', details: [] },
  'passkey-counted-back': {
    says: 'A passkey was refused since its count went back: of two devices one may be a copy.',
    outcome: 'refused',
    details: [],
    folds: true,
  },
  'factors-taken-away': {
    says: 'Codes and passkeys were taken away on the machine, and everybody was signed out.',
    outcome: 'done',
    details: ['codes', 'passkeys'],
  },
  'signed-out': { says: 'Somebody signed out.', outcome: 'done', details: [] },
  'session-ended': { says: 'A session was ended from another one.', outcome: 'done', details: [] },
  'sessions-ended': {
    says: 'All sessions but the one that asked were ended.',
    outcome: 'done',
    details: ['count'],
  },
  'password-changed': {
    says: 'The password was changed; everybody else was signed out.',
    outcome: 'done',
    details: [],
  },
  'password-reset-asked': {
    says: 'A link to set a new password was sent. Of an e-mail that nobody has here nothing is noted.',
    outcome: 'done',
    details: [],
    folds: true,
  },
  'password-reset-link-made': {
    says: 'A link to set a new password was made on the machine.',
    outcome: 'done',
    details: [],
  },
  'password-reset': { says: 'A new password was set by such a link.', outcome: 'done', details: [] },
  'email-change-asked': { says: 'A link was sent to a new e-mail.', outcome: 'done', details: [] },
  'email-confirmed': {
    says: 'An e-mail was confirmed by its link: the first one, or a new one.',
    outcome: 'done',
    details: [],
  },
  'signed-up': { says: 'Somebody made an account by themselves.', outcome: 'done', details: [] },
  'setup-link-made': {
    says: 'A link was made that makes whoever opens it the owner.',
    outcome: 'done',
    details: [],
  },
  claimed: { says: 'Somebody became the owner.', outcome: 'done', details: [] },
  'invitation-made': {
    says: 'Somebody was invited; `replaced` invitations to the same e-mail are worth nothing any more.',
    outcome: 'done',
    details: ['role', 'replaced'],
  },
  'invitation-used': {
    says: 'An account was made by an invitation.',
    outcome: 'done',
    details: ['role'],
  },
  'invitation-ended': {
    says: 'An invitation was taken back before it was used.',
    outcome: 'done',
    details: [],
  },
  'role-changed': { says: 'What an account may do was changed.', outcome: 'done', details: ['from', 'to'] },
  'account-disabled': { says: 'An account was switched off.', outcome: 'done', details: [] },
  'account-enabled': { says: 'An account was switched on again.', outcome: 'done', details: [] },
  'account-exported': { says: 'All that is a person’s was taken along.', outcome: 'done', details: [] },
  'account-deleted': {
    says: 'An account was deleted, with all that was theirs.',
    outcome: 'done',
    details: [],
  },
  'key-made': {
    says: 'A key for programs was made.',
    outcome: 'done',
    details: ['scope', 'expiresInDays'],
  },
  'key-ended': { says: 'A key for programs was ended.', outcome: 'done', details: [] },
  'feed-made': {
    says: 'The secret address of a feed was made; one before opens nothing any more.',
    outcome: 'done',
    details: [],
  },
  'feed-ended': { says: 'The secret address of a feed was ended.', outcome: 'done', details: [] },
  'channel-added': { says: 'A channel was filled in.', outcome: 'done', details: ['enabled'] },
  'channel-changed': {
    says: 'A channel was filled in anew, or switched on or off. `newTarget`: messages go somewhere else.',
    outcome: 'done',
    details: ['enabled', 'newTarget'],
  },
  'channel-removed': { says: 'What was filled in of a channel was deleted.', outcome: 'done', details: [] },
  'channel-confirmation-sent': {
    says: 'A code or link was sent to prove whose a target is.',
    outcome: 'done',
    details: [],
  },
  'channel-confirmed': { says: 'It was proved that a target is theirs.', outcome: 'done', details: [] },
  'channel-confirmation-failed': {
    says: 'A code or link that should prove it was wrong.',
    outcome: 'refused',
    details: [],
    folds: true,
  },
  'channel-switched-off': {
    says: 'The program switched a channel off: its target is gone, or who gets the messages ended them.',
    outcome: 'done',
    details: [],
  },
  'channel-tested': { says: 'A test message was sent.', outcome: 'done', details: [] },
  'source-added': {
    says: 'A source was connected.',
    outcome: 'done',
    details: ['marketplace', 'shared', 'enabled'],
  },
  'source-changed': {
    says: 'A source was changed.',
    outcome: 'done',
    details: ['marketplace', 'shared', 'enabled'],
  },
  'source-paused': { says: 'A source was paused.', outcome: 'done', details: [] },
  'source-resumed': { says: 'A source was resumed.', outcome: 'done', details: [] },
  'source-removed': { says: 'A source was removed, with its keys.', outcome: 'done', details: [] },
  'mailbox-added': {
    says: 'A mailbox was connected, whose alerts of marketplaces are read; it signs in `by` password or oauth.',
    outcome: 'done',
    details: ['by'],
  },
  'mailbox-changed': {
    says: 'A mailbox was changed, paused or resumed; `changed` are the names of what was given, never what it is.',
    outcome: 'done',
    details: ['changed'],
  },
  'mailbox-removed': { says: 'A mailbox was removed, with its password.', outcome: 'done', details: [] },
  'terms-accepted': {
    says: 'Somebody accepted the terms of a marketplace for everybody here.',
    outcome: 'done',
    details: ['marketplace'],
  },
  'terms-withdrawn': {
    says: 'That the terms of a marketplace are accepted was taken back.',
    outcome: 'done',
    details: ['marketplace'],
  },
  'settings-changed': {
    says: 'Somebody changed their `profile`, `preferences` of when to be told, or `selling` settings (`of`); `changed` are the names of what is other now, never what it is.',
    outcome: 'done',
    details: ['of', 'changed'],
  },
  refused: {
    says: 'Somebody, or a key, asked for what they have no right to; `route` is what they asked for.',
    outcome: 'refused',
    details: ['code', 'route'],
    folds: true,
  },
  'marketplace-connected': {
    says: 'An account at a marketplace was connected: the program may act there for the person.',
    outcome: 'done',
    details: ['marketplace'],
  },
  'marketplace-disconnected': {
    says: 'An account at a marketplace was disconnected, and its tokens were deleted.',
    outcome: 'done',
    details: ['marketplace'],
  },
  'marketplace-person-forgotten': {
    says: 'A marketplace said that an account there was deleted: so was what is held of it.',
    outcome: 'done',
    details: ['marketplace', 'connections', 'listings', 'orders'],
  },
  'deliveries-replayed': {
    says: 'Deliveries were put to be sent again.',
    outcome: 'done',
    details: ['count', 'delivered'],
  },
  'jobs-retried': {
    says: 'Background work that had failed for good was put to be done again.',
    outcome: 'done',
    details: ['count'],
  },
  'jobs-discarded': {
    says: 'Background work that had failed for good was thrown away; `jobs` are its kinds.',
    outcome: 'done',
    details: ['count', 'jobs'],
  },
  'backup-asked': {
    says: 'A backup was asked for, or to try one out (`verify`).',
    outcome: 'done',
    details: ['verify'],
  },
  'demo-removed': { says: 'What the demo had made up was deleted.', outcome: 'done', details: [] },
  'secrets-rotated': {
    says: 'Stored secrets were sealed anew with the newest key.',
    outcome: 'done',
    details: ['resealed', 'closed'],
  },
  'log-level-set': {
    says: 'How much every process logs was changed for a while.',
    outcome: 'done',
    details: ['level', 'minutes'],
  },
} as const satisfies Record<string, AuditKind>

export type AuditCode = keyof typeof auditCodes

export const isFolding = (what: AuditCode): boolean => 'folds' in auditCodes[what]

/** docs/security/audit.md. */
export function auditMarkdown(): string {
  const rows = Object.entries<AuditKind>(auditCodes).map(
    ([code, { says, details, folds }]) =>
      `| \`${code}\` | ${says} | ${details.map((name) => `\`${name}\``).join(', ')} | ${folds ? 'yes' : ''} |`,
  )
  return `# The audit log

Written by "npm run generate" from \`server/core/audit-codes.ts\`. What was done to accounts, keys, channels, sources and
secrets, by whom, when and from where.

\`\`\`sh
npx deal-scout audit                                   # the newest 50, of everybody
npx deal-scout audit --user ann@example.com --since 2026-11-01T00:00:00Z
npx deal-scout audit --kind sign-in-failed --json
\`\`\`

\`GET /api/me/audit\` shows each person what they did and what was done to what is theirs; where others were who did it is not
shown. \`GET /api/audit\` shows admins everything, by \`person\`, \`kind\`, \`since\` and \`until\`. Lists of both go on by
\`next\` and \`previous\` as others do ([the API](../api.md)). Depend on the codes: one that was released is never renamed.

| what an event holds | |
|---|---|
| who | the id of the account that signed in or whose key it was, with the id of the key; none of nobody, of the program itself, and of commands on the machine: who has the machine proves nothing more |
| by way of | \`http\`, \`cli\` or \`program\` |
| about whom, and what | ids: of an account, and of a channel, source, key, session or invitation |
| when | by the clock of the process |
| where | the address as this program saw it (behind a proxy: \`TRUSTED_PROXIES\`), and the browser or program as it named itself, 200 characters at most |
| details | small: numbers, yes or no, words of the program. No passwords, tokens, keys, e-mails or addresses of messages |

An event is written in the transaction of the change, so there is none without the other; what the sign-in library does by
itself is noted right after it. Options of the environment are changed outside of the program, and are no events. Nothing in the program changes or deletes events but the two things below: there is no route
and no command for it. Who has the database has everything.

**What comes in floods is counted**, by account, address and minute: such an event has \`times\`. Once an hour has 200 rows of
that kind, whatever the accounts and addresses, the rest of each code is one row without them. Of an e-mail that nobody has
here only a keyed hash is kept (\`tried\`), by which tries for the same one can be told; of a password nothing.

**How long.** \`AUDIT_KEPT_DAYS\`, 365 by default ([retention](../retention.md)). An export has the events of its person. When
an account is deleted its events stay for that time, with the number of the account, which is never given again, but without
addresses and browsers. A restored backup holds what was there on its day.

| code | what happened | details | counted |
|---|---|---|---|
${rows.join('\n')}
`
}
