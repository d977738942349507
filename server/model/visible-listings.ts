/**
 * Of a statement over listings `l`: those that a person may see, which is what the market shows and what is their own.
 * `person` is the parameter that has their id, such as `$2`.
 */
export function visibleTo(l: string, person: string): string {
  return `(${l}.owner_id IS NULL OR ${l}.owner_id = ${person}::bigint)`
}

/** The same for lists: one's own view of what the market shows as well gives way to that, so that nothing is there twice. */
export function listedFor(l: string, person: string): string {
  return `(${l}.owner_id IS NULL OR (${ownFor(l, person)}))`
}

/** Those of them that are the person's own, and not on the market. */
export function ownFor(l: string, person: string): string {
  return `${l}.owner_id = ${person}::bigint AND NOT ${isOnTheMarket(l)}`
}

/** Whether the market shows what `l` is one person's view of. */
export function isOnTheMarket(l: string): string {
  // Looked up for each that is asked about, which few are; else all of the market may be read into a hash.
  return `EXISTS (SELECT FROM listings pub WHERE pub.marketplace = ${l}.marketplace
    AND pub.external_id = ${l}.external_id AND pub.owner_id IS NULL OFFSET 0)`
}
