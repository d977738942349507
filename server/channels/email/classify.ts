import type { DeliveryResult } from '../contract.ts'
import { enhancedStatus, isAddressDead } from '../dead-address.ts'
import { oneLine } from '../safe-text.ts'
import type { SmtpFailure } from './smtp.ts'

/**
 * What a failed hand-over means. A 5xx is for good only where it is about the receiver or the message itself; what the
 * operator has to mend (login, sender, TLS, relaying) is tried again, so that no message is lost meanwhile, and keeps
 * everything else back.
 */
export function classifySmtp(failure: SmtpFailure, handedOver: boolean): DeliveryResult {
  const { code, command, replyCode } = failure
  if (replyCode === null) return connectionLost(failure, handedOver)
  const said = `(${oneLine(failure.reply, 200) || replyCode})`
  if (isLogin(failure)) {
    // Without the reply: some servers repeat what was sent.
    return operators(
      `The mail server refused the login (${replyCode}); the operator should check user and password in SMTP_URL.`,
    )
  }
  if (replyCode < 500) {
    const reason = `The mail server asks to come later ${said}; Deal Scout tries again by itself.`
    return { outcome: 'retry', reason, ...(!isAboutMessage(failure) && { blocked: true }) }
  }
  if (code === 'ETLS' || command === 'STARTTLS') return tlsProblem()
  if (command === 'MAIL FROM') {
    return operators(`The mail server refused the sender ${said}; the operator should check MAIL_FROM.`)
  }
  if (command === 'RCPT TO') return receiverRefused(failure, said)
  if (code === 'EMESSAGE') {
    return {
      outcome: 'failed',
      reason: `The mail server refused the message ${said}; the operator should look at its content rules.`,
    }
  }
  return operators(`The mail server refuses to serve us ${said}; the operator should check SMTP_URL.`)
}

/** Nothing else gets through either until somebody has mended it. */
function operators(reason: string): DeliveryResult {
  return { outcome: 'retry', reason, blocked: true }
}

/** A greylisted or busy mailbox says nothing about the next message; 421 closes the connection for all of them. */
function isAboutMessage({ code, command, replyCode }: SmtpFailure): boolean {
  return replyCode !== 421 && (['MAIL FROM', 'RCPT TO', 'DATA'].includes(command) || code === 'EMESSAGE')
}

function receiverRefused({ reply, replyCode }: SmtpFailure, said: string): DeliveryResult {
  const status = enhancedStatus(reply)
  if (isAddressDead(status, reply)) {
    return {
      outcome: 'failed',
      reason: `The mail server says that this address does not exist ${said}; check the e-mail address.`,
      targetGone: true,
    }
  }
  if (status === '5.2.2' || replyCode === 552) {
    return {
      outcome: 'retry',
      reason: `The mailbox is full ${said}; make room in it, Deal Scout tries again by itself.`,
      blocked: true,
    }
  }
  if (/relay/i.test(reply)) {
    return operators(`The mail server refuses to serve us ${said}; the operator should check SMTP_URL.`)
  }
  if (status?.startsWith('5.7.')) {
    return operators(
      `The mail server may not send to this address ${said}; the operator should look at the reputation and DNS records of the sender.`,
    )
  }
  return {
    outcome: 'failed',
    reason: `The mail server refused the address ${said}; check the e-mail address.`,
  }
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
  // An untrusted certificate or a wrong port comes as a socket error that names it.
  if (/CERT|SSL|TLS/.test(systemCode)) return tlsProblem()
  if (aborted) return tooSlow()
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return operators(
        'The mail server could not log us in; the operator should check user and password in SMTP_URL.',
      )
    case 'ETLS':
      return tlsProblem()
    case 'EDNS':
      return operators(
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
      return tooSlow()
    default:
      return operators(
        'The mail server could not be reached; the operator should check SMTP_URL and the network.',
      )
  }
}

function tooSlow(): DeliveryResult {
  return operators(
    'The mail server did not answer in time; the operator should check SMTP_URL and the network.',
  )
}

function tlsProblem(): DeliveryResult {
  return operators(
    'No secure connection to the mail server could be made; the operator should check SMTP_URL (its port, smtps:// or smtp://, ?ignoreTLS=true for a server without TLS, ?tls.rejectUnauthorized=false for a certificate of your own).',
  )
}
