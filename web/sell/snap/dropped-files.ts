/** What a browser gives of a folder that is dropped. */
interface Entry {
  isFile: boolean
  isDirectory: boolean
  file?(found: (file: File) => void, failed: (error: unknown) => void): void
  createReader?(): { readEntries(found: (entries: Entry[]) => void, failed: (error: unknown) => void): void }
}

const filesMax = 1000
const isPhoto = ({ name, type }: File) =>
  /^image\//.test(type) || /\.(?:jpe?g|png|webp|avif|hei[cf])$/i.test(name)

/** All photos among what was dropped, those in folders too; other files are left out. */
export async function droppedPhotos(items: DataTransferItemList): Promise<File[]> {
  // The list is empty as soon as this turn is over.
  const entries = [...items].map((item) => item.webkitGetAsEntry() as Entry | null)
  const files: File[] = []
  for (const entry of entries) if (entry !== null) await collect(entry, files)
  return files
}

export const photosAmong = (files: FileList): File[] => [...files].filter(isPhoto).slice(0, filesMax)

async function collect(entry: Entry, files: File[]): Promise<void> {
  if (files.length >= filesMax) return
  if (entry.isFile && entry.file) {
    const file = await new Promise<File>((found, failed) => entry.file!(found, failed))
    if (isPhoto(file)) files.push(file)
  }
  if (!entry.isDirectory || !entry.createReader) return
  const reader = entry.createReader()
  for (;;) {
    // A hundred at a time, until there are none.
    const inside = await new Promise<Entry[]>((found, failed) => reader.readEntries(found, failed))
    if (inside.length === 0) return
    for (const one of inside) await collect(one, files)
  }
}
