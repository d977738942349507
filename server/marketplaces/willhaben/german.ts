/** What people are shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  willhaben: 'willhaben',
  'It offers no interface for reading listings to private people, and the terms of willhaben may forbid automated access: read them first.':
    'Privatleuten wird keine Schnittstelle zum Lesen von Anzeigen geboten, und die Nutzungsbedingungen von willhaben verbieten automatischen Zugriff vielleicht: Lies sie zuerst.',
  'Run the search on the site, signed in, and press “Suchagent speichern” above the results.':
    'Suche angemeldet auf der Seite und drücke über den Ergebnissen „Suchagent speichern“.',
  'Under “Mein willhaben”, “Suchagenten”, turn on the e-mails of the search.':
    'Schalte unter „Mein willhaben“, „Suchagenten“, die E-Mails der Suche ein.',
  Category: 'Kategorie',
  'What stands behind “marktplatz/” in the address of the category’s page. Leave it empty to search everywhere.':
    'Was in der Adresse der Kategorie hinter „marktplatz/“ steht. Leer wird überall gesucht.',
}
