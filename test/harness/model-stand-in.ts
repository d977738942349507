import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Authorized, Right } from '../../server/core/actor.ts'
import type { Db } from '../../server/core/db.ts'
import { samplePhoto } from '../../server/photos/hash/samples.ts'
import type { Candidate } from '../../server/sell/photos/photo.ts'
import { type FakeServer, sendJson, startFakeServer } from './fake-server.ts'

/** How the stand-in behaves, beside answering. */
export type Mood =
  | 'ok'
  | 'cut'
  | 'declines'
  | 'prose'
  | 'extra-keys'
  | 'nonsense'
  | 'huge'
  | 'throttled'
  | 'broken'
  | 'hangs'
  | 'no-usage'
  | 'redirects'
  | 'not-its-form'

export interface StandIn extends AsyncDisposable {
  server: FakeServer
  mood: Mood
  /** The text of its answers. */
  answer: (asked: Asked) => unknown
  tokens: { in: number; out: number }
  delayMs: number
}

/** What came in, of either form. */
export interface Asked {
  instructions: string
  text: string
  /** JPEGs. */
  photos: Buffer[]
  body: Record<string, unknown>
}

export const goodKey = 'sk-stand-in-key'

/** Speaks OpenAI's chat completions and Anthropic's messages, as their references document them. */
export async function startStandIn(): Promise<StandIn> {
  const server = await startFakeServer(async ({ url, headers, body }, response) => {
    const given = JSON.parse(body) as Record<string, unknown>
    const isAnthropic = url.pathname.endsWith('/messages')
    const key = isAnthropic ? headers['x-api-key'] : headers.authorization?.replace('Bearer ', '')
    const said = (type: string, message: string) => ({
      ...(isAnthropic ? { type: 'error' } : {}),
      error: { type, message, ...(isAnthropic ? {} : { param: null, code: type }) },
    })
    if (key !== goodKey)
      return sendJson(response, 401, said('authentication_error', `Incorrect API key provided: ${key}`))
    if (standIn.delayMs > 0) await sleep(standIn.delayMs)
    switch (standIn.mood) {
      case 'throttled':
        response.setHeader('retry-after', '90')
        return sendJson(response, 429, said('rate_limit_error', 'Slow down.'))
      case 'broken':
        return sendJson(response, 500, said('api_error', 'Internal server error'))
      case 'hangs':
        return
      case 'redirects':
        response.statusCode = 307
        response.setHeader('location', `${standIn.server.baseUrl}/elsewhere/chat/completions`)
        return void response.end()
      case 'huge':
        response.setHeader('content-type', 'application/json')
        return void response.end(`{"id":"${'x'.repeat(10 * 1024 * 1024)}"}`)
      case 'not-its-form':
        return sendJson(response, 200, { hello: 'world' })
    }
    const asked = isAnthropic ? askedAnthropic(given) : askedOpenAi(given)
    const text = spoken(standIn, JSON.stringify(standIn.answer(asked)))
    return isAnthropic ? sendMessage(response, given, text) : sendCompletion(response, given, text)
  })
  const sendCompletion = (response: ServerResponse, given: Record<string, unknown>, text: string) =>
    sendJson(response, 200, {
      ...{ id: 'chatcmpl-1', object: 'chat.completion', created: 1_790_000_000, model: given.model },
      choices: [
        {
          index: 0,
          message:
            standIn.mood === 'declines'
              ? { role: 'assistant', content: text, refusal: text }
              : { role: 'assistant', content: text },
          finish_reason: standIn.mood === 'cut' ? 'length' : 'stop',
        },
      ],
      ...(standIn.mood === 'no-usage'
        ? {}
        : {
            usage: {
              prompt_tokens: standIn.tokens.in,
              completion_tokens: standIn.tokens.out,
              total_tokens: standIn.tokens.in + standIn.tokens.out,
            },
          }),
    })
  const sendMessage = (response: ServerResponse, given: Record<string, unknown>, text: string) => {
    const [tool] = (given.tools ?? []) as { name: string }[]
    sendJson(response, 200, {
      ...{ id: 'msg_1', type: 'message', role: 'assistant', model: given.model },
      content: tool
        ? [{ type: 'tool_use', id: 'toolu_1', name: tool.name, input: JSON.parse(text) }]
        : [{ type: 'text', text }],
      stop_reason: standIn.mood === 'cut' ? 'max_tokens' : tool ? 'tool_use' : 'end_turn',
      stop_sequence: null,
      usage: { input_tokens: standIn.tokens.in, output_tokens: standIn.tokens.out },
    })
  }
  const standIn: StandIn = {
    ...{ server, mood: 'ok', answer: () => deskAnswer, tokens: { in: 1_000, out: 200 }, delayMs: 0 },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
  return standIn
}

function spoken({ mood }: Pick<StandIn, 'mood'>, json: string): string {
  switch (mood) {
    case 'cut':
      return json.slice(0, Math.floor(json.length * 0.6))
    case 'declines':
      return "I'm sorry, but I can't help with describing this image."
    case 'prose':
      return `Sure! Here is what I see:\n\`\`\`json\n${json}\n\`\`\`\nLet me know if you need more.`
    case 'nonsense':
      return 'It is a lovely desk, really.'
    case 'extra-keys':
      return JSON.stringify({ ...(JSON.parse(json) as object), price: 1, url: 'https://evil.example' })
    default:
      return json
  }
}

type Content = { type: string; text?: string; image_url?: { url: string }; source?: { data: string } }[]
interface Message {
  role: string
  content: string | Content
}

function askedOpenAi(body: Record<string, unknown>): Asked {
  const messages = body.messages as Message[]
  const content = messages.find(({ role }) => role === 'user')!.content as Content
  return {
    ...{ body, instructions: messages.find(({ role }) => role === 'system')!.content as string },
    text: content.find(({ type }) => type === 'text')!.text!,
    photos: content
      .filter(({ type }) => type === 'image_url')
      .map(({ image_url }) => Buffer.from(image_url!.url.replace('data:image/jpeg;base64,', ''), 'base64')),
  }
}

function askedAnthropic(body: Record<string, unknown>): Asked {
  const content = (body.messages as Message[])[0]!.content as Content
  return {
    ...{ body, instructions: (body.system as { text: string }[]).map(({ text }) => text).join('\n') },
    text: content.find(({ type }) => type === 'text')!.text!,
    photos: content
      .filter(({ type }) => type === 'image')
      .map(({ source }) => Buffer.from(source!.data, 'base64')),
  }
}

const by = (value: string | null, words: string | null = null) => ({
  ...{ value, confidence: 0.9, photo: 1, words },
})

/** What a good model says of a desk. */
export const deskAnswer = {
  ...{ category: by('furniture'), condition: by('good'), maker: by('Herman Miller', 'HERMAN MILLER') },
  ...{ model: by(null), title: by('Herman Miller oak desk with two drawers') },
  details: [by('Oak veneer, steel legs'), by('Two drawers on the left')],
  defects: [by('Scratch on the front edge')],
  included: [by('Key for the drawers')],
  descriptions: [{ ...by('Oak desk with two drawers and steel legs.'), language: 'en' }],
}

/** A thing with photos that are ready, as if they had been uploaded and read. */
export async function addThing(
  db: Db,
  userId: Authorized<Right>,
  { photos = 2, words = 'HERMAN MILLER', jpegs }: { photos?: number; words?: string; jpegs?: Buffer[] } = {},
): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `INSERT INTO items (user_id, sku, title, category, quantity, created_at, updated_at)
     VALUES ($1, 'DS' || nextval('items_id_seq'), 'Untitled thing', 'furniture', 1, now(), now()) RETURNING id`,
    [userId],
  )
  const itemId = rows[0]!.id
  const bytes =
    jpegs ?? (await Promise.all(Array.from({ length: photos }, (_, at) => samplePhoto(itemId * 10 + at))))
  for (const [at, jpeg] of bytes.entries()) {
    const read: Candidate[] =
      at === 0 && words !== ''
        ? [{ field: 'words', value: words, confidence: 0.9, origin: 'words', evidence: words }]
        : []
    const sha256 = createHash('sha256').update(`${itemId} ${at}`).update(jpeg).digest('hex')
    await db.query(
      `WITH photo AS (
         INSERT INTO item_photos (user_id, sha256, name, bytes, state, width, height, used, versions, candidates, item_id, position, created_at)
         VALUES ($1, $2, 'photo.jpg', $3, 'ready', 800, 600, 'plain', '["plain"]', $4, $5, $6, now()) RETURNING id)
       INSERT INTO item_photo_parts (photo_id, file, part, bytes) SELECT id, 'plain-large', 0, $7 FROM photo`,
      [userId, sha256, jpeg.length, JSON.stringify(read), itemId, at + 1, jpeg],
    )
  }
  return itemId
}
