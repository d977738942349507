/** `held`: waits for its moment (`holdReason`). `bundled`: told as part of a digest. */
export const deliveryStates = [
  'held',
  'pending',
  'leased',
  'retry',
  'sent',
  'bundled',
  'failed',
  'dead',
] as const
