import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import type { ChannelFakeServer, Mood } from '../fake-server.ts'
import { readMail } from './read-mail.ts'

/** Where in the conversation an SMTP fake server misbehaves. */
export interface SmtpScript {
  onConnect?: SmtpStep
  onAuth?: SmtpStep
  onMailFrom?: SmtpStep
  onRcptTo?: SmtpStep
  onData?: SmtpStep
}

/** `to` and `mail` are what the client said so far: empty before RCPT TO and before the end of DATA. */
export type SmtpStep = (said: { to: string; mail: string }) => SmtpReply | Promise<SmtpReply>

/** undefined = accept; a code and text = that reply; `hang` = none ever; `cut` = drop this connection. */
export type SmtpReply = undefined | { code: number; text: string } | 'hang' | 'cut'

export interface SmtpFakeServer extends AsyncDisposable {
  url: string
  /** Whole messages read, whatever was answered. */
  mails: string[]
  script: SmtpScript
  /** How many connections were made, and how many are open. */
  connections: { made: number; open: number }
  /** Ends every connection, as a restart does. */
  hangUp(): void
}

/** A real SMTP server on loopback that asks for user `scout` and a password, with STARTTLS (self-signed) on request. */
export async function startSmtpFakeServer({
  startTls = false,
  password = 's3cret-pass',
} = {}): Promise<SmtpFakeServer> {
  const sockets = new Map<number, Socket>()
  const mails: string[] = []
  const connections = { made: 0, open: 0 }
  const fakeServer = { mails, script: {} as SmtpScript, connections }
  const answer = async (
    step: keyof SmtpScript,
    session: SMTPServerSession,
    done: (error?: Error | null) => void,
    { to = session.envelope.rcptTo[0]?.address ?? '', mail = '' } = {},
  ) => {
    const reply = await fakeServer.script[step]?.({ to, mail })
    if (reply === 'cut') sockets.get(session.remotePort)?.destroy()
    else if (typeof reply === 'object')
      done(Object.assign(new Error(reply.text), { responseCode: reply.code }))
    else if (reply !== 'hang') done()
  }
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: startTls ? [] : ['STARTTLS'],
    disableReverseLookup: true,
    onConnect: (session, done) => void answer('onConnect', session, done),
    onAuth: (auth, session, done) =>
      void answer('onAuth', session, (error) =>
        error || auth.password !== password
          ? done(error ?? new Error('wrong password'))
          : done(null, { user: auth.username }),
      ),
    onMailFrom: (_address, session, done) => void answer('onMailFrom', session, done),
    onRcptTo: ({ address }, session, done) => void answer('onRcptTo', session, done, { to: address }),
    onData: async (stream, session, done) => {
      const mail = await text(stream).catch(() => null)
      // The client died in the middle of it: a server throws such a part away.
      if (mail === null) return
      mails.push(mail)
      await answer('onData', session, done, { mail })
    },
  })
  // A client that hangs up in the middle is part of the tests.
  server.on('error', () => {})
  server.server.on('connection', (socket) => {
    const port = socket.remotePort ?? 0
    sockets.set(port, socket)
    connections.made++
    connections.open = sockets.size
    socket.once('close', () => {
      sockets.delete(port)
      connections.open = sockets.size
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(fakeServer, {
    url: `smtp://scout:${password}@127.0.0.1:${port}`,
    hangUp() {
      for (const socket of sockets.values()) socket.destroy()
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.values()) socket.destroy()
      await new Promise<void>((resolve) => server.close(resolve))
    },
  })
}

const scripts: Record<Exclude<Mood, 'down'>, SmtpScript> = {
  ok: {},
  busy: { onRcptTo: () => ({ code: 450, text: '4.2.1 mailbox receives too fast' }) },
  error: { onMailFrom: () => ({ code: 451, text: '4.3.0 local error' }) },
  refuse: { onRcptTo: () => ({ code: 550, text: '5.1.1 no such user here' }) },
  hang: { onData: () => 'hang' },
  cut: { onData: () => 'cut' },
}

export async function startChannelFakeServer(): Promise<ChannelFakeServer> {
  const server = await startSmtpFakeServer()
  return {
    settings: { to: 'ann@example.com' },
    options: { SMTP_URL: server.url, MAIL_FROM: 'Deal Scout <deals@example.com>' },
    secrets: ['s3cret-pass'],
    async become(mood) {
      if (mood === 'down') await server[Symbol.asyncDispose]()
      else server.script = scripts[mood]
    },
    received: () =>
      server.mails.map((mail) => {
        const { subject, plain, html } = readMail(mail)
        return `${subject}\n${plain}\n${html}`
      }),
    repetitionIds: () => server.mails.map((mail) => readMail(mail).headers['message-id'] ?? ''),
    busyWaitMs: null,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}
