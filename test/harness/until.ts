/** A test shares its machine with others, which can be several times slower than a machine of one's own. */
const patience = 4

/**
 * Waits until the condition gives something; fails with the last state after several times `timeoutMs`, the time in
 * which a machine that is not busy has it.
 */
export async function until<T>(
  condition: () => Promise<T | null | undefined | false>,
  timeoutMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + patience * timeoutMs
  for (;;) {
    const value = await condition()
    if (value) return value
    if (Date.now() > deadline)
      throw new Error(`not within ${patience * timeoutMs} ms: ${condition.toString().slice(0, 200)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
