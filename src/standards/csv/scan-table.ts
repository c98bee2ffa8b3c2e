import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type InfoRecord, type Options, parse } from 'csv-parse'
import { decodeText } from './encoding.ts'
import { type Dialect, type RowFault, tolerant } from './read-table.ts'

/** What one walk over a file tells; constant memory for any length. */
export interface TableScan {
  rows: number
  /** Empty cells of each column. */
  empty: readonly number[]
  /** How often each value of a column occurs; undefined where there are more different ones than were asked for. */
  values: readonly (ReadonlyMap<string, number> | undefined)[]
  /** Byte at which every n-th row begins, from the first row of values on. */
  offsets: readonly number[]
  /** The first rows of another width, and how many there are. */
  faults: readonly RowFault[]
  faultCount: number
  /** False when the walk stopped at the bound. */
  whole: boolean
}

interface Bounds {
  /** Rows between two offsets. */
  every: number
  maxBytes: number
  /** Different values counted for each column; a column that has more is not counted. */
  maxValues: number
}

const maxFaults = 20

/** Lets so many bytes through and says whether there were more. */
function upTo(limit: number): { stream: Transform; cut: () => boolean } {
  let passed = 0
  let cut = false
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const rest = limit - passed
      passed += chunk.length
      if (rest <= 0) cut = true
      else if (chunk.length > rest) {
        cut = true
        this.push(chunk.subarray(0, chunk.lastIndexOf(10, rest - 1) + 1))
      } else this.push(chunk)
      done()
    },
  })
  return { stream, cut: () => cut }
}

/** Walks over the bytes of a table once. Only encodings in which a line break is one byte can be walked: not UTF-16. */
export async function scanTable(
  source: AsyncIterable<Buffer>,
  dialect: Dialect,
  width: number,
  bounds: Bounds,
): Promise<TableScan> {
  const empty = Array.from({ length: width }, () => 0)
  const counted: (Map<string, number> | undefined)[] = Array.from({ length: width }, () => new Map())
  const offsets: number[] = []
  const faults: RowFault[] = []
  let [records, rows, faultCount, from] = [0, 0, 0, 0]
  const limited = upTo(bounds.maxBytes)
  // Cells come as bytes: the walk needs places in the file, and decoding each cell would cost more than the walk.
  const options = {
    ...tolerant(dialect),
    encoding: null,
    on_record: (record: Buffer[], info: InfoRecord) => {
      if (records++ >= dialect.before) {
        if (rows % bounds.every === 0) offsets.push(from)
        rows++
        if (record.length < width || record.slice(width).some((cell) => cell.length > 0)) {
          faultCount++
          if (faults.length < maxFaults) faults.push({ line: info.lines, cells: record.length, expected: width })
        }
        for (let at = 0; at < width; at++) count(at, record[at])
      }
      from = info.bytes
      return null
    },
  }
  const walker = parse(options as unknown as Options)
  const count = (at: number, cell: Buffer | undefined) => {
    if (!cell || cell.length === 0) {
      empty[at] = (empty[at] ?? 0) + 1
      return
    }
    const values = counted[at]
    if (!values) return
    // Bytes one to one; decoded at the end, once for each value.
    const key = cell.toString('latin1')
    values.set(key, (values.get(key) ?? 0) + 1)
    if (values.size > bounds.maxValues) counted[at] = undefined
  }
  walker.resume()
  await pipeline(Readable.from(source), limited.stream, walker)
  const decoded = counted.map(
    (values) => values && new Map([...values].map(([key, n]) => [decodeText(Buffer.from(key, 'latin1'), dialect.encoding), n])),
  )
  return { rows, empty, values: decoded, offsets, faults, faultCount, whole: !limited.cut() }
}
