import { z } from 'zod'
import { givenPassword } from '../passwords/passwords.ts'

const time = z.iso.datetime()
/** Of an app, six digits; or a recovery code, however it is typed. */
const code = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .transform((text) => (/^[\d\s]+$/.test(text) ? text.replace(/\s/g, '') : text))

export const passwordSchema = z
  .strictObject({ password: givenPassword })
  .meta({ example: { password: 'seven quiet herons' } })
/** Either of what a person can show again that it is them. */
export const proofSchema = z
  .union([passwordSchema, z.strictObject({ code: code.describe('of the app') })])
  .meta({ example: { password: 'seven quiet herons' } })
export const codeSchema = z
  .strictObject({ code: code.describe('of the app, or a recovery code') })
  .meta({ example: { code: '482913' } })
export const confirmFactorSchema = z
  .strictObject({ code: code.describe('of the app') })
  .meta({ example: { code: '482913' } })
export const endFactorSchema = z
  .strictObject({
    password: givenPassword,
    code: code.describe('of the app, or a recovery code'),
  })
  .meta({ example: { password: 'seven quiet herons', code: '482913' } })
export const afterPasskeySchema = z
  .strictObject({
    password: givenPassword,
    afterPasskey: z.boolean().describe('whether a code is asked for after a passkey, too'),
  })
  .meta({ example: { password: 'seven quiet herons', afterPasskey: true } })
/** The same of a form, which has texts. */
export const afterPasskeyFormSchema = afterPasskeySchema.extend({
  afterPasskey: z.enum(['true', 'false']).transform((text) => text === 'true'),
})

export const codeWantedSchema = z.object({
  wanted: z.literal('code').describe('of the app, or a recovery code: POST /api/auth/sign-in/code'),
  sentence: z.string(),
})
export const factorStateSchema = z.object({
  on: z.boolean(),
  recoveryCodesLeft: z.int(),
  afterPasskey: z.boolean(),
})
const recoveryCodes = z.array(z.string()).describe('shown now and never again; each is good once')
export const recoveryCodesSchema = z.object({ recoveryCodes })
export const newFactorSchema = z.object({
  secret: z.string().describe('for the app, to be typed; shown now and never again'),
  uri: z.string().describe('the same, for a program'),
  qr: z.string().describe('the same, as an image (a data: address)'),
  recoveryCodes,
})

export const passkeyName = z.string().trim().min(1).max(60)
export const passkeySchema = z.object({
  id: z.int(),
  name: z.string(),
  synced: z.boolean().describe('whether it is kept by more than one device'),
  createdAt: time,
  lastUsedAt: time.nullable(),
  countedBackAt: time.nullable().describe('when it was refused since its count went back: it may be a copy'),
})
export const passkeyListSchema = z.object({ items: z.array(passkeySchema), next: z.null() })
export const passkeyRenameSchema = z.strictObject({ name: passkeyName }).meta({ example: { name: 'Laptop' } })

// What browsers and servers say to each other of passkeys: https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON
const base64url = z.string().min(1).max(8192)
const key = z.object({
  id: base64url,
  type: z.literal('public-key'),
  transports: z.array(z.string()).optional(),
})

export const passkeyOptionsSchema = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
  timeout: z.int(),
  attestation: z.string(),
  excludeCredentials: z.array(key),
  authenticatorSelection: z.object({
    residentKey: z.string(),
    requireResidentKey: z.boolean(),
    userVerification: z.literal('required'),
  }),
})
export const passkeyQuestionSchema = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
})

const answered = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(50).nullish(),
}
export const passkeyAnswerSchema = z.object({
  ...answered,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(50)).max(10).optional(),
  }),
})
export const shownPasskeySchema = z.object({
  ...answered,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish(),
  }),
})
export const addPasskeySchema = z.strictObject({ name: passkeyName, response: passkeyAnswerSchema }).meta({
  example: {
    name: 'Laptop',
    response: {
      id: 'KEDetxZcUfinhVi6Za5nZQ',
      rawId: 'KEDetxZcUfinhVi6Za5nZQ',
      type: 'public-key',
      response: {
        clientDataJSON: 'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0',
        attestationObject: 'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVg',
      },
    },
  },
})
export const showPasskeySchema = z.strictObject({ response: shownPasskeySchema }).meta({
  example: {
    response: {
      id: 'KEDetxZcUfinhVi6Za5nZQ',
      rawId: 'KEDetxZcUfinhVi6Za5nZQ',
      type: 'public-key',
      response: {
        clientDataJSON: 'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0',
        authenticatorData: 'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVg',
        signature: 'MEUCIQDc',
      },
    },
  },
})
