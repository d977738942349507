import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const here = join(import.meta.dirname, '../nginx')

export interface ProxyPlace {
  /** Where everything is that this nginx reads and writes. */
  folder: string
  /** Of each process that answers, as `http://127.0.0.1:3000`. */
  upstreams: readonly string[]
  httpPort: number
  tlsPort: number
  certificate: { certPath: string; keyPath: string }
  /** What people call it; default: the name that stands in the file. */
  name?: string
  /** How long it waits for an answer; default: as long as stands in the file. */
  readTimeout?: string
  /** Lines for its `http` block besides, as another file in conf.d would be. */
  more?: string
}

/** While this file is there, everybody is told of maintenance. */
export const maintenanceFile = (folder: string) => join(folder, 'maintenance')

/**
 * Writes the files of deploy/nginx as they stand, but for their ports, paths and upstreams, for an nginx that runs in a
 * folder of its own. Returns the arguments that it is started with; it stays in the foreground.
 */
export function writeNginxFiles({ folder, upstreams, certificate, ...proxy }: ProxyPlace): string[] {
  const { httpPort, tlsPort, name, readTimeout, more = '' } = proxy
  write(folder, 'deal-scout.conf', [
    ['    listen [::]:80;\n', ''],
    ['    listen [::]:443 ssl http2;\n', ''],
    ['listen 80;', `listen 127.0.0.1:${httpPort};`],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${tlsPort} ssl http2;`],
    ['/var/log/nginx/', `${folder}/`],
    ['/var/cache/deal-scout-assets', `${folder}/assets`],
    ['/etc/nginx/deal-scout-maintenance', maintenanceFile(folder)],
    ['/etc/letsencrypt/live/deals.example/fullchain.pem', certificate.certPath],
    ['/etc/letsencrypt/live/deals.example/privkey.pem', certificate.keyPath],
    ...(readTimeout === undefined
      ? []
      : [['proxy_read_timeout 10m;', `proxy_read_timeout ${readTimeout};`] as const]),
    ...(name === undefined ? [] : [['https://deals.example', `https://${name}:${tlsPort}`] as const]),
  ])
  const line = '    server 127.0.0.1:3000 '
  write(folder, 'deal-scout-upstream.conf', [
    [
      /^.*\bserver 127\.0\.0\.1:3000 .*\n/m,
      (found) => upstreams.map((one) => found.replace(line, `    server ${new URL(one).host} `)).join(''),
    ],
  ])
  write(folder, 'deal-scout-pages.conf', [])
  const isRoot = process.getuid?.() === 0
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  write(folder, 'nginx.conf', [
    // Of a user of its own nginx could not read a folder that is this user's alone.
    ['user nginx;\n', isRoot ? 'user root root;\n' : ''],
    ['worker_processes auto;', 'worker_processes 1;'],
    ['/run/nginx.pid', `${folder}/pid`],
    [
      '    include /etc/nginx/conf.d/*.conf;',
      [
        ...temporary.map((kind) => `${kind}_temp_path ${folder}/${kind};`),
        ...['deal-scout', 'deal-scout-upstream', 'deal-scout-pages'].map(
          (file) => `include ${folder}/${file}.conf;`,
        ),
        more,
      ].join('\n'),
    ],
  ])
  return [
    '-p',
    folder,
    '-c',
    join(folder, 'nginx.conf'),
    '-e',
    join(folder, 'start.log'),
    '-g',
    'daemon off;',
  ]
}

type Change = readonly [string, string] | readonly [RegExp, (found: string) => string]

function write(folder: string, file: string, changes: readonly Change[]): void {
  let text = readFileSync(join(here, file), 'utf8')
  for (const [from, to] of changes) {
    const isThere = typeof from === 'string' ? text.includes(from) : from.test(text)
    if (!isThere) throw new Error(`${file} has no ${from}`)
    text =
      typeof from === 'string'
        ? text.replaceAll(from, to as string)
        : text.replace(from, to as (found: string) => string)
  }
  writeFileSync(join(folder, file), text)
}
