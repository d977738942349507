/** `held`: waits for its moment (`holdReason`). `bundled`: notified as part of a digest. */
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
