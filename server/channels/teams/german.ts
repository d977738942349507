/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Posts cards to a Microsoft Teams channel or chat through a webhook of Workflows.':
    'Schreibt Karten über einen Webhook von Workflows in einen Kanal oder Chat von Microsoft Teams.',
  'Webhook address': 'Adresse des Webhooks',
  'In Teams: … next to the channel, Workflows, “Send webhook alerts to a channel”; copy the address it shows at the end.':
    'In Teams: … neben dem Kanal, Workflows, „Send webhook alerts to a channel“; kopiere die Adresse, die am Ende dasteht.',
}
