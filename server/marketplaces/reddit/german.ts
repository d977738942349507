/** What people are shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Uses Reddit’s own interface with the keys of your app, which is free for what is not commercial, at up to 100 calls a minute. What is deleted there has to be deleted everywhere else, and is dropped here.':
    'Nutzt Reddits eigene Schnittstelle mit den Schlüsseln deiner App, frei für alles, was nicht gewerblich ist, mit bis zu 100 Aufrufen in der Minute. Was dort gelöscht wird, muss überall gelöscht werden, und verschwindet auch hier.',
  'Sign in to Reddit, open reddit.com/prefs/apps and press “create another app”.':
    'Melde dich bei Reddit an, öffne reddit.com/prefs/apps und drücke „create another app“.',
  'Choose “script”, give it any name, and http://localhost as its redirect address.':
    'Wähle „script“, gib ihr irgendeinen Namen und http://localhost als Rücksprungadresse.',
  'What stands under the app’s name is the client ID, “secret” the client secret: copy both into the fields below.':
    'Was unter dem Namen der App steht, ist die Client ID, „secret“ das Client secret: Kopiere beides in die Felder unten.',
  'Without keys, connect a group’s own feed instead: as a source of RSS feeds, with the address reddit.com/r/GROUP/new/.rss.':
    'Ohne Schlüssel verbindest du stattdessen den Feed einer Gruppe: als Quelle für RSS-Feeds mit der Adresse reddit.com/r/GRUPPE/new/.rss.',
  'Reddit needs the keys of an app: enter clientId and clientSecret in the source, or set REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET. Without keys, connect a group’s own feed as a source of RSS feeds instead: https://www.reddit.com/r/hardwareswap/new/.rss':
    'Reddit braucht die Schlüssel einer App: Trage clientId und clientSecret in der Quelle ein, oder setze REDDIT_CLIENT_ID und REDDIT_CLIENT_SECRET. Ohne Schlüssel verbindest du stattdessen den Feed einer Gruppe als Quelle für RSS-Feeds: https://www.reddit.com/r/hardwareswap/new/.rss',
  Groups: 'Gruppen',
  'Names as in reddit.com/r/hardwareswap, with commas between them, at most ten.':
    'Namen wie in reddit.com/r/hardwareswap, mit Kommas dazwischen, höchstens zehn.',
  'Your Reddit name': 'Dein Name bei Reddit',
  'Reddit asks that programs say who runs them.': 'Reddit möchte, dass Programme sagen, wer sie betreibt.',
  'Keys of your Reddit app': 'Schlüssel deiner Reddit-App',
  'Of your app at reddit.com/prefs/apps; empty for the keys of this installation.':
    'Deiner App bei reddit.com/prefs/apps; leer für die Schlüssel dieser Installation.',
  'Kept sealed, and never shown again.': 'Wird versiegelt aufbewahrt und nie wieder gezeigt.',
}
