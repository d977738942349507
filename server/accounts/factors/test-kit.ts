import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { vi } from 'vitest'
import { goodPassword, type House, type Visitor } from '../test-kit.ts'

/** The half minute (since 1970) of now, or some before or after. */
export const stepNow = (off = 0) => Math.floor(Date.now() / 30_000) + off

/** Until it is called again it stays the middle of this half minute, or of one so many later: a code ends with its own. */
export function holdHalfMinute(off = 0): void {
  vi.useFakeTimers({ toFake: ['Date'], now: stepNow(off) * 30_000 + 15_000 })
}

/** What an app with this secret shows in that half minute: RFC 6238, with SHA-1 and six digits. */
export function codeOf(secret: string, step = stepNow()): string {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const bytes = bits
    .join('')
    .match(/.{8}/g)!
    .map((byte) => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', Buffer.from(bytes)).update(counter).digest()
  const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

export interface WithCodes {
  secret: string
  recoveryCodes: string[]
}

/** Somebody's app is set up and confirmed; the code of now may be used again, and stays that of now. */
export async function setUpCodes(house: House, person: Visitor): Promise<WithCodes> {
  const made = await person.call('POST', '/api/auth/second-factor', { password: goodPassword })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  const { secret, recoveryCodes } = made.body as WithCodes
  holdHalfMinute()
  const confirmed = await person.call('POST', '/api/auth/second-factor/confirm', { code: codeOf(secret) })
  if (confirmed.status !== 204) throw new Error(JSON.stringify(confirmed.body))
  await forgetSteps(house)
  return { secret, recoveryCodes }
}

/** Codes that were taken may be taken again, and tries that failed are forgotten, as if time had passed. */
export async function forgetSteps(house: House): Promise<void> {
  await house.test.app.db.query('UPDATE second_factors SET last_step = NULL')
  await house.test.app.db.query('DELETE FROM sign_in_failures')
}

/** What a device is told to do otherwise than a good one. */
export interface Misdeed {
  origin?: string
  rpId?: string
  /** False: it did not ask for its PIN, a finger or a face. */
  verified?: boolean
  counter?: number
}

/** A device with one passkey, as https://www.w3.org/TR/webauthn-3/ has it: ES256, no attestation. */
export class Device {
  readonly id = randomBytes(32).toString('base64url')
  readonly #origin: string
  readonly #key: KeyObject
  readonly #x: Buffer
  readonly #y: Buffer
  #counter = 0

  constructor(origin: string) {
    this.#origin = origin
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x, y } = publicKey.export({ format: 'jwk' })
    this.#key = privateKey
    this.#x = Buffer.from(x!, 'base64url')
    this.#y = Buffer.from(y!, 'base64url')
  }

  create(options: { challenge: string; rp: { id: string } }, misdeed: Misdeed = {}) {
    const id = Buffer.from(this.id, 'base64url')
    const hex = (text: string) => Buffer.from(text, 'hex')
    const key = Buffer.concat([hex('a5010203262001215820'), this.#x, hex('225820'), this.#y])
    const attested = Buffer.concat([Buffer.alloc(16), hex('0020'), id, key])
    const data = Buffer.concat([this.#data(options.rp.id, misdeed, 0x40), attested])
    const attestation = Buffer.concat([
      ...[hex('a363'), Buffer.from('fmt'), hex('64'), Buffer.from('none'), hex('67'), Buffer.from('attStmt')],
      ...[hex('a068'), Buffer.from('authData'), hex('58'), Buffer.from([data.length]), data],
    ])
    return this.#answer({
      clientDataJSON: this.#client('webauthn.create', options.challenge, misdeed).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    })
  }

  get(options: { challenge: string; rpId: string }, misdeed: Misdeed = {}) {
    const data = this.#data(options.rpId, misdeed, 0)
    const client = this.#client('webauthn.get', options.challenge, misdeed)
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
    return this.#answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', signed, this.#key).toString('base64url'),
    })
  }

  #answer<Response extends object>(response: Response) {
    return { id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, response }
  }

  #client(type: string, challenge: string, { origin = this.#origin }: Misdeed): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }

  #data(rpId: string, misdeed: Misdeed, flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(misdeed.counter ?? ++this.#counter)
    const present = 0x01 | (misdeed.verified === false ? 0 : 0x04)
    const hash = createHash('sha256')
      .update(misdeed.rpId ?? rpId)
      .digest()
    return Buffer.concat([hash, Buffer.from([flags | present]), counter])
  }
}
