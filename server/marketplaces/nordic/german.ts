/** What people are shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Blocket, FINN, Tori, DBA': 'Blocket, FINN, Tori, DBA',
  'The four sites offer private people no interface for reading ads, and their terms may forbid automated access: read those of your country first.':
    'Die vier Seiten bieten Privatleuten keine Schnittstelle zum Lesen von Anzeigen, und ihre Nutzungsbedingungen verbieten automatischen Zugriff vielleicht: Lies zuerst die deines Landes.',
  Country: 'Land',
  'se is blocket.se, no finn.no, fi tori.fi and dk dba.dk.':
    'se ist blocket.se, no finn.no, fi tori.fi und dk dba.dk.',
  Category: 'Kategorie',
  'The number behind “category=” in the address of a search. Leave it empty to search everywhere.':
    'Die Nummer hinter „category=“ in der Adresse einer Suche. Leer wird überall gesucht.',
  'I have seen that it is read rightly': 'Ich habe gesehen, dass es richtig gelesen wird',
  'Compare its first listings with the site: titles, prices and places. Until then it counts as unproven.':
    'Vergleiche die ersten Anzeigen mit der Seite: Titel, Preise und Orte. Bis dahin gilt es als unbewiesen.',
  'Run the search, signed in, and save it: “Bevaka sökning” (Blocket), “Lagre søk” (FINN), “Tallenna haku” (Tori), “Gem søgning” (DBA).':
    'Suche angemeldet und speichere die Suche: „Bevaka sökning“ (Blocket), „Lagre søk“ (FINN), „Tallenna haku“ (Tori), „Gem søgning“ (DBA).',
  'Among your saved searches, choose e-mails for it.': 'Wähle bei deinen gespeicherten Suchen E-Mails dafür.',
}
