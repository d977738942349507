import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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
  /** What stands in its two logs so far. */
  logs(): { access: string; error: string }
}

export const nginxConfiguration = fileURLToPath(
  new URL('../../deploy/nginx/deal-scout.conf', import.meta.url),
)

/** deploy/nginx/deal-scout.conf as it stands, but for its ports and files, before the server of this address. */
export async function startNginx(upstream: string, certificate: Certificate): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-nginx-'))
  const [httpPort, tlsPort] = [await freePort(), await freePort()]
  const replaced: [string, string][] = [
    ['    listen [::]:80;\n', ''],
    ['    listen [::]:443 ssl http2;\n', ''],
    ['listen 80;', `listen 127.0.0.1:${httpPort};`],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${tlsPort} ssl http2;`],
    ['/var/log/nginx/', `${folder}/`],
    ['/etc/letsencrypt/live/deals.example/fullchain.pem', certificate.certPath],
    ['/etc/letsencrypt/live/deals.example/privkey.pem', certificate.keyPath],
    ['http://127.0.0.1:3000', upstream],
  ]
  const text = replaced.reduce(
    (all, [from, to]) => {
      if (!all.includes(from)) throw new Error(`deal-scout.conf has no ${from}`)
      return all.replaceAll(from, to)
    },
    readFileSync(nginxConfiguration, 'utf8'),
  )
  writeFileSync(join(folder, 'deal-scout.conf'), text)
  const isRoot = process.getuid?.() === 0
  writeFileSync(
    join(folder, 'nginx.conf'),
    [
      ...(isRoot ? ['user root root;'] : []),
      'worker_processes 1;',
      `pid ${folder}/pid;`,
      'events {}',
      'http {',
      ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `${name}_temp_path ${folder}/${name};`,
      ),
      `include ${folder}/deal-scout.conf;`,
      '}',
    ].join('\n'),
  )
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'start.log')]
  const child = spawn(nginxPath!, [...args, '-g', 'daemon off;'], { stdio: ['ignore', 'ignore', 'pipe'] })
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
    ...{ httpPort, tlsPort },
    logs: () => ({ access: read('deal-scout.log'), error: read('deal-scout-error.log') }),
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
