import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { freePort } from './port.ts'
import { until } from './until.ts'

/** The Dovecot of this machine; null where there is none, and a test that needs one is skipped. */
export const dovecotPath: string | null =
  ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/usr/bin/dovecot'].find(
    (path) => existsSync(path) && existsSync('/usr/lib/dovecot/imap'),
  ) ?? null

export const noDovecot = 'there is no Dovecot on this machine: apt-get install dovecot-imapd'

export interface Dovecot extends AsyncDisposable {
  port: number
  user: string
  password: string
  /** A mail arrives, as a delivery agent puts it there. */
  deliver(mail: string): void
  /** Names of the mails' files, which hold their flags, by folder. */
  files(): Record<string, string[]>
  /** What the server itself says of every mail: id and flags. */
  flags(): string
  kill(): Promise<void>
  start(): Promise<void>
}

/** A real server on loopback with one person and an empty Maildir, which goes with it. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-dovecot-'))
  const port = await freePort()
  const [user, password] = ['me@example.com', 'a password of the test']
  // Mails are read by nobody's rights where the test has those of root, which Dovecot refuses.
  const isRoot = process.getuid?.() === 0
  const [uid, gid] = isRoot ? [65_534, 65_534] : [process.getuid!(), process.getgid!()]
  const { username } = userInfo()
  const maildir = join(folder, 'mail')
  for (const name of ['', 'cur', 'new', 'tmp']) {
    mkdirSync(join(maildir, name), { recursive: true })
    chownSync(join(maildir, name), uid, gid)
  }
  chmodSync(folder, 0o755)
  const config = join(folder, 'dovecot.conf')
  writeFileSync(
    config,
    [
      'protocols = imap',
      'listen = 127.0.0.1',
      `base_dir = ${folder}/run`,
      `state_dir = ${folder}/state`,
      `log_path = ${folder}/log`,
      'ssl = no',
      'disable_plaintext_auth = no',
      'first_valid_uid = 1',
      ...(isRoot ? [] : [`default_internal_user = ${username}`, `default_login_user = ${username}`]),
      `mail_location = maildir:${maildir}`,
      `passdb {\n  driver = static\n  args = password=${password.replaceAll(' ', '_')}\n}`,
      `userdb {\n  driver = static\n  args = uid=${uid} gid=${gid} home=${maildir}\n}`,
      `service imap-login {\n  chroot =\n  inet_listener imap {\n    port = ${port}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}`,
      'service anvil {\n  chroot =\n}',
    ].join('\n'),
  )
  let child: ChildProcess | null = null
  let said = ''
  async function start(): Promise<void> {
    child = spawn(dovecotPath!, ['-F', '-c', config], { stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout!, child.stderr!])
      stream.on('data', (data: Buffer) => {
        said += data.toString()
      })
    await until(async () => {
      if (child?.exitCode != null) throw new Error(`Dovecot ended: ${said}`)
      return isOpen(port)
    })
  }
  async function kill(): Promise<void> {
    if (child === null || child.exitCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  }
  await start()
  let count = 0
  return {
    ...{ port, user, password: password.replaceAll(' ', '_'), start, kill },
    deliver(mail) {
      count++
      const name = `${Math.floor(Date.now() / 1000)}.M${String(count).padStart(6, '0')}P1.test`
      writeFileSync(join(maildir, 'tmp', name), mail.replaceAll('\r\n', '\n'))
      chownSync(join(maildir, 'tmp', name), uid, gid)
      renameSync(join(maildir, 'tmp', name), join(maildir, 'new', name))
    },
    files: () =>
      Object.fromEntries(
        ['cur', 'new', 'tmp'].map((name) => [
          name,
          readdirSync(join(maildir, name))
            .map((file) => `${file} ${statSync(join(maildir, name, file)).size}`)
            .toSorted(),
        ]),
      ),
    flags: () =>
      execFileSync('doveadm', ['-c', config, 'fetch', '-u', user, 'uid flags', 'mailbox', 'INBOX', 'all'], {
        encoding: 'utf8',
      }),
    async [Symbol.asyncDispose]() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
