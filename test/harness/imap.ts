import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import hoodiecrow from 'hoodiecrow-imap'
import { freePort } from './port.ts'

/** One mailbox on loopback, which counts what is asked of it. */
export interface ImapServer extends AsyncDisposable {
  port: number
  user: string
  password: string
  /** A mail arrives. */
  deliver(mail: string): void
  /** Flags, ids and texts of all mails, and the folder's: whatever a client could have changed. */
  snapshot(): string
  /** Commands that were given, without their tags and words. */
  commands: string[]
  /** All ids are other ones from here on. */
  renumber(): void
  /** Ends every connection. */
  drop(): void
}

interface HoodiecrowMessage {
  raw: string
  flags: string[]
  uid: number
}

/** The scriptable server of the library's makers. */
export async function startImap(mails: readonly string[] = [], password = 'testpass'): Promise<ImapServer> {
  const port = await freePort()
  const commands: string[] = []
  const sockets = new Set<Socket>()
  const server = hoodiecrow({
    plugins: ['ID', 'IDLE', 'ENABLE', 'NAMESPACE', 'SASL-IR', 'AUTH-PLAIN', 'LITERALPLUS', 'UNSELECT'],
    users: { testuser: { password } },
    storage: { INBOX: { messages: mails.map((raw) => ({ raw, flags: [] })), uidvalidity: 7 } },
  })
  const folder = () =>
    server.getMailbox('INBOX') as { messages: HoodiecrowMessage[]; uidvalidity: number; uidnext: number }
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (data) => {
      for (const line of data.toString('latin1').split('\r\n')) {
        const [, verb, of] = /^\S+ (\S+)(?: (\S+))?/.exec(line) ?? []
        if (verb !== undefined) commands.push(/^UID$/i.test(verb) ? `UID ${of}` : verb.toUpperCase())
      }
    })
  })
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    ...{ port, user: 'testuser', password, commands },
    deliver: (mail) => server.appendMessage('INBOX', [], new Date(), mail),
    snapshot: () =>
      JSON.stringify({
        ...{ uidvalidity: folder().uidvalidity, uidnext: folder().uidnext },
        messages: folder().messages.map(({ uid, flags, raw }) => ({ uid, flags, raw })),
      }),
    renumber() {
      const box = folder()
      box.uidvalidity += 1
      box.messages.forEach((message, at) => {
        message.uid = 1000 + at
      })
      box.uidnext = 1000 + box.messages.length
    },
    drop() {
      for (const socket of sockets) socket.destroy()
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.server.close(resolve))
    },
  }
}

/** What a server that means no good says to a command; null = nothing. The greeting is the answer to ''. */
export type Script = (command: string, tag: string, socket: Socket) => string | null

/** Speaks IMAP as the script says. */
export async function startScriptedImap(script: Script): Promise<AsyncDisposable & { port: number }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    const say = (text: string | null) => void (text !== null && !socket.destroyed && socket.write(text))
    say(script('', '*', socket))
    let rest = ''
    socket.on('data', (data) => {
      const lines = `${rest}${data.toString('latin1')}`.split('\r\n')
      rest = lines.pop()!
      for (const line of lines) {
        const [, tag = '', command = line] = /^(\S+) (.*)$/.exec(line) ?? []
        say(script(command, tag, socket))
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** What an honest server of few words answers; a script changes some of it. */
export function honest(mails: readonly string[], over: Partial<Record<string, Script>> = {}): Script {
  return (command, tag, socket) => {
    const verb = command
      .split(' ')
      .slice(0, /^UID /i.test(command) ? 2 : 1)
      .join(' ')
      .toUpperCase()
    const changed = over[verb]
    if (changed) return changed(command, tag, socket)
    const ok = `${tag} OK done\r\n`
    switch (verb) {
      case '':
        return '* OK [CAPABILITY IMAP4rev1] here\r\n'
      case 'CAPABILITY':
        return `* CAPABILITY IMAP4rev1\r\n${ok}`
      case 'EXAMINE':
        return `* FLAGS ()\r\n* ${mails.length} EXISTS\r\n* OK [UIDVALIDITY 5] x\r\n* OK [UIDNEXT ${mails.length + 1}] x\r\n${tag} OK [READ-ONLY] done\r\n`
      case 'UID SEARCH':
        return `* SEARCH${mails.map((_, at) => ` ${at + 1}`).join('')}\r\n${ok}`
      case 'UID FETCH':
        return `${mails.map((mail, at) => fetched(command, at + 1, mail)).join('')}${ok}`
      case 'LIST':
        return `* LIST () "/" INBOX\r\n${ok}`
      case 'LOGOUT':
        return `* BYE\r\n${ok}`
      default:
        return ok
    }
  }
}

/** One mail as FETCH answers, with its head or whole, as it was asked. */
export function fetched(command: string, uid: number, mail: string, bytes = Buffer.byteLength(mail)): string {
  const envelope = `ENVELOPE ("Mon, 30 Nov 2026 10:00:00 +0000" "desk" ((NIL NIL "alerts" "alerts.craigslist.org")) NIL NIL NIL NIL NIL NIL "<${uid}@x>")`
  const date = 'INTERNALDATE "30-Nov-2026 10:00:00 +0000"'
  return /BODY\.PEEK\[\]/i.test(command)
    ? `* ${uid} FETCH (UID ${uid} BODY[]<0> {${Buffer.byteLength(mail)}}\r\n${mail})\r\n`
    : `* ${uid} FETCH (UID ${uid} RFC822.SIZE ${bytes} ${date} ${envelope})\r\n`
}
