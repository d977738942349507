import type { OptionValues } from '../core/options.ts'
import type { MarketplaceContext } from './context.ts'

/** What a marketplace gave for a person who let the program act for them. */
export interface AccountGrant {
  accessToken: string
  accessExpiresAt: Date
  refreshToken: string
  /** null = it says none. */
  refreshExpiresAt: Date | null
  /** Who they are there; null where the consent does not cover that. */
  remote: { id: string; name: string } | null
}

export interface AccountRenewal {
  accessToken: string
  accessExpiresAt: Date
  /** Where the one that was used is worth nothing any more. */
  refresh?: { token: string; expiresAt: Date | null }
}

/**
 * `refused`: the marketplace does not take this code or this refresh token, and never will. `away`: nothing was learned of
 * them (network, limits, the operator's keys); the same may be asked again.
 */
export interface AccountProblem {
  outcome: 'refused' | 'away'
  /** One sentence for a person. */
  reason: string
  retryAfterMs?: number
}

/** A notice that a person's account at the marketplace is deleted, so that what is held of them goes. */
export interface DeletionNotice {
  about: 'deletion'
  /** The same for every delivery of it. */
  id: string
  /** Of the person there: their id, and the name that they went by. */
  person: { id: string; name: string }
}

/** A hint that somebody bought something. What was bought is read from the orders: it may come late, again, or never. */
export interface OrderNotice {
  about: 'order'
  /** Ids and names of whom the notice names, sellers and buyers alike; empty = nobody. */
  people: readonly string[]
}

export type NoticeCheck =
  /** Theirs; null = about something else, which needs nothing done. */
  | { outcome: 'genuine'; notice: DeletionNotice | OrderNotice | null }
  | { outcome: 'forged' }
  /** It cannot be told now; the marketplace repeats it. */
  | AccountProblem

/** How the marketplace tells of people whose accounts there are deleted, and of sales. */
export interface AccountNotices {
  /** One sentence saying what the operator has to set; null when it is ready. */
  unavailable(options: OptionValues): string | null
  /** What proves that the address is ours, as JSON. Pure. */
  answerChallenge(code: string, options: OptionValues): Readonly<Record<string, string>>
  /** Reads the bytes as they came; `header` gives a header by its lower-case name. */
  check(
    body: Buffer,
    header: (name: string) => string | undefined,
    ctx: MarketplaceContext,
  ): Promise<NoticeCheck>
}

/** The part of a marketplace by which a person lets the program act for them there. Calls have no settings of a source. */
export interface MarketplaceAccounts {
  /** One sentence saying what the operator has to set before anybody can connect; null when it is ready. */
  unavailable(options: OptionValues): string | null
  /** Which of its worlds is meant, such as a sandbox: accounts of one are nothing in another. */
  environment(options: OptionValues): string
  /** What a person is asked to agree to. */
  scopes(options: OptionValues): string[]
  /** Where a person agrees. Pure. */
  consentUrl(state: string, scopes: readonly string[], options: OptionValues): string
  /** `code` is what the browser brought back. */
  exchange(
    code: string,
    scopes: readonly string[],
    ctx: MarketplaceContext,
  ): Promise<AccountGrant | AccountProblem>
  renew(refreshToken: string, ctx: MarketplaceContext): Promise<AccountRenewal | AccountProblem>
  /** One sentence: how a person takes their consent back there, beside what is deleted here. */
  revocation: string
  notices?: AccountNotices
}
