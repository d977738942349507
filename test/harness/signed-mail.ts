import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'

/** Who signs mails of a domain, and what the DNS says of that. */
export interface Signer {
  domain: string
  /** By the name of the record. */
  records: Readonly<Record<string, string[][]>>
  /** The mail with a signature before it; `change` bends how it is signed. */
  sign(mail: string, change?: { algorithm?: string; maxBodyLength?: number }): Promise<string>
  /** Signed over these headers alone, which no honest signer does. */
  signOver(headers: readonly string[], mail: string): string
}

const selector = 'test'

/** Makes a key for this domain. */
export function signerOf(domain: string): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return {
    domain,
    records: {
      [`${selector}._domainkey.${domain}`]: [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]],
    },
    async sign(mail, { algorithm = 'rsa-sha256', maxBodyLength } = {}) {
      const { signatures, errors } = await dkimSign(mail, {
        ...{ canonicalization: 'relaxed/relaxed', algorithm },
        signatureData: [
          {
            ...{ signingDomain: domain, selector, privateKey, algorithm },
            ...{ canonicalization: 'relaxed/relaxed', ...(maxBodyLength !== undefined && { maxBodyLength }) },
          },
        ],
      } as Parameters<typeof dkimSign>[1])
      if (errors.length > 0) throw new Error(JSON.stringify(errors))
      return signatures + mail
    },
    signOver(headers, mail) {
      const at = mail.indexOf('\r\n\r\n')
      const body = `${mail.slice(at + 4).trimEnd()}\r\n`
      const lines = mail.slice(0, at).split('\r\n')
      const hash = createHash('sha256').update(body).digest('base64')
      const unsigned = `v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=${selector}; h=${headers.join(':')}; bh=${hash}; b=`
      const signed = headers.map((name) => {
        const value = lines.find((line) => line.toLowerCase().startsWith(`${name}:`))!
        return `${name}:${value.slice(name.length + 1).trim()}\r\n`
      })
      const text = `${signed.join('')}dkim-signature:${unsigned}`
      const signature = sign('sha256', Buffer.from(text), privateKey).toString('base64')
      return `DKIM-Signature: ${unsigned}${signature}\r\n${mail}`
    },
  }
}

/** What the DNS says: these records, and of everything else that it is not there. `asked` notes every name. */
export function dnsOf(...signers: readonly Signer[]) {
  const records = Object.assign({}, ...signers.map((one) => one.records)) as Record<string, string[][]>
  const asked: string[] = []
  return {
    asked,
    records,
    /** While true nothing is answered. */
    isAway: false,
    async resolveTxt(name: string): Promise<string[][]> {
      asked.push(name)
      if (this.isAway) throw Object.assign(new Error('no answer'), { code: 'ETIMEOUT' })
      const found = records[name]
      if (found === undefined) throw Object.assign(new Error('not there'), { code: 'ENOTFOUND' })
      return found
    },
  }
}

let count = 0

/** A mail as servers pass it on; every call has an id of its own. */
export function mailOf(over: {
  from?: string
  subject?: string
  date?: Date
  text?: string
  html?: string
  headers?: readonly string[]
}): string {
  count++
  const { from = 'alerts@alerts.craigslist.org', subject = 'desk', date = new Date(), text, html } = over
  const part = (type: string, body: string) =>
    `Content-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body)
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n')}\r\n`
  return [
    ...(over.headers ?? []),
    `From: ${from}`,
    'To: me@example.com',
    `Subject: ${subject}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${count}.${date.getTime()}@mail.example.com>`,
    'MIME-Version: 1.0',
    html === undefined ? part('plain', text ?? '') : part('html', html),
  ].join('\r\n')
}

/** An alert of Craigslist of today about these things. */
export function alertText(things: readonly { id: number; title: string; price: number }[]): string {
  return things
    .map(({ id, title, price }) => {
      const url = `https://portland.craigslist.org/mlt/fuo/d/portland-thing/${id}.html`
      return `$${price} - ${title}\n${url}\n(Sellwood)\n${url}\n`
    })
    .join(`\n${'='.repeat(60)}\n\n`)
}
