import type { DeclaredFee } from '../../model/score-schema.ts'

/** Private sellers pay for vehicles alone. */
export const fees: readonly DeclaredFee[] = [
  { delivery: 'local' },
  { delivery: 'local', categories: ['cars', 'motorcycles', 'boats-rv'], orderCents: 500 },
  { delivery: 'local', currency: 'CAD' },
]
