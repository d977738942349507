/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Posts messages with pictures to a Slack channel through an incoming webhook.':
    'Schreibt Nachrichten mit Bildern über einen Incoming Webhook in einen Slack-Kanal.',
  'Webhook address': 'Adresse des Webhooks',
  'On api.slack.com/apps: your app, Incoming Webhooks, Add New Webhook to Workspace, then copy the Webhook URL.':
    'Auf api.slack.com/apps: deine App, Incoming Webhooks, Add New Webhook to Workspace, dann die Webhook URL kopieren.',
}
