/**
 * Aborted by the first SIGINT, SIGTERM or SIGHUP, with the signal's name as its reason. Whoever asks again does not
 * want to wait for a clean end; but Ctrl-C reaches this process twice, from the terminal and through the launcher.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController()
  let askedAt = 0
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (stop.signal.aborted && performance.now() - askedAt > 1000) process.exit(130)
      if (stop.signal.aborted) return
      askedAt = performance.now()
      stop.abort(name)
    })
  }
  return stop.signal
}
