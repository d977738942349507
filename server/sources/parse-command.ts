import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { badInput, errorMessage } from '../core/errors.ts'
import { jsonForTerminal, toStdout } from '../core/terminal.ts'
import type { Marketplace } from '../marketplaces/contract.ts'
import type { SeenListing } from '../model/listing-schema.ts'

/** `deal-scout parse`: what an adapter sees in a saved page or answer; touches nothing. */
export function parseCommand(
  program: Command,
  marketplaces: () => Promise<ReadonlyMap<string, Marketplace>>,
): void {
  program
    .command('parse <marketplace> <file>')
    .description(
      "prints what a marketplace's parser sees in a saved page or answer, as JSON; touches nothing",
    )
    .option('--url <address>', 'where the page came from, if the page does not tell')
    .action(async (id: string, file: string, flags: { url?: string }) => {
      const page = await parseFile(await marketplaces(), id, file, flags.url)
      toStdout(
        `${jsonForTerminal({ outcome: page.outcome, ...(page.reason !== undefined && { reason: page.reason }), listings: page.listings.map(parsedView), ...(page.rejected?.length && { rejected: page.rejected }) }, 2)}\n`,
      )
    })
}

/** Reads a saved page; bad input when the marketplace or the file is unknown. */
export async function parseFile(
  marketplaces: ReadonlyMap<string, Marketplace>,
  id: string,
  file: string,
  url?: string,
) {
  const marketplace = marketplaces.get(id)
  if (!marketplace)
    throw badInput(`There is no marketplace "${id}"; there are ${[...marketplaces.keys()].join(', ')}.`)
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw badInput(`${file} cannot be read: ${errorMessage(error)}`)
  }
  return marketplace.parse(text, url)
}

/** As it would be stored: what a view leaves open about a new listing is that it is for sale. */
function parsedView(listing: SeenListing) {
  return {
    ...listing,
    priceCents: listing.priceCents ?? null,
    currency: listing.currency ?? null,
    state: listing.state ?? (listing.basis === 'sold' ? 'sold' : 'active'),
  }
}
