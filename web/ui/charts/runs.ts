/** What stands next to each other and fits, run by run; what does not fit is a gap. */
export function runsOf<Item>(items: readonly Item[], fits: (item: Item) => boolean): Item[][] {
  const runs: Item[][] = []
  let isOpen = false
  for (const item of items) {
    if (!fits(item)) isOpen = false
    else if (isOpen) runs.at(-1)!.push(item)
    else {
      runs.push([item])
      isOpen = true
    }
  }
  return runs
}
