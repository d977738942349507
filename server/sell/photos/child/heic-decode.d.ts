/** What of it is used; the package has no types. */
declare module 'heic-decode' {
  interface Decoded {
    width: number
    height: number
    /** RGBA. */
    data: Uint8ClampedArray
  }
  interface Picture {
    width: number
    height: number
    decode(): Promise<Decoded>
  }
  const decode: {
    (file: { buffer: Uint8Array }): Promise<Decoded>
    /** `dispose` lets go of all of them. */
    all(file: { buffer: Uint8Array }): Promise<Picture[] & { dispose(): void }>
  }
  export default decode
}
