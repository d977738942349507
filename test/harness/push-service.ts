import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { type FakeServer, startFakeServer } from './fake-server.ts'

/** A push service with one browser's subscription, which keeps what is pushed as that browser would read it. */
export interface PushService extends AsyncDisposable {
  server: FakeServer
  /** As `PushSubscription.toJSON()` gives it. */
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } }
  /** What was pushed so far, decrypted, oldest first. */
  pushed: string[]
  /** How each was signed: the sender's public key. */
  senders: string[]
  /** From now on it says that the subscription is gone. */
  end(): void
}

export async function startPushService(): Promise<PushService> {
  const browser = createECDH('prime256v1')
  browser.generateKeys()
  const auth = randomBytes(16)
  const pushed: string[] = []
  const senders: string[] = []
  let isGone = false
  const server = await startFakeServer(({ bytes, headers }, response) => {
    if (isGone) return void response.writeHead(410).end()
    if (headers['content-encoding'] !== 'aes128gcm') return void response.writeHead(415).end()
    senders.push(/k=([\w-]+)/.exec(headers.authorization ?? '')?.[1] ?? '')
    pushed.push(decrypted(bytes))
    response.writeHead(201).end()
  })

  /** RFC 8291 §3.3 and §3.4, and of RFC 8188 the one record that there is. */
  function decrypted(body: Buffer): string {
    const salt = body.subarray(0, 16)
    const idLength = body.readUInt8(20)
    const sender = body.subarray(21, 21 + idLength)
    const sealed = body.subarray(21 + idLength)
    const own = browser.getPublicKey()
    const derive = (secret: Buffer, by: Buffer, info: Buffer, length: number) =>
      Buffer.from(hkdfSync('sha256', secret, by, info, length))
    const about = Buffer.concat([Buffer.from('WebPush: info\0'), own, sender])
    const secret = derive(browser.computeSecret(sender), auth, about, 32)
    const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
    const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
    const decipher = createDecipheriv('aes-128-gcm', key, nonce)
    decipher.setAuthTag(sealed.subarray(-16))
    const record = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    const end = record.lastIndexOf(2)
    if (record.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('the record has no delimiter')
    return record.subarray(0, end).toString('utf8')
  }

  return {
    server,
    subscription: {
      endpoint: `${server.baseUrl}/push/${randomBytes(12).toString('hex')}`,
      keys: { p256dh: browser.getPublicKey().toString('base64url'), auth: auth.toString('base64url') },
    },
    ...{ pushed, senders },
    end() {
      isGone = true
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

/** Has pages subscribe there: the browser's own push service cannot be reached, everything else is as it is. */
export const subscribesThere = ({ subscription }: PushService): string => `{
  const given = ${JSON.stringify(subscription)}
  const name = 'test-subscribed'
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0)).buffer
  const made = (key) => ({
    endpoint: given.endpoint,
    options: { userVisibleOnly: true, applicationServerKey: bytes(key) },
    toJSON: () => given,
    unsubscribe: async () => (localStorage.removeItem(name), true),
  })
  PushManager.prototype.subscribe = async ({ applicationServerKey: key }) => (localStorage.setItem(name, key), made(key))
  PushManager.prototype.getSubscription = async () => {
    const key = localStorage.getItem(name)
    return key === null ? null : made(key)
  }
}`
