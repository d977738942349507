import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The openssl of this machine; null where there is none, and a test that needs certificates is skipped. */
export const opensslPath: string | null =
  (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, 'openssl'))
    .find((path) => existsSync(path)) ?? null

export const noOpenssl = 'there is no openssl on this machine: apt-get install openssl'

/** Files of a certificate and its key, and what is in them. */
export interface Certificate {
  certPath: string
  keyPath: string
  cert: string
  key: string
}

/** An authority that nobody knows but whom is told of it. */
export interface Authority extends Certificate, Disposable {
  folder: string
  /** Of a server under these names (`DNS:deals.example,IP:127.0.0.1`), or of a client of this name. */
  issue(of: { serverNames: string } | { clientName: string }): Certificate
}

export function makeAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-authority-'))
  let count = 0
  const openssl = (...args: string[]) => void execFileSync(opensslPath!, args, { cwd: folder, stdio: 'pipe' })
  const read = (name: string): Certificate => {
    const [certPath, keyPath] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)]
    return { certPath, keyPath, cert: readFileSync(certPath, 'utf8'), key: readFileSync(keyPath, 'utf8') }
  }
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl(
    ...['req', '-x509', ...newKey, '-days', '2', '-subj', '/CN=Test Authority', '-keyout', 'ca.key'],
    ...['-out', 'ca.crt', '-addext', 'keyUsage=critical,keyCertSign'],
  )
  return {
    ...{ folder, ...read('ca') },
    issue(of) {
      const name = `issued-${++count}`
      const isServer = 'serverNames' in of
      const subject = isServer ? 'server' : of.clientName
      openssl(
        ...[
          'req',
          '-new',
          ...newKey,
          '-subj',
          `/CN=${subject}`,
          '-keyout',
          `${name}.key`,
          '-out',
          `${name}.csr`,
        ],
      )
      writeFileSync(
        join(folder, `${name}.ext`),
        isServer
          ? `subjectAltName=${of.serverNames}\nextendedKeyUsage=serverAuth\n`
          : 'extendedKeyUsage=clientAuth\n',
      )
      openssl(
        ...['x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'],
        ...['-days', '2', '-extfile', `${name}.ext`, '-out', `${name}.crt`],
      )
      return read(name)
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
