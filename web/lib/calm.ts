import { useEffect, useState } from 'react'

/** What was last said before it became quiet for so long. */
export function useCalm<Value>(value: Value, waitMs: number): Value {
  const [calm, setCalm] = useState(value)
  const key = JSON.stringify(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form gives a new object each time.
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), waitMs)
    return () => clearTimeout(timer)
  }, [key, waitMs])
  return calm
}
