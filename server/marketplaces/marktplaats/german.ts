/** What people are shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'The sites offer no interface for reading ads to private people, and their terms of use forbid automated access without written consent.':
    'Die Seiten bieten Privatleuten keine Schnittstelle zum Lesen von Anzeigen, und ihre Nutzungsbedingungen verbieten automatischen Zugriff ohne schriftliche Zustimmung.',
  Site: 'Seite',
  'nl is marktplaats.nl; be-nl is 2dehands.be and be-fr 2ememain.be, which show the same ads.':
    'nl ist marktplaats.nl; be-nl ist 2dehands.be und be-fr 2ememain.be, die dieselben Anzeigen zeigen.',
  Category: 'Kategorie',
  'The number of a main category, such as 445 for bikes. Leave it empty to search everywhere.':
    'Die Nummer einer Hauptkategorie, etwa 445 für Fahrräder. Leer wird überall gesucht.',
  'It takes down a second ad for the same thing.': 'Es löscht eine zweite Anzeige für dasselbe Ding.',
  'Run the search on the site, signed in, and press “Bewaar zoekopdracht” (“Sauvegarder la recherche” on 2ememain).':
    'Suche angemeldet auf der Seite und drücke „Bewaar zoekopdracht“ (auf 2ememain „Sauvegarder la recherche“).',
  'Among your saved searches, choose to be sent an e-mail each day.':
    'Wähle bei deinen gespeicherten Suchen eine E-Mail am Tag.',
}
