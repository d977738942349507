import type { Audit } from '../core/audit.ts'
import { originNow } from '../core/audit.ts'
import type { AuditCode } from '../core/audit-codes.ts'
import type { Clock } from '../core/clock.ts'
import type { Db, Sql, Tx } from '../core/db.ts'
import type { Log } from '../core/log.ts'
import { accountById } from './auth/account-store.ts'
import type { LinkMail } from './auth/mail.ts'

/** What a person is told of by e-mail: whoever did it, something else lets in from now on. */
const told: Partial<Record<AuditCode, string>> = {
  'password-changed': 'Your password was changed.',
  'password-reset': 'A new password was set by a link.',
  'email-change-asked':
    'A link was sent to another e-mail. Once it is opened, your account has that one, and this one no more.',
  'codes-on': 'Codes are asked for after your password from now on.',
  'codes-off': 'No codes are asked for after your password any more.',
  'codes-after-passkey': 'Whether a code is asked for after a passkey was changed.',
  'recovery-codes-renewed': 'New recovery codes were made; those before are good for nothing.',
  'passkey-added': 'A passkey was added.',
  'passkey-removed': 'A passkey was removed.',
  'factors-taken-away':
    'Your codes and passkeys were taken away on the machine; your password is what is left.',
  'key-made': 'A key for programs was made.',
  'key-ended': 'A key for programs was ended.',
}

export interface NoticeDeps {
  db: Db
  clock: Clock
  log: Log
  audit: Audit
  baseUrl(): string
  canMail(): boolean
  sendMail(to: string, mail: LinkMail): Promise<void>
}

export interface Notices {
  audit: Audit
  /** Resolves once what was to be sent is sent, or was given up: for a process that ends. */
  sent(): Promise<void>
}

/** The same log, which also mails the person what concerns how they sign in: once it is committed, and nobody waits for it. */
export function withNotices(deps: NoticeDeps): Notices {
  const underWay = new Set<Promise<void>>()

  async function send(person: number, sentence: string, where: string): Promise<void> {
    const account = await accountById(deps.db, person)
    if (account === null || account.email === null) return
    await deps.sendMail(account.email, {
      title: 'Something changed in how you sign in to Deal Scout',
      lines: [sentence, where, 'If it was not you, set a new password now, which signs out everybody:'],
      url: `${deps.baseUrl()}/account/forgot`,
    })
  }

  return {
    audit: {
      async note(sql, event) {
        await deps.audit.note(sql, event)
        const { person } = event
        const sentence = told[event.what]
        if (sentence === undefined || person === null || !deps.canMail()) return
        const { address } = originNow()
        const at = `${deps.clock.now().toISOString().slice(0, 16).replace('T', ' ')} UTC`
        const where = `That was at ${at}${address === null ? '' : `, from ${address}`}.`
        const begin = () => {
          const sending = send(person, sentence, where)
            .catch((error: unknown) =>
              deps.log.warn({ err: error, what: event.what, person }, 'a person was not told by e-mail'),
            )
            .finally(() => underWay.delete(sending))
          underWay.add(sending)
        }
        if (isTx(sql)) sql.afterCommit(begin)
        else begin()
      },
    },
    async sent() {
      await Promise.all(underWay)
    },
  }
}

const isTx = (sql: Sql): sql is Tx => 'afterCommit' in sql
