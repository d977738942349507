/** The least file of vector tiles (PMTiles 3) in the schema of Protomaps: all of the earth in one tile, its western half water. */
export function mapTilesFile(): Buffer {
  const tile = layer('water', [
    [0, 0],
    [2_048, 0],
    [2_048, 4_096],
    [0, 4_096],
  ])
  // One entry: tile 0, one long, so many bytes, at the beginning of the tiles.
  const directory = Buffer.from([1, 0, 1, ...varint(tile.length), 1])
  const metadata = Buffer.from('{"vector_layers":[{"id":"water","fields":{}}]}')
  const header = Buffer.alloc(127)
  header.write('PMTiles')
  header.writeUInt8(3, 7)
  const lengths = [directory.length, metadata.length, 0, tile.length]
  let offset = header.length
  for (const [at, length] of lengths.entries()) {
    header.writeBigUInt64LE(BigInt(offset), 8 + at * 16)
    header.writeBigUInt64LE(BigInt(length), 16 + at * 16)
    offset += length
  }
  for (const at of [72, 80, 88]) header.writeBigUInt64LE(1n, at)
  // Clustered, nothing packed, vector tiles of zoom 0.
  for (const [at, value] of [1, 1, 1, 1, 0, 0].entries()) header.writeUInt8(value, 96 + at)
  for (const [at, degrees] of [-180, -85, 180, 85].entries()) header.writeInt32LE(degrees * 1e7, 102 + at * 4)
  return Buffer.concat([header, directory, metadata, tile])
}

/** A vector tile with one layer that has one polygon. */
function layer(name: string, corners: readonly (readonly [number, number])[]): Buffer {
  const zigzag = (value: number) => (value < 0 ? -value * 2 - 1 : value * 2)
  const steps = corners.map(([x, y], at) => {
    const [px, py] = corners[at - 1] ?? [0, 0]
    return [zigzag(x - px), zigzag(y - py)]
  })
  // Move to the first, lines to the others, close.
  const geometry = [9, ...steps[0]!, ((corners.length - 1) << 3) | 2, ...steps.slice(1).flat(), 15]
  const feature = [...field(3, 0), 3, ...bytesField(4, geometry.flatMap(varint))]
  const content = [
    ...bytesField(1, [...Buffer.from(name)]),
    ...bytesField(2, feature),
    ...[...field(5, 0), ...varint(4_096)],
    ...[...field(15, 0), 2],
  ]
  return Buffer.from(bytesField(3, content))
}

const field = (number: number, wire: number) => varint((number << 3) | wire)
const bytesField = (number: number, bytes: readonly number[]) => [
  ...field(number, 2),
  ...varint(bytes.length),
  ...bytes,
]

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))]
}
