import { AppError } from '../../core/errors.ts'
import type { SealedColumn } from '../../core/sealed-column.ts'
import type { Auth } from '../auth/ask.ts'
import { secretVersion } from './secret-version.ts'

/** The secrets of apps, which the library encrypts by itself, each with the number of its key. */
export function sealedFactors(auth: Auth, keys: () => readonly string[]): SealedColumn {
  return {
    ...{ table: 'second_factors', column: 'secret', key: ['id'] },
    contextOf: () => '',
    by: {
      keyIds: () => keys().map((key) => String(secretVersion(key))),
      prefixOf: (version) => `$ba$${version}$`,
      pattern: '^[$]ba[$]([0-9]+)[$]',
      async reseal(sealed) {
        const { symmetricDecrypt, symmetricEncrypt } = await import('better-auth/crypto')
        const key = (await (await auth.library()).$context).secretConfig
        const data = await symmetricDecrypt({ key, data: sealed }).catch((cause: unknown) => {
          throw new AppError({
            ...{ code: 'second-factor-closed', status: 409, cause },
            message:
              'The key to the codes of this person is not there: add it, or take the codes away (deal-scout users reset --factors).',
          })
        })
        return symmetricEncrypt({ key, data })
      },
    },
  }
}
