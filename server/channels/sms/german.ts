/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Sends each message as a short text to a phone, through a Twilio account of the operator.':
    'Sendet jede Nachricht als kurzen Text an ein Handy, über ein Twilio-Konto des Betreibers.',
  'Mobile number': 'Handynummer',
  'With + and the country code, e.g. +1 555 123 4567.':
    'Mit + und der Vorwahl des Landes, z. B. +49 151 2345678.',
  'Set TWILIO_ACCOUNT_SID to the Account SID of a Twilio account (AC and 32 characters).':
    'Setze TWILIO_ACCOUNT_SID auf die Account SID eines Twilio-Kontos (AC und 32 Zeichen).',
}
