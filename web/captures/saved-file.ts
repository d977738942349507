/** As the server takes it. */
export const pageMibMax = 8

/** Why a file is no page that can be handed in. */
export type Refusal = 'several' | 'empty' | 'tooLarge' | 'notHtml'

/** What can be said of a file before it is read. */
export function refusalOf(file: Pick<File, 'name' | 'size'> | null): Refusal | null {
  if (file === null) return 'several'
  if (file.size === 0) return 'empty'
  if (file.size > pageMibMax * 1024 * 1024) return 'tooLarge'
  return /\.(?:html?|xhtml|txt)$/i.test(file.name) || !/\.\w{1,5}$/.test(file.name) ? null : 'notHtml'
}

/** Text as it can be sent: without NUL and halves of characters, which a broken file may have. */
export const sendable = (text: string) => text.replaceAll('\0', '').toWellFormed()
