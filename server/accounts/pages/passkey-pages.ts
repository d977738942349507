import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import type { SigningDeps } from '../auth/signing.ts'
import { passkeysOf, type StoredPasskey } from '../factors/passkey-store.ts'
import { noPasskeysBecause } from '../factors/passkeys.ts'
import { hide, passwordField, show } from './forms.ts'

export const passkeysPath = '/account/passkeys'
/** The library that speaks with devices, and ours that shows what can be done and does it by the API. */
export const passkeyScripts = ['/account/webauthn.js', '/account/passkeys.js']

const files: Readonly<Record<string, URL>> = {
  '/account/webauthn.js': new URL(
    '../dist/bundle/index.umd.min.js',
    pathToFileURL(createRequire(import.meta.url).resolve('@simplewebauthn/browser')),
  ),
  '/account/passkeys.js': new URL('./passkeys.js', import.meta.url),
}

/** A person's passkeys; a script adds, renames and removes them. */
export function passkeyPages(http: Http, { db, auth }: Pick<SigningDeps, 'db' | 'auth'>): void {
  for (const [path, file] of Object.entries(files)) {
    const text = readFileSync(file, 'utf8')
    http.get(path, { config: { access: 'open' }, schema: hide }, (_, reply) =>
      reply.type('text/javascript; charset=utf-8').header('cache-control', 'public, max-age=3600').send(text),
    )
  }
  http.get(
    passkeysPath,
    { config: { access: 'self', setsUpFactor: true }, schema: hide },
    async ({ actor }, reply) => {
      const passkeys = await passkeysOf(db, authorized(actor, 'self'))
      const reason = noPasskeysBecause(auth.origin())
      return show(reply, {
        title: 'Passkeys',
        ...(reason !== null && { problem: reason }),
        sentences: [
          'A passkey is kept by a device, which asks for its PIN, your finger or your face: you sign in without a password.',
        ],
        ...(passkeys.length > 0 && {
          table: { head: ['name', 'since', 'last used', ''], rows: passkeys.map(rowOf) },
        }),
        forms: [
          {
            fields: [
              { name: 'name', label: 'Name of a new one', type: 'text', autocomplete: 'off' },
              passwordField('Password', 'current-password'),
            ],
            ...{ button: 'Add a passkey', data: { passkey: 'add' } },
          },
        ],
        actions: passkeys.flatMap(({ id, name }) => [
          { text: `Rename “${name}”`, data: { passkey: 'rename', id: String(id), name } },
          { text: `Remove “${name}”`, data: { passkey: 'remove', id: String(id), name } },
        ]),
        links: [{ href: '/account', text: 'Account' }],
        scripts: passkeyScripts,
      })
    },
  )
}

function rowOf({ name, createdAt, lastUsedAt, countedBackAt }: StoredPasskey): string[] {
  const day = (time: Date | null) => time?.toISOString().slice(0, 10) ?? 'never'
  const warning = countedBackAt === null ? '' : `refused on ${day(countedBackAt)}: there may be a copy of it`
  return [name, day(createdAt), day(lastUsedAt), warning]
}
