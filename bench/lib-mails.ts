import { simpleParser } from 'mailparser'
import { type MailGiven, readMail } from '../server/mailbox/message/reading.ts'
import { alertText, mailOf, type Signer, signerOf } from '../test/harness/signed-mail.ts'

export interface MailFigures {
  mails: number
  mailsPerS: number
  listingsPerS: number
  /** Processor time of mailparser alone on the same mails by ours, which checks the signature and reads listings, too. */
  bareRatio: number
  msMax: number
}

const rounds = 5
const site = (id: string, domains: string[]) => ({
  ...{ id, domains, member: 'default', hasAlerts: true, hasSales: false },
  module: new URL(`../server/marketplaces/${id}/index.ts`, import.meta.url).href,
})
const sites = [site('craigslist', ['craigslist.org']), site('facebook', ['facebookmail.com'])]

/** How fast alert mails are read whole, in this process: half of them plain text of 25 listings, half HTML of 12. */
export async function mailFigures(): Promise<MailFigures> {
  const text = signerOf('craigslist.org')
  const html = signerOf('facebookmail.com')
  const mails: MailGiven[] = []
  for (let n = 0; n < 40; n++) mails.push(await (n % 2 === 0 ? textMail(text, n) : htmlMail(html, n)))
  const read = mails.map((mail) => () => readMail(mail))
  const listings = await Promise.all(read.map(async (one) => (await one()).page!.listings.length))
  if (listings.some((count) => count === 0)) throw new Error('a mail of the measurement gave nothing')
  const options = { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true }
  const bare = mails.map(
    ({ bytes }) =>
      () =>
        simpleParser(Buffer.from(bytes), options),
  )
  const [ours, theirs] = await bestOf([read, bare])
  let msMax = 0
  for (const one of read) {
    const startedAt = performance.now()
    await one()
    msMax = Math.max(msMax, performance.now() - startedAt)
  }
  const sum = listings.reduce((total, count) => total + count, 0)
  const round = (value: number, digits = 1) => Number(value.toFixed(digits))
  return {
    mails: mails.length,
    mailsPerS: round((mails.length / ours!) * 1000),
    listingsPerS: round((sum / ours!) * 1000),
    bareRatio: round(theirs! / ours!, 2),
    msMax: round(msMax, 2),
  }
}

async function textMail(signer: Signer, n: number): Promise<MailGiven> {
  const things = Array.from({ length: 25 }, (_, at) => ({
    ...{ id: 7_000_000_000 + n * 100 + at, title: `Oak desk with drawers, number ${at}`, price: 40 + at },
  }))
  return given(signer, await signer.sign(mailOf({ text: alertText(things) })))
}

async function htmlMail(signer: Signer, n: number): Promise<MailGiven> {
  const rows = Array.from({ length: 12 }, (_, at) => {
    const id = 700_000_000_000 + n * 100 + at
    const link = `https://www.facebook.com/n/?u=${encodeURIComponent(`https://www.facebook.com/marketplace/item/${id}/?ref=mail`)}`
    return `<tr><td style="padding:8px"><table role="presentation"><tr><td><a href="${link}"><img src="https://scontent.xx.fbcdn.net/v/${id}.jpg" alt="Folding drone ${at}"></a></td>
      <td><a href="${link}" style="color:#333"><b>$${85 + at}</b><br><span>Folding drone ${at}</span></a><p>Houston, TX</p></td></tr></table></td></tr>`
  })
  const html = `<html><head><style>${'.x{color:red}'.repeat(300)}</style></head><body><table>${rows.join('')}</table></body></html>`
  return given(signer, await signer.sign(mailOf({ from: 'notification@facebookmail.com', html })))
}

function given(signer: Signer, mail: string): MailGiven {
  return { bytes: Buffer.from(mail), sites, keys: signer.records, trustedServer: null, alsoSales: false }
}

/** Milliseconds of processor of one go through all, of each list in turns: the best round. */
async function bestOf(lists: readonly (readonly (() => Promise<unknown>)[])[]): Promise<number[]> {
  const best = lists.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round++)
    for (const [which, list] of lists.entries()) {
      const before = process.cpuUsage()
      for (const one of list) await one()
      const { user, system } = process.cpuUsage(before)
      best[which] = Math.min(best[which]!, (user + system) / 1000)
    }
  return best
}
