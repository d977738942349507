import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { unpackTar } from 'modern-tar/fs'
import { AppError, badInput, errorMessage } from '../../core/errors.ts'
import type { Fetch } from '../../core/fetch.ts'
import type { ModelFile } from './child/model.ts'

/** Whose weights the add-on takes; no dependency of ours, since its licence is none that we may pass on under ours. */
export const cutOutPackage = {
  name: '@imgly/background-removal-data',
  version: '1.4.5',
  licence: 'AGPL-3.0',
  /** Of the package's archive. */
  sha256: 'ca7789abb39370727c9a098310b53bce41518d200000423c7107f8c01bbce946',
  url: 'https://registry.npmjs.org/@imgly/background-removal-data/-/background-removal-data-1.4.5.tgz',
} as const

/** The smaller of its two networks: cuts as well, and holds less. */
const modelKey = '/models/small'
const archiveBytesMax = 200_000_000
const unpackedBytesMax = 400_000_000
const downloadMs = 15 * 60_000

export const licenceSentence = `The network for cutting out comes from ${cutOutPackage.name} ${cutOutPackage.version}, which is licensed under ${cutOutPackage.licence} (https://www.gnu.org/licenses/agpl-3.0.html). The package says of the network itself that it is ISNet of the DIS project, MIT. It is put into your data folder (about 45 MB), is no part of Deal Scout, and is used on this machine only: no photo leaves it.`

const modelName = 'model.json'

/** The folder, where the add-on is whole in it; null where there is none. */
export async function installedCutOut(folder: string): Promise<string | null> {
  try {
    const { file, size } = JSON.parse(await readFile(join(folder, modelName), 'utf8')) as ModelFile
    return (await stat(join(folder, file))).size === size ? folder : null
  } catch {
    return null
  }
}

interface Resource {
  chunks: { hash: string }[]
  size: number
}

/**
 * Puts the network into the folder, from the registry or from an archive that is here already; it is used only when it
 * is whole and its archive the one that this program knows.
 */
export async function addCutOut(
  { folder, fetch }: { folder: string; fetch: Fetch },
  from: { file?: string | undefined; sha256?: string },
): Promise<{ folder: string; bytes: number }> {
  await mkdir(dirname(folder), { recursive: true })
  const work = await mkdtemp(`${folder}.part-`)
  try {
    const archive = from.file ?? (await download(fetch, join(work, 'package.tgz')))
    await checkArchive(archive, from.sha256 ?? cutOutPackage.sha256)
    const unpacked = join(work, 'package')
    await unpack(archive, unpacked)
    const whole = join(work, 'whole')
    await mkdir(whole, { mode: 0o700 })
    const bytes = await joinModel(join(unpacked, 'dist'), whole)
    await rm(folder, { recursive: true, force: true })
    await rename(whole, folder)
    return { folder, bytes }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function download(fetch: Fetch, path: string): Promise<string> {
  const answer = await fetch(cutOutPackage.url, {
    ...{ timeoutMs: downloadMs, bytesMax: archiveBytesMax, retries: 2 },
  }).catch((error: unknown) => {
    throw notHad(errorMessage(error))
  })
  if (answer.status !== 200) throw notHad(`HTTP ${answer.status}`)
  await writeFile(path, answer.body, { mode: 0o600 })
  return path
}

const notHad = (why: string) =>
  new AppError({
    ...{ code: 'add-on-away', status: 502, internal: why },
    message: `The add-on could not be had from the registry (${why}): try again later, or fetch it elsewhere (npm pack ${cutOutPackage.name}@${cutOutPackage.version}) and name it with --file.`,
  })

async function checkArchive(path: string, sha256: string): Promise<void> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch (error) {
    throw badInput(`${path} cannot be read: ${errorMessage(error)}`)
  }
  if (hash.digest('hex') !== sha256)
    throw badInput(
      `This is not the archive of ${cutOutPackage.name} ${cutOutPackage.version} that Deal Scout knows: it is another version, or damaged. Nothing was changed.`,
    )
}

async function unpack(archive: string, into: string): Promise<void> {
  let bytes = 0
  const counted = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > unpackedBytesMax) throw badInput('The archive is larger than it says.')
      yield chunk
    }
  }
  const plain = createReadStream(archive).pipe(createGunzip())
  const to = unpackTar(into, { strip: 1 })
  await pipeline(Readable.from(counted(plain)), to)
}

/** The network lies there in pieces, which are named by what is in them. */
async function joinModel(from: string, to: string): Promise<number> {
  const resources = JSON.parse(await readFile(join(from, 'resources.json'), 'utf8')) as Record<
    string,
    Resource
  >
  const resource = resources[modelKey]
  if (resource === undefined) throw badInput(`The archive holds no ${modelKey}.`)
  const pieces: Buffer[] = []
  for (const { hash } of resource.chunks) {
    if (!/^[0-9a-f]{40,128}$/.test(hash)) throw badInput('The archive names a piece that it cannot have.')
    pieces.push(await readFile(join(from, hash)))
  }
  const whole = Buffer.concat(pieces)
  if (whole.length !== resource.size) throw badInput('The archive is not whole: fetch it again.')
  const model: ModelFile = { file: 'isnet.onnx', size: whole.length }
  await writeFile(join(to, model.file), whole, { mode: 0o600 })
  await writeFile(join(to, 'ABOUT.txt'), `${licenceSentence}\n`, { mode: 0o600 })
  await writeFile(join(to, modelName), JSON.stringify(model), { mode: 0o600 })
  return whole.length
}
