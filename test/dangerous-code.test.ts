import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const inventory = readFileSync(join(root, 'docs/security/inventory.md'), 'utf8')

/** What runs: tests and what only tests use left out. */
const sources = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .filter((name) => !/\.test\.ts$|(?:^|\/)test-[\w-]+\.ts$|fake-server\.ts$|(?:^|\/)stand-in\//.test(name))
  .toSorted()
  .map((name) => ({ name, text: readFileSync(join(root, 'server', name), 'utf8') }))

/** The files in which it stands, and what stands there. */
function where(pattern: RegExp): { name: string; found: string[] }[] {
  return sources.flatMap(({ name, text }) => {
    const found = [...text.matchAll(pattern)].map(([all, part]) => part ?? all)
    return found.length === 0 ? [] : [{ name, found }]
  })
}
const filesWith = (pattern: RegExp) => where(pattern).map(({ name }) => name)

it('there is something to look through', () => {
  expect(sources.length).toBeGreaterThan(500)
})

describe('code that runs what it is given', () => {
  it('is nowhere: no text becomes code', () => {
    expect(filesWith(/\beval\(|\bnew Function\(|\bFunction\(['"`]|node:vm\b|\brunIn\w*Context\(/g)).toEqual(
      [],
    )
  })

  it('starts no shell, and processes only where it is known which', () => {
    expect(filesWith(/\bshell:\s*true|(?<![.\w])exec(?:Sync)?\(|\bspawnSync\(/g)).toEqual([])
    expect(
      where(/import \{([^}]*)\} from 'node:child_process'/g).map(({ name, found }) => [name, ...found]),
    ).toEqual([['core/postgres/embedded-postgres-server.ts', ' type ChildProcess, execFile, spawn ']])
  })

  it('makes no regular expression of what others write: rules have an engine of their own', () => {
    expect(filesWith(/\bnew RegExp\(/g)).toEqual([
      'core/dates-relative.ts',
      'core/http-methods.ts',
      'core/places-point.ts',
      'core/plain-address.ts',
      'core/price-mending.ts',
      'core/price-roles.ts',
      'marketplaces/html-page.ts',
      'model/offer/amounts.ts',
      'model/offer/cracked.ts',
      'model/offer/text-patterns.ts',
      'model/offer/text.ts',
      'model/offer/title-asks.ts',
      'model/offer/title-kind.ts',
      'model/product/spelling.ts',
      'rules/query/query-tokens.ts',
      'rules/query/spelling.ts',
      'scoring/risk/risk-contact.ts',
      'scoring/risk/risk-negation.ts',
      'scoring/risk/risk-phrase.ts',
      'sell/ai/rules.ts',
    ])
  })

  it('sends a browser only to addresses of its own that are written here', () => {
    const elsewhere = where(
      /\.redirect\(\s*(?!['"`]\/(?!\/)|(?:options\.)?\w+Path\b|wantsCode \? codePath : (?:isNew \? firstRunPath : )?'\/')([^)]*)\)/g,
    )
    expect(elsewhere).toEqual([])
    const paths = where(/\bconst \w+Path = (.*)/g).filter(({ name }) => name.startsWith('accounts/'))
    expect(paths.length).toBeGreaterThan(1)
    for (const { found } of paths)
      for (const path of found) expect(path).toMatch(/^'\/(?:account\/[\w/-]+|welcome)'$/)
  })
})

describe('cryptography', () => {
  it('is Node’s own and that of four libraries, by the algorithms that the inventory names and no other', () => {
    const used = where(/\bcreate(?:Hash|Hmac|Cipheriv|Decipheriv)\(\s*'([^']+)'|\bhkdfSync\('[^']+'/g)
      .flatMap(({ found }) => found)
      .map((one) => one.replace(/^hkdfSync\('([^']+)'$/, '$1'))
    expect([...new Set(used)].toSorted()).toEqual(['aes-256-gcm', 'md5', 'sha1', 'sha256'])
    for (const name of [
      'AES-256-GCM',
      'SHA-256',
      'HMAC-SHA-256',
      'HKDF-SHA-256',
      'scrypt',
      'age-encryption',
      'aws4fetch',
    ])
      expect(inventory).toContain(name)
    // An algorithm that is no text cannot be read here.
    expect(
      filesWith(/\bcreate(?:Hash|Hmac|Cipheriv|Decipheriv|Sign|Verify|DiffieHellman|ECDH)\(\s*[^'\s]/g),
    ).toEqual([])
    expect(filesWith(/\b(?:aes|des)-[\w-]*(?:ecb|cbc)\b|\bcreateCipher\(|\bpbkdf2/gi)).toEqual([])
  })

  it('hashes with SHA-256 and longer, but where the protocol of somebody else has another, each named with its reason', () => {
    /** Files that name a hash which is weak, the words that say so in the inventory, and why it is none of ours to choose. */
    const elsewhere: Record<string, string> = {
      // Such files hold nothing else, and nothing is safe by it.
      'accounts/passwords/leaked-file.ts': 'files of leaked passwords hold SHA-1',
      // What eBay signs its notices of deleted accounts with.
      'marketplaces/ebay/account/notices.ts': 'eBay signs its notices with ECDSA over SHA-1',
      // Beside the SHA-256 that is signed: a bucket with a lock takes nothing without it.
      'ops/backup/s3/store.ts': 'S3 asks for an MD5 of what is put into a bucket with a lock',
    }
    const weak = /\bmd[245]\b|\bsha-?1\b|\bsha-?0\b|\bripemd\d*\b|\brmd160\b/gi
    expect(filesWith(weak)).toEqual(Object.keys(elsewhere).toSorted())
    const said = inventory.replace(/\s+/g, ' ')
    for (const words of Object.values(elsewhere)) expect(said).toContain(words)
    // Within a library: codes of apps, which know no other (RFC 6238; NIST SP 800-131A approves of SHA-1 in HMAC).
    expect(said).toContain('HMAC-SHA-1 (RFC 6238; approved by NIST SP 800-131A)')
    for (const one of ["hash('md5', x)", "createHash('sha1')", 'SHA-1', "digest: 'SHA1'"])
      expect(one).toMatch(weak)
  })

  it('draws nothing that nobody may guess from a generator that can be guessed', () => {
    // Pauses before another try, and how they are spread.
    expect(filesWith(/\bMath\.random\b/g)).toEqual([
      ...['core/db.ts', 'core/fetch.ts', 'flows/hash-photos.ts', 'flows/show-photos.ts'],
      'mailbox/loop.ts',
    ])
  })

  it('every secret that is drawn has 128 bits or more', () => {
    const drawn = where(/\brandomBytes\((\w+)\)/g).flatMap(({ name, found }) =>
      found.map((bytes) => `${name} ${bytes}`),
    )
    const fewer = drawn.filter((one) => !(Number(one.split(' ')[1]) >= 16))
    expect(drawn.length).toBeGreaterThan(fewer.length)
    expect(fewer).toEqual([
      // 16 bytes.
      'accounts/passwords/password-hash.ts saltBytes',
      // 32 bytes of a key; the name of a file.
      'core/secret-keys.ts keyBytes',
      'core/secret-keys.ts 6',
      // 12 bytes that are used once, as AES-GCM has it.
      'core/secrets.ts nonceBytes',
      // Shown to whoever it is kept from only after what it marks was written.
      'mcp/untrusted.ts 8',
      // 16 bytes.
      'notify/feed/personal-feed.ts tokenBytes',
    ])
  })

  it('certificates of others are checked, but where the operator says otherwise of the mail server', () => {
    expect(filesWith(/rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/g)).toEqual([
      // Only says so in a sentence.
      'channels/email/classify.ts',
      'channels/email/smtp-url.ts',
      'channels/email/smtp.ts',
    ])
  })
})
