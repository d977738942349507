/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Pushes messages to your devices through Pushover.': 'Schickt Nachrichten über Pushover auf deine Geräte.',
  'User key': 'Schlüssel des Benutzers',
  'On pushover.net after signing in: “Your User Key”; a group’s key does too.':
    'Auf pushover.net nach dem Anmelden: „Your User Key“; der einer Gruppe geht auch.',
  'Application token': 'Token der Anwendung',
  'Of an application made at pushover.net/apps/build; leave it empty where the operator has set one.':
    'Einer Anwendung von pushover.net/apps/build; leer, wenn der Betreiber einen gesetzt hat.',
  Device: 'Gerät',
  'The name of one device; empty = all of yours.': 'Der Name eines Geräts; leer = alle deine.',
}
