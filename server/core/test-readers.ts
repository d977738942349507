/** What reader-pool.test.ts has read apart. */
export function add(bytes: Uint8Array, number: number): Map<string, number> {
  return new Map([['sum', bytes.reduce((sum, byte) => sum + byte, number)]])
}

export function pidOf(): number {
  return process.pid
}

export function refuse(why: string): never {
  throw new Error(why)
}

export function hang(): void {
  for (;;) {
    // For ever.
  }
}

export function crash(): void {
  process.abort()
}

export function fillHeap(): number {
  const rows: unknown[] = []
  for (;;) rows.push({ row: rows.length, text: [String(rows.length)] })
}

export async function allocate(): Promise<number> {
  const held: Buffer[] = []
  for (;;) {
    held.push(Buffer.alloc(64 * 1024 * 1024, 1))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
