import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate } from 'orval'

const requestFile = fileURLToPath(new URL('../clients/typescript/request.ts', import.meta.url))

/** `clients/typescript/api.ts`, by the OpenAPI document. */
export async function clientOf(document: object): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-client-'))
  try {
    const input = join(folder, 'openapi.json')
    const target = join(folder, 'api.ts')
    writeFileSync(input, JSON.stringify(document))
    await generate(
      {
        input: { target: input },
        output: {
          ...{ target, mode: 'single', client: 'fetch' },
          override: {
            header: () => ['Written by "npm run generate" from docs/openapi.json.'],
            mutator: { path: requestFile, name: 'request', extension: '.ts' },
            fetch: { includeHttpResponseReturnType: false },
          },
        },
      },
      folder,
      { verbose: false } as never,
    )
    return readFileSync(target, 'utf8').replace(/from '[^']*\/request\.ts';?/, `from './request.ts';`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
