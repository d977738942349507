/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Writes messages with pictures to a Telegram chat as a bot of yours.':
    'Schreibt Nachrichten mit Bildern als dein Bot in einen Telegram-Chat.',
  'Bot token': 'Token des Bots',
  'Write /newbot to @BotFather in Telegram; it answers with a token like 123456789:AAE….':
    'Schreibe /newbot an @BotFather in Telegram; er antwortet mit einem Token wie 123456789:AAE….',
  'Start a chat with your bot first. Your number is what @userinfobot answers; groups have a negative number, public channels @theirname.':
    'Beginne zuerst einen Chat mit deinem Bot. Deine Nummer sagt dir @userinfobot; Gruppen haben eine negative Nummer, öffentliche Kanäle @ihrennamen.',
}
