/**
 * Makes one call of the many that come while an earlier one runs, at most `max` at once, in their order: for work that
 * costs about the same for one as for many. An error is the error of all that were in the call.
 */
export function gather<Item, Result>(
  run: (items: Item[]) => Promise<readonly Result[]>,
  max = 64,
): (item: Item) => Promise<Result> {
  let waiting: { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = []
  let running = false
  const runAll = async () => {
    running = true
    // What comes in the same turn goes together.
    await new Promise(setImmediate)
    while (waiting.length > 0) {
      const together = waiting.slice(0, max)
      waiting = waiting.slice(max)
      try {
        const results = await run(together.map(({ item }) => item))
        for (const [at, { resolve }] of together.entries()) resolve(results[at]!)
      } catch (error) {
        for (const { reject } of together) reject(error)
      }
    }
    running = false
  }
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!running) void runAll()
    })
}
