import { load } from 'cheerio'
import { AppError } from '../core/errors.ts'
import type { Fetch } from '../core/fetch.ts'
import type { EuroRate } from '../model/exchange-rates.ts'

/** Where the European Central Bank publishes its euro reference rates, on working days at about 16:00 in Frankfurt. */
export const ecbAddress = 'https://www.ecb.europa.eu'

/** The newest day, the last 90 days, or all since 1999 (8 MB). */
export const ecbSpans = { day: 'daily', quarter: 'hist-90d', all: 'hist' } as const
export type EcbSpan = keyof typeof ecbSpans

const bytesMax = 32_000_000

/** Asks the bank; throws `rates-not-fetched` where it does not answer with its table. */
export async function fetchEcb(
  { fetch, ecbAddress: address = ecbAddress }: { fetch: Fetch; ecbAddress?: string },
  span: EcbSpan,
  signal?: AbortSignal,
): Promise<EuroRate[]> {
  const url = `${address}/stats/eurofxref/eurofxref-${ecbSpans[span]}.xml`
  const network = address === ecbAddress ? 'public' : 'any'
  let status: number
  let text: string
  try {
    const answer = await fetch(url, {
      bytesMax,
      network,
      retries: 2,
      timeoutMs: 60_000,
      ...(signal && { signal }),
    })
    status = answer.status
    text = answer.text()
  } catch (error) {
    throw notFetched(url, error instanceof Error ? error.message : String(error), error)
  }
  if (status !== 200) throw notFetched(url, `it answered with status ${status}`)
  try {
    return readEcb(text)
  } catch (error) {
    throw notFetched(url, (error as Error).message, error)
  }
}

function notFetched(url: string, why: string, cause?: unknown): AppError {
  return new AppError({
    ...{ code: 'rates-not-fetched', status: 502, cause },
    message: `The exchange rates could not be fetched from ${url}: ${why}. Those from before stay; try again later, or type them.`,
  })
}

/**
 * The bank's table as it publishes it: `Cube` by day, in it `Cube` by currency. Throws a sentence where it is none, was cut
 * off, or holds something that is no rate: a wrong one would let the wrong things through.
 */
export function readEcb(xml: string): EuroRate[] {
  if (!/<\/(?:\w+:)?Envelope>\s*$/.test(xml.slice(-200)))
    throw new Error(
      xml.includes('eurofxref')
        ? 'the table was cut off before its end'
        : 'that is no table of euro reference rates',
    )
  const $ = load(xml, { xml: true })
  const rates: EuroRate[] = []
  for (const ofDay of $('Cube[time]')) {
    const day = ofDay.attribs.time!
    if (!isDay(day)) throw new Error(`${JSON.stringify(day.slice(0, 40))} is no day`)
    for (const { attribs } of $(ofDay).children('Cube')) {
      const { currency = '', rate = '' } = attribs
      const perEuro = Number(rate)
      if (!/^[A-Z]{3}$/.test(currency) || !/^\d+(?:\.\d+)?$/.test(rate) || !isRate(perEuro))
        throw new Error(
          `${JSON.stringify(currency.slice(0, 10))} ${JSON.stringify(rate.slice(0, 40))} of ${day} is no rate`,
        )
      rates.push({ currency, day, perEuro, source: 'ecb' })
    }
  }
  if (rates.length === 0) throw new Error('there is no rate in it')
  return rates
}

/** What a euro may be in any currency. */
export function isRate(perEuro: number): boolean {
  return Number.isFinite(perEuro) && perEuro >= 1e-6 && perEuro <= 1e9
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
}
