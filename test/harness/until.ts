/** Waits until the condition gives something; fails with the last state after the time. */
export async function until<T>(
  condition: () => Promise<T | null | undefined | false>,
  timeoutMs = 10_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const value = await condition()
    if (value) return value
    if (Date.now() > deadline)
      throw new Error(`not within ${timeoutMs} ms: ${condition.toString().slice(0, 200)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
