/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Posts messages with pictures to a Discord channel through a webhook.':
    'Schreibt Nachrichten mit Bildern über einen Webhook in einen Discord-Kanal.',
  'Webhook address': 'Adresse des Webhooks',
  'In Discord: Edit channel, Integrations, Webhooks, New webhook, Copy webhook URL.':
    'In Discord: Kanal bearbeiten, Integrationen, Webhooks, Neuer Webhook, Webhook-URL kopieren.',
}
