import type {
  getCapturesSites,
  getSellPanel,
  getSellPanelAd,
  postCaptures,
} from '../../clients/typescript/api.ts'
import type { Settings } from './settings.ts'

export type Capture = Awaited<ReturnType<typeof postCaptures>>
export type AdPanel = Awaited<ReturnType<typeof getSellPanel>>
export type Ad = Awaited<ReturnType<typeof getSellPanelAd>>
export type Sites = Awaited<ReturnType<typeof getCapturesSites>>

/** The server gave another answer than the one that was asked for; `sentence` is its own, where it has one. */
export class Refused extends Error {
  readonly status: number
  readonly sentence: string | null
  constructor(status: number, sentence: string | null) {
    super(sentence ?? `answered ${status}`)
    this.name = 'Refused'
    this.status = status
    this.sentence = sentence
  }
}

/** A page is read within seconds; what takes longer will not come. */
const patienceMs = 30_000

/** The only call that this extension makes to anybody: to the person's own server, without cookies. */
async function ask<Answer>({ server, key }: Settings, path: string, body?: object): Promise<Answer> {
  const response = await fetch(`${server}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    signal: AbortSignal.timeout(patienceMs),
    headers: {
      'accept-language': chrome.i18n.getUILanguage(),
      ...(key !== '' && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok && answer !== null) return answer as Answer
  const { detail } = (answer ?? {}) as { detail?: unknown }
  throw new Refused(response.status, typeof detail === 'string' ? detail : null)
}

/** Sites that it can read, and whose the host is. */
export const askSites = (settings: Settings, host?: string): Promise<Sites> =>
  ask(settings, `/api/captures/sites${host === undefined ? '' : `?host=${encodeURIComponent(host)}`}`)

export const handIn = (settings: Settings, page: { url: string; html: string }): Promise<Capture> =>
  ask(settings, '/api/captures', page)

/** What can be posted on a page, by its host and path alone: what follows `?` is nobody's. */
export const askPanel = (settings: Settings, { hostname, pathname }: URL): Promise<AdPanel> =>
  ask(settings, `/api/sell/panel?${new URLSearchParams({ host: hostname, path: pathname.slice(0, 2000) })}`)

export const askAd = (settings: Settings, itemId: number, marketplace: string): Promise<Ad> =>
  ask(settings, `/api/sell/panel/${itemId}/ads/${encodeURIComponent(marketplace)}`)
