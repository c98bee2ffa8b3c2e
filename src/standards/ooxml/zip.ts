import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of an archive. */
export interface ZipEntry {
  readonly name: string
  readonly content: string
}

// 1 January 1980: the first day a ZIP can name, and the same on every run.
const dosDate = 0x21

function header(entry: { name: Buffer; crc: number; packed: number; size: number }, offset?: number): Buffer {
  const central = offset !== undefined
  const head = Buffer.alloc(central ? 46 : 30)
  let at = head.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0)
  if (central) at = head.writeUInt16LE(20, at)
  at = head.writeUInt16LE(20, at)
  at = head.writeUInt16LE(0x0800, at) // names are UTF-8
  at = head.writeUInt16LE(8, at) // deflate
  at = head.writeUInt16LE(0, at)
  at = head.writeUInt16LE(dosDate, at)
  at = head.writeUInt32LE(entry.crc, at)
  at = head.writeUInt32LE(entry.packed, at)
  at = head.writeUInt32LE(entry.size, at)
  head.writeUInt16LE(entry.name.length, at)
  if (central) head.writeUInt32LE(offset, 42)
  return Buffer.concat([head, entry.name])
}

/** A ZIP archive with fixed dates, so that the same entries give the same bytes. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of entries) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw, { level: 3 })
    const entry = { name: Buffer.from(name), crc: crc32(raw), packed: packed.length, size: raw.length }
    const local = header(entry)
    directory.push(header(entry, offset))
    parts.push(local, packed)
    offset += local.length + packed.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}
