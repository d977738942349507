/** What people are shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Reverb offers this interface to programs; searching needs no key today. Listings link back to Reverb.':
    'Reverb bietet Programmen diese Schnittstelle; zum Suchen braucht es heute keinen Schlüssel. Anzeigen führen zu Reverb zurück.',
  'What is offered': 'Was angeboten wird',
  'Used and handmade things only, or new ones too.': 'Nur Gebrauchtes und Handgemachtes oder auch Neues.',
  Category: 'Kategorie',
  'The name in the category’s address. Leave it empty to search everywhere.':
    'Der Name in der Adresse der Kategorie. Leer wird überall gesucht.',
  Currency: 'Währung',
  'In which prices are shown, as a three-letter code; Reverb converts what sellers ask in another.':
    'In der Preise gezeigt werden, als Code aus drei Buchstaben; Reverb rechnet um, was in einer anderen verlangt wird.',
  'Sent to': 'Versand nach',
  'The country’s two letters such as DE, or US_CON for the mainland of the USA: for what shipping costs.':
    'Die zwei Buchstaben des Landes wie DE, oder US_CON für das Festland der USA: für die Versandkosten.',
  'Personal token': 'Persönliches Token',
  'Not needed today. From reverb.com, Settings, API & Integrations.':
    'Heute nicht nötig. Aus reverb.com, Settings, API & Integrations.',
  'Run the search on reverb.com, signed in, and press “Follow this search”.':
    'Suche angemeldet auf reverb.com und drücke „Follow this search“.',
  'In the settings of e-mails, let what you follow be sent to you.':
    'Erlaube in den Einstellungen der E-Mails, dass dir geschickt wird, was du verfolgst.',
}
