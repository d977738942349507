/** What people are shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Kleinanzeigen offers no interface for reading ads, and its terms of use forbid collecting its contents by program without its written consent.':
    'Kleinanzeigen bietet keine Schnittstelle zum Lesen von Anzeigen, und seine Nutzungsbedingungen verbieten, Inhalte ohne schriftliche Zustimmung durch Programme zu sammeln.',
  Category: 'Kategorie',
  'The number behind the c in the address of the category’s page: 217 for bikes. Leave it empty to search everywhere.':
    'Die Nummer hinter dem c in der Adresse der Kategorie: 217 für Fahrräder. Leer wird überall gesucht.',
  'Sold by': 'Verkauft von',
  'It takes down a second ad for the same thing and addresses of other sites in the text.':
    'Es löscht eine zweite Anzeige für dasselbe Ding und Adressen anderer Seiten im Text.',
  'Run the search on the site, signed in, and press “Suche speichern” above the results.':
    'Suche angemeldet auf der Seite und drücke über den Ergebnissen „Suche speichern“.',
  'Under “Meins”, “Suchaufträge”, turn on the e-mails of the search.':
    'Schalte unter „Meins“, „Suchaufträge“, die E-Mails der Suche ein.',
}
