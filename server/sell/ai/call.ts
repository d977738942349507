import type { LanguageModel } from 'ai'
import { type Fetch, FetchError } from '../../core/fetch.ts'
import { retryAfterMs } from '../../core/fetch-headers.ts'
import type { Log } from '../../core/log.ts'
import { askedSchema, readAnswer, type StoredAnswer } from './answer-schema.ts'
import type { AiOutcome } from './outcomes.ts'
import { dataText, instructions, type Question, tokensOutMax } from './prompt.ts'
import { type AiSetUp, baseUrlOf } from './set-up.ts'

/** What came of one call. */
export interface Called {
  outcome: AiOutcome
  answer: StoredAnswer | null
  /** As the provider says; null = it does not. */
  tokensIn: number | null
  tokensOut: number | null
  /** It may have been paid for, although it does not say what. */
  mayHaveCost: boolean
  /** The provider asks to wait so long, in milliseconds. */
  waitMs: number | null
}

/** An answer is some kilobytes. */
const answerBytesMax = 512 * 1024
const waitMsMax = 24 * 3_600_000

/** Asks the model once; never throws for what it or the way to it does, but when it is called off. */
export async function callModel(
  deps: { fetch: Fetch; log: Log; now(): Date },
  setUp: AiSetUp,
  question: Question & { jpegs: readonly Uint8Array[] },
  signal: AbortSignal,
): Promise<Called> {
  const nothing = { answer: null, tokensIn: null, tokensOut: null, mayHaveCost: false, waitMs: null }
  // Loaded by whoever asks, and by nobody else.
  const { generateText, Output, APICallError, NoObjectGeneratedError, parsePartialJson } = await import('ai')
  // What the library finds odd it would print.
  Object.assign(globalThis, { AI_SDK_LOG_WARNINGS: false })
  const way = guarded(deps.fetch, setUp)
  const read = async (text: string, usage: Usage): Promise<Called> => {
    const found = await readText(text, async (broken) => (await parsePartialJson(broken)).value)
    const answer =
      found && readAnswer(found.value, { photoIds: question.photos.map(({ id }) => id), read: question.read })
    const spent = { ...tokensOf(usage), mayHaveCost: true, waitMs: null }
    if (answer) return { outcome: found.isRepaired ? 'repaired' : 'answered', answer, ...spent }
    const outcome =
      usage.finishReason === 'content-filter' || isDeclined(text)
        ? 'declined'
        : usage.finishReason === 'length'
          ? 'cut-off'
          : 'unreadable'
    return { outcome, answer: null, ...spent }
  }
  try {
    const result = await generateText({
      model: await modelOf(setUp, way.fetch),
      output: Output.object({ schema: askedSchema, name: 'thing' }),
      instructions: instructions(question.languages),
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: dataText(question) },
            ...question.jpegs.map((jpeg) => ({
              ...{ type: 'file' as const, data: jpeg, mediaType: 'image/jpeg' },
            })),
          ],
        },
      ],
      ...{ maxOutputTokens: tokensOutMax, maxRetries: 0, abortSignal: signal },
    })
    const { text, usage, finishReason } = result
    return await read(text, { ...usage, finishReason })
  } catch (error) {
    signal.throwIfAborted()
    if (NoObjectGeneratedError.isInstance(error))
      return await read(error.text ?? '', { ...error.usage, finishReason: error.finishReason })
    const failed = way.failed ?? causeOf(error)
    deps.log.warn(
      {
        ...{ provider: setUp.provider, model: setUp.model },
        // Never in the provider's words: some repeat the key.
        ...(APICallError.isInstance(error)
          ? { status: error.statusCode }
          : { reason: failed?.message ?? errorName(error) }),
      },
      'a model was asked in vain',
    )
    if (failed !== null)
      return { ...nothing, outcome: outcomeOf[failed.kind] ?? 'away', mayHaveCost: failed.maybeDelivered }
    if (APICallError.isInstance(error)) {
      const status = error.statusCode ?? 0
      if (status === 429 || status === 529 || status === 503)
        return { ...nothing, outcome: 'busy', waitMs: waitOf(error.responseHeaders, deps.now()) }
      if (status === 401 || status === 403) return { ...nothing, outcome: 'key-refused' }
      if (status >= 400 && status < 500) return { ...nothing, outcome: 'refused' }
      // Also an answer of 200 that is none in the provider's form: it was made, and may be billed.
      return { ...nothing, outcome: status >= 500 ? 'away' : 'unreadable', mayHaveCost: true }
    }
    return { ...nothing, outcome: 'unreadable', mayHaveCost: true }
  }
}

const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

const outcomeOf: Readonly<Partial<Record<FetchError['kind'], AiOutcome>>> = {
  timeout: 'timed-out',
  'too-large': 'too-large',
  ...{ 'refused-address': 'not-allowed', 'not-allowed': 'not-allowed', 'bad-url': 'not-allowed' },
}

interface Usage {
  inputTokens?: number | undefined
  outputTokens?: number | undefined
  finishReason: string | undefined
}

/** A provider that says nothing, or 0 in and out, does not tell. */
function tokensOf({ inputTokens, outputTokens }: Usage): Pick<Called, 'tokensIn' | 'tokensOut'> {
  const whole = (count: number | undefined) =>
    count !== undefined && Number.isSafeInteger(count) && count >= 0 && count < 2 ** 31 ? count : null
  const [tokensIn, tokensOut] = [whole(inputTokens), whole(outputTokens)]
  return (tokensIn ?? 0) + (tokensOut ?? 0) === 0
    ? { tokensIn: null, tokensOut: null }
    : { tokensIn, tokensOut }
}

async function modelOf(setUp: AiSetUp, fetch: typeof globalThis.fetch): Promise<LanguageModel> {
  const baseURL = baseUrlOf(setUp)
  const apiKey = setUp.key ?? ''
  switch (setUp.provider) {
    case 'openai': {
      const { createOpenAI } = await import('@ai-sdk/openai')
      // Of these nothing is stored at the provider, as its newer interface does by itself.
      return createOpenAI({ baseURL, apiKey, fetch }).chat(setUp.model)
    }
    case 'anthropic': {
      const { createAnthropic } = await import('@ai-sdk/anthropic')
      return createAnthropic({ baseURL, apiKey, fetch })(setUp.model)
    }
    case 'compatible': {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible')
      const key = setUp.key === null ? {} : { apiKey: setUp.key }
      return createOpenAICompatible({
        ...{ name: 'compatible', baseURL, fetch, supportsStructuredOutputs: true },
        ...key,
      })(setUp.model)
    }
  }
}

/** Our way out in the form that the library asks for: the key goes to the operator's address alone, and no redirect is followed. */
function guarded(fetch: Fetch, setUp: AiSetUp) {
  const way = {
    failed: null as FetchError | null,
    fetch: async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
      const url = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url
      try {
        const answer = await fetch(url, {
          method: init.method === 'POST' ? 'POST' : 'GET',
          headers: Object.fromEntries(new Headers(init.headers)),
          ...(typeof init.body === 'string' ? { body: init.body } : {}),
          ...(init.signal ? { signal: init.signal } : {}),
          ...{ timeoutMs: setUp.timeoutMs, bytesMax: answerBytesMax, redirectsMax: 0 },
          network: setUp.mayBePrivate ? 'any' : 'public',
        })
        const { status, body } = answer
        const headers = Object.entries(answer.headers).filter(([name]) => passedOn.has(name))
        return new Response([204, 304].includes(status) ? null : new Uint8Array(body), {
          ...{ status: status >= 200 ? status : 502, headers },
        })
      } catch (error) {
        if (error instanceof FetchError) way.failed = error
        throw error
      }
    },
  }
  return way
}

/** The body is unpacked by then. */
const passedOn = new Set(['content-type', 'retry-after', 'retry-after-ms', 'request-id', 'x-request-id'])

function causeOf(error: unknown): FetchError | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at instanceof FetchError) return at
  return null
}

function waitOf(headers: Record<string, string> | undefined, now: Date): number | null {
  const ms = retryAfterMs(headers?.['retry-after'], now)
  return ms > 0 ? Math.min(ms, waitMsMax) : null
}

/** Words of a refusal instead of a form. */
const isDeclined = (text: string): boolean =>
  /\b(?:I(?:'|’)?m sorry|I can(?:no|'|’)t|I am unable|I(?:'|’)m unable|unable to (?:help|assist))\b/i.test(
    text.slice(0, 300),
  )

/**
 * The JSON of an answer: as it is; else cut out of the prose around it; else mended once, from its last whole field on. Null
 * where there is none.
 */
export async function readText(
  text: string,
  mend: (broken: string) => Promise<unknown>,
): Promise<{ value: unknown; isRepaired: boolean } | null> {
  const whole = parsed(text)
  if (whole !== undefined) return { value: whole, isRepaired: false }
  const from = text.indexOf('{')
  const to = text.lastIndexOf('}')
  if (from < 0) return null
  const inner = to > from ? text.slice(from, to + 1) : text.slice(from)
  const value = parsed(inner) ?? (await mend(inner))
  return value === undefined ? null : { value, isRepaired: true }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
