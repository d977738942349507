import type { OptionSpec } from '../../core/options.ts'
import { aiProviders, priceProblem } from '../../sell/ai/set-up.ts'

/** Whom people may ask what stands on their photos, and what that may cost. */
export const aiOptions = {
  aiProvider: {
    env: 'AI_PROVIDER',
    type: 'enum',
    values: aiProviders,
    default: 'off',
    doc: 'Who describes things that people sell, by their photos: openai, anthropic, or compatible = any server that speaks as OpenAI does (Ollama, llama.cpp, LM Studio, OpenRouter, vLLM) at AI_BASE_URL. off = nobody is asked, nothing is sent. Each person agrees for themselves before anything of theirs is. docs/selling.md.',
  },
  aiBaseUrl: {
    env: 'AI_BASE_URL',
    type: 'url',
    protocols: ['http', 'https'],
    doc: 'Where it is asked, e.g. http://127.0.0.1:11434/v1 (Ollama) or https://openrouter.ai/api/v1. Needed for compatible; empty = the provider’s own.',
  },
  aiModel: {
    env: 'AI_MODEL',
    type: 'string',
    isNot: (text) => (/^[\w.:/@-]{1,200}$/.test(text) ? null : 'the name of a model, without spaces'),
    doc: 'The model that is asked, as its provider calls it; it must be able to look at pictures.',
  },
  aiKey: {
    env: 'AI_KEY',
    type: 'string',
    secret: true,
    isNot: (text) => (/^[\x21-\x7e]{1,500}$/.test(text) ? null : 'a key, in one line of ASCII'),
    doc: 'The key of openai or anthropic; of compatible where that asks for one.',
  },
  aiPrivateNetwork: {
    env: 'AI_ALLOW_PRIVATE_NETWORK',
    type: 'boolean',
    default: false,
    doc: 'true = AI_BASE_URL may be on this machine or in a private network (Ollama, llama.cpp).',
  },
  aiPrices: {
    env: 'AI_PRICES',
    type: 'list',
    default: [],
    isNot: priceProblem,
    doc: 'What models cost, in cents per million tokens in/out, as their provider says: MODEL=15/60,OTHER=300/1500; 0/0 = nothing. Of a model without a price tokens are counted, and AI_PERSON_DAY_TOKENS and AI_HOUSE_MONTH_TOKENS are what ends it.',
  },
  aiPersonDayCents: {
    env: 'AI_PERSON_DAY_CENTS',
    type: 'integer',
    default: 50,
    min: 0,
    max: 1_000_000,
    doc: 'Most that one person may spend in a day (UTC), in cents of the currency that AI_PRICES is in.',
  },
  aiPersonMonthCents: {
    env: 'AI_PERSON_MONTH_CENTS',
    type: 'integer',
    default: 500,
    min: 0,
    max: 10_000_000,
    doc: 'Most that one person may spend in a month (UTC), in cents.',
  },
  aiHouseMonthCents: {
    env: 'AI_HOUSE_MONTH_CENTS',
    type: 'integer',
    default: 2_000,
    min: 0,
    max: 100_000_000,
    doc: 'Most that all people together may spend in a month (UTC), in cents.',
  },
  aiPersonDayTokens: {
    env: 'AI_PERSON_DAY_TOKENS',
    type: 'integer',
    default: 500_000,
    min: 0,
    max: 1_000_000_000,
    doc: 'Most tokens (in and out) of models without a price that one person may use in a day (UTC).',
  },
  aiHouseMonthTokens: {
    env: 'AI_HOUSE_MONTH_TOKENS',
    type: 'integer',
    default: 20_000_000,
    min: 0,
    max: 100_000_000_000,
    doc: 'Most tokens of models without a price that all people together may use in a month (UTC).',
  },
  aiTimeoutS: {
    env: 'AI_TIMEOUT_S',
    type: 'integer',
    default: 120,
    min: 5,
    max: 900,
    doc: 'An answer that takes longer is not waited for; what it may have cost counts.',
  },
} as const satisfies Record<string, OptionSpec>
