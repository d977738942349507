import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from './errors.ts'
import { loadSecretKeys } from './secret-keys.ts'
import { createSecrets } from './secrets.ts'

const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return 'no error'
}

describe('secrets', () => {
  const [old, current] = [randomBytes(32), randomBytes(32)]
  const secrets = createSecrets({ keys: [current, old] })

  it('opens what it sealed, and only in the same context', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (plain, context, other) => {
        const sealed = secrets.seal(plain, context)
        expect(sealed).toMatch(/^v1\.[\w-]{8}\.[\w-]+$/)
        expect(secrets.open(sealed, context)).toBe(plain)
        if (other !== context) expect(codeOf(() => secrets.open(sealed, other))).toBe('secret-damaged')
      }),
    )
  })

  it('knows what it signed, for that purpose, and nothing else', () => {
    const before = createSecrets({ keys: [old] })
    const other = createSecrets({ keys: [randomBytes(32)] })
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.nat(31), (text, purpose, another, at) => {
        const signature = secrets.sign(text, purpose)
        expect(signature).toMatch(/^[0-9a-f]{32}$/)
        expect(secrets.sign(text, purpose)).toBe(signature)
        expect(secrets.isSigned(text, purpose, signature)).toBe(true)
        expect(secrets.isSigned(text, purpose, before.sign(text, purpose))).toBe(true)
        expect(other.isSigned(text, purpose, signature)).toBe(false)
        if (another !== text) expect(secrets.isSigned(another, purpose, signature)).toBe(false)
        if (another !== purpose) expect(secrets.isSigned(text, another, signature)).toBe(false)
        const digit = signature[at] === '0' ? '1' : '0'
        expect(
          secrets.isSigned(text, purpose, signature.slice(0, at) + digit + signature.slice(at + 1)),
        ).toBe(false)
        expect(secrets.isSigned(text, purpose, another)).toBe(false)
      }),
    )
  })

  it('never seals the same text alike', () => {
    expect(new Set(Array.from({ length: 200 }, () => secrets.seal('same'))).size).toBe(200)
  })

  it('refuses every text in which one character was changed', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.constantFrom(...'aZ09-_.='), (plain, at, character) => {
        const sealed = secrets.seal(plain)
        const changed =
          sealed.slice(0, at % sealed.length) + character + sealed.slice((at % sealed.length) + 1)
        if (changed === sealed) return
        expect(codeOf(() => secrets.open(changed))).toMatch(/^secret-(damaged|malformed|key-unknown)$/)
      }),
      { numRuns: 500 },
    )
  })

  it('answers arbitrary text with a typed error', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String().map((t) => `v1.abcdefgh.${t}`),
        ),
        (text) => {
          expect(codeOf(() => secrets.open(text))).toMatch(/^secret-/)
        },
      ),
    )
    expect(codeOf(() => secrets.open(secrets.seal('cut').slice(0, -8)))).toMatch(
      /^secret-(damaged|malformed)$/,
    )
  })

  it('opens with any key, seals with the first and tells what to seal again', () => {
    const before = createSecrets({ keys: [old] }).seal('token')
    expect(secrets.open(before)).toBe('token')
    expect(secrets.needsReseal(before)).toBe(true)
    expect(secrets.needsReseal(secrets.seal('token'))).toBe(false)
    expect(secrets.needsReseal('nonsense')).toBe(true)
  })

  it('names the setting to mend when the key is missing, and no key', () => {
    const sealed = createSecrets({ keys: [randomBytes(32)] }).seal('token')
    expect(codeOf(() => secrets.open(sealed))).toBe('secret-key-unknown')
    expect(() => secrets.open(sealed)).toThrow(/DEAL_SCOUT_SECRET_KEYS/)
  })

  it('refuses keys of another length', () => {
    expect(codeOf(() => createSecrets({ keys: [] }))).toBe('secret-key-invalid')
    expect(codeOf(() => createSecrets({ keys: [randomBytes(16)] }))).toBe('secret-key-invalid')
  })
})

describe('loadSecretKeys', () => {
  const isUsed = async () => false
  let dataDir: string
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'deal-scout-secrets-'))
  })
  afterEach(() => rm(dataDir, { recursive: true, force: true }))

  it('reads base64 and hex, in order', async () => {
    const keys = [randomBytes(32), randomBytes(32), randomBytes(32)]
    const configured = [
      keys[0]!.toString('base64'),
      ` ${keys[1]!.toString('hex')}\n`,
      keys[2]!.toString('base64url'),
    ]
    expect(await loadSecretKeys({ configured, dataDir, isUsed })).toEqual(keys)
    expect(await readdir(dataDir)).toEqual([])
  })

  it.each([
    '',
    'short',
    `${'A'.repeat(62)}ZZ`,
    randomBytes(31).toString('base64'),
    randomBytes(33).toString('hex'),
  ])('refuses the configured key "%s" without repeating it', async (text) => {
    const good = randomBytes(32).toString('base64')
    const error = await loadSecretKeys({ configured: [good, text], dataDir, isUsed }).then(
      () => expect.fail('a bad key was accepted'),
      (reason: AppError) => reason,
    )
    expect(error.code).toBe('secret-key-invalid')
    expect(error.message).toContain('Key 2 of DEAL_SCOUT_SECRET_KEYS')
    if (text !== '') expect(error.message).not.toContain(text)
  })

  it('creates a key only its owner can read, and finds it again', async () => {
    const nested = join(dataDir, 'new', 'folder')
    const keys = await loadSecretKeys({ configured: undefined, dataDir: nested, isUsed })
    expect(keys[0]).toHaveLength(32)
    expect((await stat(join(nested, 'secret-key'))).mode & 0o777).toBe(0o600)
    expect(await loadSecretKeys({ configured: [], dataDir: nested, isUsed })).toEqual(keys)
    expect(await readdir(nested)).toEqual(['secret-key'])
  })

  it.each(['', '\n', randomBytes(32).toString('base64').slice(0, 20), 'not a key at all'])(
    'refuses the damaged key file "%s" and leaves it alone',
    async (content) => {
      const path = join(dataDir, 'secret-key')
      await writeFile(path, content)
      await expect(loadSecretKeys({ configured: undefined, dataDir, isUsed })).rejects.toMatchObject({
        code: 'secret-key-damaged',
        message: expect.stringContaining(path),
      })
      expect(await readFile(path, 'utf8')).toBe(content)
    },
  )

  it('gives processes that start at once the same key', async () => {
    const script = `
      import { loadSecretKeys } from ${JSON.stringify(new URL('./secret-keys.ts', import.meta.url).href)}
      const [key] = await loadSecretKeys({ configured: undefined, dataDir: ${JSON.stringify(dataDir)}, isUsed: async () => false })
      console.log(key.toString('hex'))`
    const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
    const outputs = await Promise.all(Array.from({ length: 6 }, run))
    expect(new Set(outputs.map(({ stdout }) => stdout.trim())).size).toBe(1)
    expect(await readdir(dataDir)).toEqual(['secret-key'])
    const inProcess = Array.from({ length: 20 }, () =>
      loadSecretKeys({ configured: undefined, dataDir, isUsed }),
    )
    expect(new Set((await Promise.all(inProcess)).map(([key]) => key!.toString('hex')))).toEqual(
      new Set([outputs[0]!.stdout.trim()]),
    )
  })

  it('never makes a new key beside what was sealed, and says what to do', async () => {
    const used = { configured: undefined, dataDir, isUsed: async () => true }
    await expect(loadSecretKeys(used)).rejects.toMatchObject({
      code: 'secret-key-missing',
      message: expect.stringMatching(
        /restore \S+secret-key from your backup, or set DEAL_SCOUT_SECRET_KEYS.*openssl rand/,
      ),
    })
    expect(await readdir(dataDir)).toEqual([])
    const key = randomBytes(32)
    expect(await loadSecretKeys({ ...used, configured: [key.toString('hex')] })).toEqual([key])
    // What the message says to do when it is lost.
    await writeFile(join(dataDir, 'secret-key'), `${key.toString('base64')}\n`)
    expect(await loadSecretKeys(used)).toEqual([key])
  })
})
