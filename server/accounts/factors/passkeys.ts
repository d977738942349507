import ipaddr from 'ipaddr.js'
import type { z } from 'zod'
import { AppError, conflict } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Asker } from '../auth/ask.ts'
import {
  notedSignIn,
  provePassword,
  type SignedIn,
  type SignInAnswer,
  type SigningDeps,
} from '../auth/signing.ts'
import type { Own } from '../auth/who-asks.ts'
import { withoutSession } from './half-session.ts'
import { noteCountedBack, passkeysOf, type StoredPasskey } from './passkey-store.ts'
import {
  type passkeyAnswerSchema,
  passkeyOptionsSchema,
  passkeyQuestionSchema,
  type shownPasskeySchema,
} from './schema.ts'

export interface PasskeyDeps extends SigningDeps {
  log: Log
}

const passkeysMax = 20

/** What a browser is to ask a device for: a new passkey of this person, who gives their password for it. */
export async function beginPasskey(
  deps: PasskeyDeps,
  { asker, userId }: Own,
  password: string,
): Promise<{ options: z.output<typeof passkeyOptionsSchema>; cookies: string[] }> {
  refuseWithoutName(deps.auth.origin())
  await provePassword(deps, asker, userId, password)
  if ((await passkeysOf(deps.db, userId)).length >= passkeysMax)
    throw conflict('too-many-passkeys', `There are ${passkeysMax} passkeys: remove one first.`)
  const { body, cookies } = await deps.auth.ask(asker, '/passkey/generate-register-options', {
    method: 'GET',
  })
  return { options: passkeyOptionsSchema.parse(body), cookies }
}

/** Keeps what the device made. */
export async function addPasskey(
  deps: PasskeyDeps,
  { asker, userId }: Own,
  { name, response }: { name: string; response: z.output<typeof passkeyAnswerSchema> },
): Promise<StoredPasskey> {
  const { body } = await deps.auth.ask<{ id: string }>(asker, '/passkey/verify-registration', {
    body: { name, response },
  })
  const target = ['passkey', body.id] as const
  await deps.audit.note(deps.db, { what: 'passkey-added', person: userId, target })
  return (await passkeysOf(deps.db, userId)).find(({ id }) => id === Number(body.id))!
}

/** What a browser is to ask a device for: any passkey of this place, whoever's it is. */
export async function beginSignIn(
  deps: PasskeyDeps,
  asker: Asker,
): Promise<{ options: z.output<typeof passkeyQuestionSchema>; cookies: string[] }> {
  refuseWithoutName(deps.auth.origin())
  const { body, cookies } = await deps.auth.ask<object>(
    withoutSession(deps.auth, asker),
    '/passkey/generate-authenticate-options',
    { method: 'GET' },
  )
  // The library asks devices for it if they can.
  return { options: passkeyQuestionSchema.parse({ ...body, userVerification: 'required' }), cookies }
}

export async function signInByPasskey(
  deps: PasskeyDeps,
  asker: Asker,
  response: z.output<typeof shownPasskeySchema>,
): Promise<SignedIn> {
  try {
    const asked = withoutSession(deps.auth, asker)
    const path = '/passkey/verify-authentication'
    const answer = await deps.auth.ask<SignInAnswer>(asked, path, { body: { response } })
    return await notedSignIn(deps, answer, 'passkey')
  } catch (error) {
    if (error instanceof AppError && error.code === 'passkey-refused') await noteCopy(deps, response)
    throw error
  }
}

/** Where the count of a refused passkey went back, its person is shown that: of two devices with one key one is a copy. */
async function noteCopy(
  { db, clock, log, audit }: PasskeyDeps,
  { id, response }: z.output<typeof shownPasskeySchema>,
): Promise<void> {
  const data = Buffer.from(response.authenticatorData, 'base64url')
  // https://www.w3.org/TR/webauthn-3/#authenticator-data
  if (data.length < 37) return
  const counter = data.readUInt32BE(33)
  const passkey = await noteCountedBack(db, { credentialId: id, counter }, clock.now())
  if (passkey === null) return
  log.warn({ passkey: passkey.id }, 'the count of a passkey went back: it may have been copied')
  const about = { person: passkey.userId, target: ['passkey', passkey.id] } as const
  await audit.note(db, { ...about, what: 'passkey-counted-back' })
}

/** Why browsers take no passkeys of this address; null where they do: of a name, over TLS or on the very machine. */
export function noPasskeysBecause(origin: string): string | null {
  const { protocol, hostname } = new URL(origin)
  const isHere = hostname === 'localhost' || hostname.endsWith('.localhost')
  if (isHere || (protocol === 'https:' && !ipaddr.isValid(hostname.replace(/^\[|\]$/g, '')))) return null
  return `Browsers take no passkeys of ${origin}: set DEAL_SCOUT_BASE_URL to a name with https://, or to http://localhost with its port.`
}

function refuseWithoutName(origin: string): void {
  const reason = noPasskeysBecause(origin)
  if (reason !== null) throw conflict('no-passkeys-here', reason)
}
