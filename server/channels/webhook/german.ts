/** What is shown of it, in German. */
export const german: Readonly<Record<string, string>> = {
  'Posts each message as signed JSON (Standard Webhooks) to an address of yours.':
    'Schickt jede Nachricht als signiertes JSON (Standard Webhooks) an eine Adresse von dir.',
  Address: 'Adresse',
  'Called with POST; answer with any 2xx status. Redirects are not followed.':
    'Wird mit POST aufgerufen; antworte mit einem Status 2xx. Weiterleitungen wird nicht gefolgt.',
  'Signing secret': 'Geheimnis für die Signatur',
  'whsec_ and what `openssl rand -base64 32` prints, as the libraries of Standard Webhooks take it; check the webhook-signature header with it.':
    'whsec_ und was `openssl rand -base64 32` ausgibt, wie es die Bibliotheken von Standard Webhooks nehmen; prüfe damit die Kopfzeile webhook-signature.',
}
