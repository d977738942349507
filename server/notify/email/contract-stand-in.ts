import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { ChannelStandIn, Mood } from '../stand-in.ts'
import { readMail } from './read-mail.ts'

/** Where in the conversation an SMTP stand-in misbehaves. */
export interface SmtpScript {
  onConnect?: () => SmtpReply
  onAuth?: () => SmtpReply
  onMailFrom?: () => SmtpReply
  onRcptTo?: () => SmtpReply
  onData?: () => SmtpReply
}

/** undefined = accept; a code and text = that reply; `hang` = none ever; `cut` = drop the connection. */
export type SmtpReply = undefined | { code: number; text: string } | 'hang' | 'cut'

export interface SmtpStandIn extends AsyncDisposable {
  url: string
  /** Whole messages read, whatever was answered. */
  mails: string[]
  script: SmtpScript
}

/** A real SMTP server on loopback that asks for user `scout` and password `s3cret-pass`, with STARTTLS (self-signed) on request. */
export async function startSmtpStandIn({ startTls = false } = {}): Promise<SmtpStandIn> {
  const sockets = new Set<Socket>()
  const mails: string[] = []
  const standIn = { mails, script: {} as SmtpScript }
  const answer = (step: keyof SmtpScript, done: (error?: Error | null) => void) => {
    const reply = standIn.script[step]?.()
    if (reply === 'cut') for (const socket of sockets) socket.destroy()
    else if (typeof reply === 'object')
      done(Object.assign(new Error(reply.text), { responseCode: reply.code }))
    else if (reply !== 'hang') done()
  }
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: startTls ? [] : ['STARTTLS'],
    disableReverseLookup: true,
    onConnect: (_session, done) => answer('onConnect', done),
    onAuth: (auth, _session, done) =>
      answer('onAuth', (error) =>
        error || auth.password !== 's3cret-pass'
          ? done(error ?? new Error('wrong password'))
          : done(null, { user: auth.username }),
      ),
    onMailFrom: (_address, _session, done) => answer('onMailFrom', done),
    onRcptTo: (_address, _session, done) => answer('onRcptTo', done),
    onData: async (stream, _session, done) => {
      mails.push(await text(stream))
      answer('onData', done)
    },
  })
  // A client that hangs up in the middle is part of the tests.
  server.on('error', () => {})
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(standIn, {
    url: `smtp://scout:s3cret-pass@127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
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

export async function startChannelStandIn(): Promise<ChannelStandIn> {
  const server = await startSmtpStandIn()
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
