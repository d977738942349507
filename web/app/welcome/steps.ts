export const steps = ['look', 'told', 'sources', 'left'] as const
export type Step = (typeof steps)[number]

/** Where one is on the way in, and the rule that was made: `?step=told&rule=7`; what is no step is the first. */
export interface WelcomeSearch {
  step?: Step
  rule?: number
}

export function readWelcomeSearch({ step, rule }: Record<string, unknown>): WelcomeSearch {
  const known = steps.find((one) => one === step)
  const id = Number(rule)
  return {
    ...(known !== undefined && known !== 'look' && { step: known }),
    ...(Number.isSafeInteger(id) && id > 0 && { rule: id }),
  }
}
