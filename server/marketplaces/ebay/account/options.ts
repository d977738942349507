import type { OptionSpec, OptionValues } from '../../../core/options.ts'
import { publicScope } from '../sign-in.ts'

const environments = ['production', 'sandbox'] as const

/** Of the app that people connect their accounts to. */
export const accountOptions: OptionSpec[] = [
  {
    env: 'EBAY_RUNAME',
    type: 'string',
    isNot: (text) => (/^[\w.-]{1,200}$/.test(text) ? null : 'a RuName, as the developer account shows it'),
    doc: 'RuName of the eBay app of EBAY_CLIENT_ID: with it people can connect their eBay accounts. docs/ebay-account.md.',
  },
  {
    env: 'EBAY_ENVIRONMENT',
    type: 'enum',
    values: environments,
    default: 'production',
    doc: 'Whether EBAY_CLIENT_ID, as the app that people connect to and that is sent notices, is of production or the sandbox.',
  },
  {
    env: 'EBAY_SCOPES',
    type: 'list',
    isNot: (text) => (/^[a-z]+(?:\.[a-z]+)*$/.test(text) ? null : 'a scope such as sell.inventory'),
    doc: 'What people who connect are asked for beside what is public; none by default. For posting: "commerce.identity.readonly,sell.inventory,sell.account,sell.fulfillment,sell.finances"; to hear of sales at once "commerce.notification.subscription", too.',
  },
  {
    env: 'EBAY_DELETION_URL',
    type: 'url',
    protocols: ['https'],
    doc: 'Where eBay sends notices of deleted accounts and of sales, to the letter as it was entered there. docs/ebay-account.md.',
  },
  {
    env: 'EBAY_DELETION_TOKEN',
    type: 'string',
    secret: true,
    isNot: (text) => (/^[\w-]{32,80}$/.test(text) ? null : '32 to 80 letters, digits, "_" and "-"'),
    doc: 'Verification token that was entered there.',
  },
]

export const identityScope = `${publicScope}/commerce.identity.readonly`

/** Whole names; what is public is always among them. */
export function scopesOf({ EBAY_SCOPES: more }: OptionValues): string[] {
  const names = Array.isArray(more) ? more : []
  return [publicScope, ...new Set(names.map((name) => `${publicScope}/${name}`))]
}

export function environmentOf({
  EBAY_ENVIRONMENT: environment,
}: OptionValues): (typeof environments)[number] {
  return environment === 'sandbox' ? 'sandbox' : 'production'
}
