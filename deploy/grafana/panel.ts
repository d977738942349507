/** One panel of a dashboard: what it asks Prometheus, and how what is answered is read. */
export interface PanelSpec {
  title: string
  /** What it is for, and when to worry: one or two sentences. */
  about: string
  /** `lines` over time, or `now`: the newest value alone. */
  as: 'lines' | 'now'
  /** Grafana's word for the unit, such as `s`, `reqps`, `percentunit`. */
  unit: string
  queries: readonly Query[]
  /** Of what is shown as `now`: from which value on it is bad. */
  badFrom?: number
  /** The same where little is bad. */
  badBelow?: number
}

export interface Query {
  /** PromQL; what is rightly empty answers 0 (`or vector(0)`). */
  expr: string
  /** Such as `{{channel}}`. */
  legend: string
}

export interface DashboardSpec {
  /** The file's name, and the part of the address. */
  id: string
  title: string
  about: string
  rows: readonly { title: string; panels: readonly PanelSpec[] }[]
}

/** Several lines of one histogram: how long the middle, nineteen of twenty and 99 of 100 take. */
export const quantiles = (histogram: string, by = ''): Query[] =>
  [0.5, 0.95, 0.99].map((quantile) => ({
    expr: `histogram_quantile(${quantile}, sum by (le) (rate(${histogram}_bucket${by}[$__rate_interval])))`,
    legend: `p${quantile * 100}`,
  }))

/** The same query once, named after its labels. */
export const one = (expr: string, legend = ''): Query[] => [{ expr, legend }]
