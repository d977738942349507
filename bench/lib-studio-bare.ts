import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { type CutOut, cutOut } from '../server/sell/photos/child/cut-out.ts'

// As the program's: opened once in a process.
let session: Promise<InferenceSession> | undefined

/** Milliseconds that the network alone takes for an input of its size, by the runtime and nothing of ours. */
async function bareRun(folder: string): Promise<number> {
  session ??= readFile(join(folder, 'isnet.onnx')).then((model) =>
    InferenceSession.create(model, {
      executionProviders: ['cpu'],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      enableCpuMemArena: false,
      enableMemPattern: false,
    }),
  )
  const opened = await session
  const input = new Tensor('float32', new Float32Array(3 * 1024 * 1024).fill(0.1), [1, 3, 1024, 1024])
  const startedAt = performance.now()
  await opened.run({ [opened.inputNames[0]!]: input })
  return performance.now() - startedAt
}

/** A photo cut out by the program, and right after it the network alone: both at the same moment of a busy machine. */
export async function besideBare(
  jpeg: Uint8Array,
  folder: string,
): Promise<{ cut: CutOut | null; oursMs: number; bareMs: number }> {
  const startedAt = performance.now()
  const cut = await cutOut(jpeg, folder)
  const oursMs = performance.now() - startedAt
  return { cut, oursMs, bareMs: await bareRun(folder) }
}
