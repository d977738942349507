import type { DeliveryResult } from '../contract.ts'
import { oneLine } from '../safe-text.ts'
import type { SmtpFailure } from './smtp.ts'

/**
 * What a failed hand-over means. A 5xx is for good only where it is about the receiver or the message itself; what the
 * operator has to mend (login, sender, TLS, relaying) is tried again, so that no message is lost meanwhile.
 */
export function classifySmtp(failure: SmtpFailure, handedOver: boolean): DeliveryResult {
  const { code, command, replyCode } = failure
  const operator = (what: string): DeliveryResult => ({ outcome: 'retry', reason: what })
  if (replyCode === null) return connectionLost(failure, handedOver)
  const said = `(${oneLine(failure.reply, 200) || replyCode})`
  if (isLogin(failure)) {
    // Without the reply: some servers repeat what was sent.
    return operator(
      `The mail server refused the login (${replyCode}); the operator should check user and password in SMTP_URL.`,
    )
  }
  if (replyCode < 500) {
    return operator(`The mail server asks to come later ${said}; Deal Scout tries again by itself.`)
  }
  if (code === 'ETLS' || command === 'STARTTLS') return tlsProblem()
  if (command === 'MAIL FROM') {
    return operator(`The mail server refused the sender ${said}; the operator should check MAIL_FROM.`)
  }
  if (command === 'RCPT TO' && !/relay/i.test(failure.reply)) {
    return {
      outcome: 'failed',
      reason: `The mail server refused the address ${said}; check the e-mail address.`,
    }
  }
  if (code === 'EMESSAGE') {
    return {
      outcome: 'failed',
      reason: `The mail server refused the message ${said}; the operator should look at its content rules.`,
    }
  }
  return operator(`The mail server refuses to serve us ${said}; the operator should check SMTP_URL.`)
}

function isLogin({ code, command, replyCode }: SmtpFailure): boolean {
  const loginCodes = [530, 534, 535, 538]
  return (
    code === 'EAUTH' ||
    code === 'ENOAUTH' ||
    command.startsWith('AUTH') ||
    loginCodes.includes(replyCode ?? 0)
  )
}

function connectionLost({ code, systemCode, aborted }: SmtpFailure, handedOver: boolean): DeliveryResult {
  if (handedOver) {
    return {
      outcome: 'retry',
      undecided: true,
      reason:
        'The connection to the mail server broke before it confirmed the message, which may have arrived; Deal Scout tries again by itself.',
    }
  }
  const retry = (reason: string): DeliveryResult => ({ outcome: 'retry', reason })
  if (aborted) return retry('Sending the e-mail was interrupted; Deal Scout tries again by itself.')
  // An untrusted certificate or a wrong port comes as a socket error that names it.
  if (/CERT|SSL|TLS/.test(systemCode)) return tlsProblem()
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return retry(
        'The mail server could not log us in; the operator should check user and password in SMTP_URL.',
      )
    case 'ETLS':
      return tlsProblem()
    case 'EDNS':
      return retry(
        'The name of the mail server is not known; the operator should check the host in SMTP_URL.',
      )
    case 'EENVELOPE':
      return {
        outcome: 'failed',
        reason: 'This is not an address that mail can be sent to; check the e-mail address.',
      }
    case 'EMESSAGE':
      return { outcome: 'failed', reason: 'The message is larger than the mail server accepts.' }
    case 'ETIMEDOUT':
      return retry(
        'The mail server did not answer in time; the operator should check SMTP_URL and the network.',
      )
    default:
      return retry(
        'The mail server could not be reached; the operator should check SMTP_URL and the network.',
      )
  }
}

function tlsProblem(): DeliveryResult {
  return {
    outcome: 'retry',
    reason:
      'No secure connection to the mail server could be made; the operator should check SMTP_URL (its port, smtps:// or smtp://, ?ignoreTLS=true for a server without TLS, ?tls.rejectUnauthorized=false for a certificate of your own).',
  }
}
