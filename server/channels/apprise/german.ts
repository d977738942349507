/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Hands messages to an Apprise API server of yours, which knows a hundred more services.':
    'Gibt Nachrichten an einen Apprise-API-Server von dir, der hundert weitere Dienste kennt.',
  'Where your Apprise API server is, e.g. https://apprise.example.com:8000.':
    'Wo dein Apprise-API-Server ist, z. B. https://apprise.example.com:8000.',
  'Configuration key': 'Schlüssel der Konfiguration',
  'Of a configuration stored on the server; or leave it empty and give addresses.':
    'Einer Konfiguration, die auf dem Server liegt; oder lass ihn leer und gib Adressen an.',
  'Apprise addresses': 'Apprise-Adressen',
  'One or more with commas between, e.g. signal://localhost:9922/+4915112345678; only without a key.':
    'Eine oder mehrere mit Kommas dazwischen, z. B. signal://localhost:9922/+4915112345678; nur ohne Schlüssel.',
  Tag: 'Schlagwort',
  'Only notify the services with this tag of the configuration; empty = all.':
    'Nur Dienste der Konfiguration mit diesem Schlagwort; leer = alle.',
}
