/** Addresses of what maps are drawn on: `web/build/outlines.ts`. */
declare module 'virtual:outlines' {
  export const land: string
  export const borders: string
  export const counties: string
}
