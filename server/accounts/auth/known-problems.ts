import { AppError } from '../../core/errors.ts'
import { type ProblemCode, problemCodes } from '../../core/problem-codes.ts'

interface Said {
  code: ProblemCode
  sentence: string
}

const disabled: Said = { code: 'account-disabled', sentence: 'This account is switched off: ask an admin.' }

const passkeyRefused: Said = {
  code: 'passkey-refused',
  sentence: 'This passkey was not taken: try another, or sign in with your password.',
}

const codeWrong: Said = {
  code: 'invalid-code',
  sentence: 'This code is wrong, or was used: wait for the next one.',
}

const notBegun: Said = {
  code: 'sign-in-not-begun',
  sentence: 'Sign in with your password first: that was too long ago, or not in this browser.',
}

const linkNotGood: Said = {
  code: 'link-not-good',
  sentence: 'This link is not good any more: ask for a new one.',
}

/** What the library calls it, and what it is here. */
const known = {
  INVALID_EMAIL_OR_PASSWORD: { code: 'invalid-email-or-password', sentence: 'E-mail or password is wrong.' },
  INVALID_PASSWORD: { code: 'invalid-password', sentence: 'The password is wrong.' },
  INVALID_EMAIL: { code: 'bad-request', sentence: 'This is no e-mail address.' },
  EMAIL_NOT_VERIFIED: {
    code: 'email-not-verified',
    sentence: 'This e-mail is not confirmed yet: open the link that was sent to it.',
  },
  INVALID_TOKEN: linkNotGood,
  TOKEN_EXPIRED: linkNotGood,
  USER_NOT_FOUND: linkNotGood,
  // A session that the library refuses to make is of an account that is switched off.
  FAILED_TO_CREATE_SESSION: disabled,
  UNABLE_TO_CREATE_SESSION: disabled,
  INVALID_CODE: codeWrong,
  INVALID_BACKUP_CODE: codeWrong,
  INVALID_TWO_FACTOR_COOKIE: notBegun,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: notBegun,
  TOTP_NOT_ENABLED: { code: 'second-factor-off', sentence: 'No codes are set up for this account.' },
  TOTP_ALREADY_ENABLED: { code: 'second-factor-on', sentence: 'Codes are asked for already.' },
  PASSKEY_NOT_FOUND: passkeyRefused,
  AUTHENTICATION_FAILED: passkeyRefused,
  FAILED_TO_VERIFY_REGISTRATION: passkeyRefused,
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: passkeyRefused,
  CHALLENGE_NOT_FOUND: {
    code: 'passkey-too-late',
    sentence: 'That took too long, or was answered before: begin again.',
  },
  // factor-plugins.ts says this one.
  USER_NOT_VERIFIED: {
    code: 'passkey-unverified',
    sentence:
      'Your device has to ask for its PIN, your finger or your face: set that up there, or take another.',
  },
  SESSION_NOT_FRESH: {
    code: 'session-not-fresh',
    sentence: 'Sign in again first: this needs a sign-in of today.',
  },
} satisfies Readonly<Record<string, Said>>

/** The problem that the library calls by this name. */
export function knownProblem(name: keyof typeof known): AppError {
  return problemSaid(known[name])
}

/** What the library answered, as a problem of ours; throws what is none of the caller's. */
export function problemOf(status: number, body: unknown): AppError {
  const { code = '', message = '' } = (body ?? {}) as { code?: string; message?: string }
  // Of what is known it takes some for errors of its own.
  if (Object.hasOwn(known, code)) return knownProblem(code as keyof typeof known)
  if (status >= 500) throw new Error(`sign-in answered ${status}: ${code || message}`)
  return problemSaid({
    code: status === 401 ? 'not-signed-in' : 'bad-request',
    sentence: message === '' ? 'This was refused.' : `${message.replace(/\.$/, '')}.`,
  })
}

function problemSaid({ code, sentence }: Said): AppError {
  return new AppError({ code, status: problemCodes[code].status, message: sentence })
}
