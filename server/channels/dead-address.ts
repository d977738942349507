/** Statuses of RFC 3463 that say there is no such mailbox, or that it is closed for good. */
const deadStatuses = new Set(['5.1.0', '5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'])

/** Statuses that name no cause: then the words decide. */
const vagueStatus = /^5\.(?:0\.0|1\.9|2\.0|4\.1|5\.0)$/

const deadWords = [
  /\b(?:unknown|no such|invalid|nonexistent|non-existent) (?:local )?(?:user|recipient|mailbox|account|address)\b/i,
  /\b(?:user|recipient|mailbox|account)\b[^.;]{0,60}\b(?:unknown|unavailable|not found|does ?n[o']t exist|does not exist|disabled|inactive|closed)\b/i,
  /\bmailbox unavailable\b/i,
  // Microsoft's words for an address that its directory does not know.
  /\brecipient address rejected: (?:access denied|user unknown|undeliverable)/i,
]

/** Policy and content words: the mailbox may well exist. */
const policyWords =
  /\b(?:spam|blocked|block list|blacklist|policy|relay|quota|full|rate|reputation|spf|dkim|dmarc)/i

/**
 * Whether a permanent refusal says that the address itself is dead, rather than that this message, its sender or this
 * moment was not liked. `status` as of RFC 3463 (`5.1.1`), null when there was none; `text` the server's words.
 */
export function isAddressDead(status: string | null, text: string): boolean {
  if (status !== null && deadStatuses.has(status)) return true
  if (status !== null && !vagueStatus.test(status)) return false
  const words = text.slice(0, 1000)
  return !policyWords.test(words) && deadWords.some((pattern) => pattern.test(words))
}

/** The enhanced status at the beginning of an SMTP reply (`550 5.1.1 …`); null when there is none. */
export function enhancedStatus(reply: string): string | null {
  return /^\s*(?:\d{3}[ -])?([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(reply.slice(0, 100))?.[1] ?? null
}
