/**
 * One alert: what is wrong, how it is seen, whom it wakes and what they do. `fires` and `quiet` are series in the notation of
 * `promtool test rules` (`0+1x10` counts up by one), by which both are tried.
 */
export interface Alert {
  name: string
  /** PromQL. */
  expr: string
  /** How long it must hold, such as `5m`. */
  for: string
  /** `page` wakes somebody at once; `ticket` is looked at on the next working day. */
  severity: 'page' | 'ticket'
  /** What is so, for who is woken: one sentence, without figures, which the message has. */
  summary: string
  /** The page of docs/operations/runbooks that says what to do. */
  runbook: string
  fires: Case
  quiet: Case
}

export interface Case {
  /** One value a minute. */
  series: Readonly<Record<string, string>>
  /** When it is looked at, such as `30m`. */
  at: string
  /** Labels of what fires; default: one alert without any. */
  labels?: readonly Readonly<Record<string, string>>[]
}

export interface Group {
  name: string
  alerts: readonly Alert[]
}

/** A constant value for so many minutes. */
export const steady = (value: number, minutes = 60) => `${value}x${minutes}`

/** A counter that grows by so much a minute. */
export const growing = (perMinute: number, minutes = 60) => `0+${perMinute}x${minutes}`
