/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Shows each message as a notification of a browser or phone where Deal Scout is installed.':
    'Zeigt jede Nachricht als Mitteilung eines Browsers oder Handys, auf dem Deal Scout installiert ist.',
  Device: 'Gerät',
  'A name by which you know this browser again, e.g. Firefox on my phone.':
    'Ein Name, an dem du diesen Browser wiedererkennst, z. B. Firefox auf meinem Handy.',
  'Address of the subscription': 'Adresse des Abonnements',
  'Deal Scout fills this in when you switch notifications on in a browser.':
    'Das trägt Deal Scout ein, wenn du in einem Browser Mitteilungen einschaltest.',
  'Public key of the subscription': 'Öffentlicher Schlüssel des Abonnements',
  'Secret of the subscription': 'Geheimnis des Abonnements',
}
