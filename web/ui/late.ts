import { useEffect, useState } from 'react'

/** A value as it was last for a moment: who is still typing asks for nothing. */
export function useLate<Value>(value: Value, waitMs = 300): Value {
  const [late, setLate] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setLate(value), waitMs)
    return () => clearTimeout(timer)
  }, [value, waitMs])
  return late
}
