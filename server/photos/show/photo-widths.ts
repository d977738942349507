/** In pixels of the picture, small to large: a card and a page on ordinary and on dense screens. */
export const photoWidths = [176, 352, 704, 1408] as const
export type PhotoWidth = (typeof photoWidths)[number]
