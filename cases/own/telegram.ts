import { startChannelFakeServer } from '../../server/channels/telegram/contract-fake-server.ts'
import { type FakeServerRequest, sendJson, startFakeServer } from '../../test/harness/fake-server.ts'
import { ownChecker } from '../checker.ts'
import { inputOf, readRecords } from '../folder.ts'
import type { Program, World } from '../world.ts'
import { addRule, delivered, importOne, ledgerOf, setChannel } from './notifying.ts'

interface Sent {
  /** HTML of each message that was taken. */
  taken: string[]
  /** Where none was: what became of the deliveries. */
  ledger: string[]
}

/** All links of a message together may have about so many bytes. */
const hrefBytesMax = 9_500

async function withTelegram(world: World): Promise<{ program: Program; sent(): Promise<Sent> }> {
  const { settings, ...other } = await startChannelFakeServer()
  await other[Symbol.asyncDispose]()
  const taken: string[] = []
  const server = await world.use(
    startFakeServer((request, response) => {
      const html = htmlOf(request)
      if (hrefBytes(html) >= hrefBytesMax)
        return sendJson(response, 400, {
          ok: false,
          error_code: 400,
          description: 'Bad Request: ENTITIES_TOO_LONG',
        })
      taken.push(html)
      sendJson(response, 200, { ok: true, result: { message_id: 77, chat: { id: 4711 } } })
    }),
  )
  const program = await world.program({
    roles: ['api', 'worker'],
    env: { TELEGRAM_BASE_URL: server.baseUrl },
  })
  await setChannel(program, 'telegram', settings)
  await addRule(program, 'telegram')
  return {
    program,
    async sent() {
      await delivered(program)
      return { taken, ledger: await ledgerOf(program, 'telegram') }
    },
  }
}

function htmlOf({ body }: FakeServerRequest): string {
  const { text, caption } = JSON.parse(body) as { text?: string; caption?: string }
  return text ?? caption ?? ''
}

function hrefBytes(html: string): number {
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => unescapeHtml(url!))
  return links.reduce((sum, url) => sum + Buffer.byteLength(url), 0)
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

/** What Telegram makes a link of where it stands bare. */
const linked = [
  // Addresses: endings of countries, and those of others that people know.
  /(?<![\p{L}\p{N}@.-])(?:www\.|(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+)(?:[a-z]{2}|com|net|org|info|biz|app|dev|shop|store|online|site|xyz|club|top|pro|news|live|link|page|tech|cloud|deals|market)(?![\p{L}\p{N}-])/giu,
  /[\w.+-]+@[\w-]+\.[\w.-]+/gu,
  /(?<![\w@])@[a-z]\w{4,}/giu,
  /(?<![\p{L}\p{N}_#])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]+/gu,
  /(?<![\w/<>])\/[a-z]\w*/giu,
  /\+\d[\d ().-]{6,}\d/gu,
]

export function linkedWords(text: string): string[] {
  return linked.flatMap((pattern) => text.match(pattern) ?? [])
}

/** What is read of a message, without what is a link or code already. */
export function bareText(html: string): string {
  const bare = html.replace(/<(a|code|pre)\b[^>]*>.*?<\/\1>/gs, ' ')
  return unescapeHtml(bare.replace(/<[^>]*>/g, ''))
}

const invisible = /\p{Cf}/gu

export const telegramBareLinks = ownChecker<Sent & { title: string }>('alerts-telegram-bare-links', {
  async ask(folder, world) {
    const { program, sent } = await withTelegram(world)
    const [record] = readRecords(inputOf(folder))
    const title = String(record!.line ?? record!.title)
    await importOne(program, { id: 't1', title })
    const answer = await sent()
    return folder.rows.map(() => ({ title, ...answer }))
  },
  evaluate(_, { taken, ledger, title }) {
    const stillLinked = taken.flatMap((html) => {
      const found = linkedWords(bareText(html))
      return linkedWords(title).filter((word) => found.includes(word))
    })
    const readable = taken.some((html) =>
      unescapeHtml(html.replace(/<[^>]*>/g, ''))
        .replace(invisible, '')
        .includes(title.replace(invisible, '')),
    )
    return {
      right: taken.length > 0 && readable && stillLinked.length === 0,
      got: taken.length === 0 ? ledger : { links: [...new Set(stillLinked)], readable },
    }
  },
  mistakes: () => [
    { title: 'See a-shop.com', taken: [], ledger: ['failed'] },
    { title: 'See a-shop.com', taken: ['<b>See a-shop.com</b>'], ledger: [] },
    { title: 'See a-shop.com', taken: ['<b>See</b>'], ledger: [] },
  ],
})

export const telegramLongLinks = ownChecker<Sent>('alerts-telegram-long-links', {
  async ask(folder, world) {
    const { program, sent } = await withTelegram(world)
    const [input] = readRecords(inputOf(folder)) as { listings: number; addressLength: number }[]
    const { listings, addressLength } = input!
    const rows = Array.from({ length: listings }, (_, at) => {
      const start = `https://shop.example/${at}/`
      return {
        id: `l${at}`,
        title: `Lamp number ${at}`,
        price: 10 + at,
        currency: 'USD',
        url: start.padEnd(addressLength, 'x'),
      }
    })
    await program.import({ name: 'listings.json', text: JSON.stringify(rows) })
    const answer = await sent()
    return folder.rows.map(() => answer)
  },
  evaluate({ expected }, { taken, ledger }) {
    const limit = Number(/below ([\d,]+)/.exec(String(expected))?.[1]?.replaceAll(',', '') ?? hrefBytesMax)
    const bytes = taken.map(hrefBytes)
    return {
      right: taken.some((html) => html.includes('Lamp number')) && bytes.every((sum) => sum < limit),
      got: taken.length === 0 ? ledger : bytes,
    }
  },
  mistakes: () => [
    { taken: [], ledger: ['failed: Bad Request: ENTITIES_TOO_LONG'] },
    { taken: [`Lamp number 1 <a href="https://shop.example/${'x'.repeat(20_000)}">x</a>`], ledger: [] },
  ],
})
