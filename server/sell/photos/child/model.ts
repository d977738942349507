import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Mask } from './mask.ts'
import type { Pixels } from './tones.ts'

/** Side of the square that the network looks at. */
export const modelPx = 1024
/** In the add-on's `model.json`. */
export interface ModelFile {
  file: string
  /** Of the whole model, in bytes. */
  size: number
}

/** What of either runtime is used. */
interface Session {
  readonly inputNames: readonly string[]
  readonly outputNames: readonly string[]
  run(feeds: Record<string, unknown>): Promise<Record<string, { data: unknown; dispose?(): void }>>
}
interface Runtime {
  create(model: Uint8Array): Promise<Session>
  tensor(data: Float32Array, dims: number[]): unknown
}

/** One thread: the program beside it has work to do, too. */
const sessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  enableCpuMemArena: false,
  enableMemPattern: false,
}

/** The native runtime, where its package has one for this machine, else the one of WebAssembly; null without either. */
async function openRuntime(): Promise<Runtime | null> {
  const native = await import('onnxruntime-node').catch(() => null)
  if (native !== null)
    return {
      create: (model) => native.InferenceSession.create(model, sessionOptions) as unknown as Promise<Session>,
      tensor: (data, dims) => new native.Tensor('float32', data, dims),
    }
  const web = await import('onnxruntime-web').catch(() => null)
  if (web === null) return null
  web.env.wasm.numThreads = 1
  return {
    create: (model) =>
      web.InferenceSession.create(model, { executionProviders: ['wasm'] }) as unknown as Promise<Session>,
    tensor: (data, dims) => new web.Tensor('float32', data, dims),
  }
}

// The network stays while the process does, which ends when nothing is cut out any more.
let opened: { folder: string; runtime: Runtime; session: Session } | undefined

async function sessionIn(folder: string) {
  if (opened?.folder !== folder) {
    const runtime = await openRuntime()
    if (runtime === null) return null
    const { file } = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')) as ModelFile
    opened = { folder, runtime, session: await runtime.create(await readFile(join(folder, file))) }
  }
  return opened
}

/** Where the thing is, by the network in this folder; null where no runtime for it is installed. */
export async function maskByModel(pixels: Pixels, folder: string): Promise<Mask | null> {
  const opening = await sessionIn(folder)
  if (opening === null) return null
  const { runtime, session } = opening
  const input = inputOf(await squeezed(pixels))
  const output = await session.run({
    [session.inputNames[0]!]: runtime.tensor(input, [1, 3, modelPx, modelPx]),
  })
  const { data } = output[session.outputNames[0]!]!
  return { data: Float32Array.from(data as Float32Array), width: modelPx, height: modelPx }
}

const squeezed = ({ data, width, height }: Pixels) =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .resize(modelPx, modelPx, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer()

/** Planes of red, green and blue, from −0.5 to 0.5, as the network was taught. */
export function inputOf(rgb: Uint8Array): Float32Array {
  const plane = modelPx * modelPx
  const input = new Float32Array(3 * plane)
  for (let at = 0; at < plane; at++)
    for (let channel = 0; channel < 3; channel++)
      input[channel * plane + at] = (rgb[at * 3 + channel]! - 128) / 256
  return input
}
