import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { maintenanceFile, type ProxyPlace, writeNginxFiles } from '../../deploy/try-cluster/nginx-files.ts'
import type { Certificate } from './certificates.ts'
import { freePort } from './port.ts'
import { until } from './until.ts'

/** The nginx of this machine; null where there is none, and a test that needs one is skipped. */
export const nginxPath: string | null =
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin']
    .map((folder) => join(folder, 'nginx'))
    .find((path) => existsSync(path)) ?? null

export const noNginx = 'there is no nginx on this machine: apt-get install nginx'

export interface Nginx extends AsyncDisposable {
  httpPort: number
  tlsPort: number
  /** Is maintenance while it is there. */
  maintenance: string
  /** What stands in its two logs so far. */
  logs(): { access: string; error: string }
}

export const nginxConfiguration = fileURLToPath(
  new URL('../../deploy/nginx/deal-scout.conf', import.meta.url),
)

/** deploy/nginx as it stands, but for its ports and files, before the servers of these addresses. */
export async function startNginx(
  upstream: string | readonly string[],
  certificate: Certificate,
  options: Pick<ProxyPlace, 'more' | 'readTimeout'> = {},
): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-nginx-'))
  const [httpPort, tlsPort] = [await freePort(), await freePort()]
  const args = writeNginxFiles({
    ...{ folder, httpPort, tlsPort, certificate, upstreams: [upstream].flat() },
    ...options,
  })
  const child = spawn(nginxPath!, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said += part
  })
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${said}`)
    const socket = connect(tlsPort, '127.0.0.1')
    return once(socket, 'connect').then(
      () => {
        socket.destroy()
        return true
      },
      () => false,
    )
  })
  const read = (name: string) => {
    const path = join(folder, name)
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  }
  return {
    ...{ httpPort, tlsPort, maintenance: maintenanceFile(folder) },
    logs: () => ({ access: read('deal-scout.log'), error: read('deal-scout-error.log') }),
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export interface AskedThroughNginx {
  method?: string
  headers?: Record<string, string>
  body?: string
  /** The client's own address. */
  from?: string
}

/** Asks as a browser does that knows the authority and the name, and nothing of a proxy. */
export async function askThroughNginx(
  { tlsPort }: Nginx,
  { name, ca }: { name: string; ca: string },
  path: string,
  { method = 'GET', headers = {}, body, from = '127.0.0.2' }: AskedThroughNginx = {},
): Promise<IncomingMessage> {
  const sent = request({
    ...{ host: '127.0.0.1', port: tlsPort, servername: name, ca, path, method },
    ...{ localAddress: from, agent: false, headers: { host: name, ...headers } },
  })
  sent.end(body)
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  return answer
}
