import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'

/** What becomes of a request: undefined = it goes on to the store. */
export type Fault =
  | { status: number; code: string; more?: string; headers?: Record<string, string> }
  | 'hang'
  | 'cut'

export interface S3 extends AsyncDisposable {
  endpoint: string
  /** The options by which a program reaches it. */
  env: Record<string, string>
  /** METHOD /path?query, in the order in which they came. */
  requests: string[]
  /** Decides of each request; may be set anew at any time. */
  fault: (line: string) => Fault | undefined
  /** The folder in which the store keeps the objects of the bucket. */
  files: string
}

export const s3Bucket = 'backups'
export const s3Key = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

interface Server3 {
  run(): Promise<AddressInfo>
  close(): Promise<void>
}

/** An S3-compatible store that checks signatures (s3rver), behind a door at which requests can be kept from it. */
export async function startS3(): Promise<S3> {
  const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as new (options: object) => Server3
  const directory = mkdtempSync(join(tmpdir(), 'deal-scout-s3-'))
  const store = new S3rver({
    ...{ address: '127.0.0.1', port: 0, silent: true, vhostBuckets: false, directory },
    configureBuckets: [{ name: s3Bucket }],
  })
  const { port } = await store.run()
  const begun = new Map<string, string>()
  const s3: Omit<S3, 'endpoint' | 'env' | typeof Symbol.asyncDispose> = {
    requests: [],
    fault: () => undefined,
    files: join(directory, s3Bucket),
  }
  const door = createServer(async (asked, answer) => {
    asked.on('error', () => {})
    answer.on('error', () => {})
    const line = `${asked.method} ${asked.url}`
    s3.requests.push(line)
    const fault = s3.fault(line)
    if (fault === 'hang') return
    if (fault === 'cut') return void asked.socket.destroy()
    const body = await buffer(asked)
    if (fault !== undefined) {
      answer.writeHead(fault.status, { 'content-type': 'application/xml', ...fault.headers })
      return void answer.end(`<Error><Code>${fault.code}</Code>${fault.more ?? ''}</Error>`)
    }
    // s3rver neither lists what was begun nor aborts it.
    const [, prefix] = /^GET \/.*[?&]uploads=&prefix=([^&]*)/.exec(line) ?? []
    if (prefix !== undefined) return void answer.end(listOf(begun, decodeURIComponent(prefix)))
    const [, aborted] = /^DELETE .*[?&]uploadId=([^&]+)/.exec(line) ?? []
    if (aborted !== undefined) {
      begun.delete(aborted)
      return void answer.writeHead(204).end()
    }
    const { status, headers, text } = await forward(asked, body, port)
    note(line, text.toString(), begun)
    answer.writeHead(status, headers)
    answer.end(text)
  })
  const doorPort = await listening(door)
  const endpoint = `http://127.0.0.1:${doorPort}`
  return Object.assign(s3, {
    endpoint,
    env: {
      BACKUP_S3_ENDPOINT: endpoint,
      BACKUP_S3_ACCESS_KEY_ID: s3Key.accessKeyId,
      BACKUP_S3_SECRET_ACCESS_KEY: s3Key.secretAccessKey,
      BACKUP_S3_UNENCRYPTED: 'allow',
    },
    async [Symbol.asyncDispose]() {
      door.closeAllConnections()
      await new Promise((resolve) => door.close(resolve))
      await store.close()
      rmSync(directory, { recursive: true, force: true })
    },
  })
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** With the host that was signed. */
async function forward({ method, url, headers }: IncomingMessage, body: Buffer, port: number) {
  const asked = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false })
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return { status: answer.statusCode!, headers: answer.headers, text: await buffer(answer) }
}

function note(line: string, answer: string, begun: Map<string, string>): void {
  const [, key = ''] = /^\w+ \/[^/]+\/([^?]*)/.exec(line) ?? []
  const [, id] = /<UploadId>([^<]+)</.exec(answer) ?? []
  if (line.startsWith('POST') && line.includes('?uploads=') && id !== undefined)
    begun.set(id, decodeURIComponent(key))
  const [, ended] = /^POST .*[?&]uploadId=([^&]+)/.exec(line) ?? []
  if (ended !== undefined) begun.delete(ended)
}

const listOf = (begun: Map<string, string>, prefix: string) =>
  `<ListMultipartUploadsResult><IsTruncated>false</IsTruncated>${[...begun]
    .filter(([, key]) => key.startsWith(prefix))
    .map(([id, key]) => `<Upload><Key>${key}</Key><UploadId>${id}</UploadId></Upload>`)
    .join('')}</ListMultipartUploadsResult>`
