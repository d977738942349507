/** Whom the operator lets people ask; `off` = nobody. */
export const aiProviders = ['off', 'openai', 'anthropic', 'compatible'] as const
export type AiProvider = Exclude<(typeof aiProviders)[number], 'off'>

/** Cents per million tokens. */
export interface ModelPrice {
  inCents: number
  outCents: number
}

/** Most that may be spent, in cents; of models without a price, in tokens. */
export interface AiCaps {
  personDayCents: number
  personMonthCents: number
  houseMonthCents: number
  personDayTokens: number
  houseMonthTokens: number
}

/** What the operator set up. */
export interface AiSetUp {
  provider: AiProvider
  /** Null = the provider's own. */
  baseUrl: string | null
  model: string
  key: string | null
  mayBePrivate: boolean
  /** Null = not known: tokens are counted. */
  price: ModelPrice | null
  caps: AiCaps
  timeoutMs: number
}

/** Where each provider is asked where nothing else is said. */
const ownBaseUrls = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
} as const

export const baseUrlOf = ({ provider, baseUrl }: Pick<AiSetUp, 'provider' | 'baseUrl'>): string =>
  baseUrl ?? (provider === 'compatible' ? '' : ownBaseUrls[provider])

/** To whom photos go, as a person is told and agrees to: `api.openai.com`, `127.0.0.1:11434`. */
export const recipientOf = (setUp: Pick<AiSetUp, 'provider' | 'baseUrl'>): string =>
  new URL(baseUrlOf(setUp)).host

const priceLine = /^([\w.:/@-]{1,200})=(\d{1,7}(?:\.\d{1,4})?)\/(\d{1,7}(?:\.\d{1,4})?)$/

/** What is wrong with a line of prices; null = nothing. */
export const priceProblem = (line: string): string | null =>
  priceLine.test(line) ? null : 'MODEL=IN/OUT, in cents per million tokens, such as gpt-x=15/60'

/** Of the last line that names the model. */
export function priceOf(model: string, lines: readonly string[]): ModelPrice | null {
  const [, , inCents, outCents] =
    lines.map((line) => priceLine.exec(line)).findLast((found) => found?.[1] === model) ?? []
  return inCents === undefined ? null : { inCents: Number(inCents), outCents: Number(outCents) }
}

/** The operator's options of it. */
export interface AiOptions {
  aiProvider: (typeof aiProviders)[number]
  aiBaseUrl: string | undefined
  aiModel: string | undefined
  aiKey: string | undefined
}

/** What is missing of the options that were set. */
export function setUpProblems({ aiProvider, aiBaseUrl, aiModel, aiKey }: AiOptions): string[] {
  if (aiProvider === 'off' || aiProvider === undefined) return []
  return [
    ...(aiModel === undefined ? [`AI_MODEL: name the model that AI_PROVIDER=${aiProvider} is to ask`] : []),
    ...(aiProvider === 'compatible' && aiBaseUrl === undefined
      ? ['AI_BASE_URL: AI_PROVIDER=compatible needs an address, such as http://127.0.0.1:11434/v1']
      : []),
    ...(aiProvider !== 'compatible' && aiKey === undefined
      ? [`AI_KEY: AI_PROVIDER=${aiProvider} needs a key; AI_KEY_FILE names a file that holds it`]
      : []),
  ]
}
