import { closeSync, fstatSync, fsyncSync, openSync, readSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { fail, ok, type Result } from '#kernel/result.ts'
import { analyzerVersion } from '../analyzer/version.ts'
import { type Meta, pack, type Section, unpack } from './pack.ts'
import type { IndexShape, IndexState } from './state.ts'

/** Raised when the layout of the file changes. */
const formatVersion = 3
const magic = 0x414c4d53
const alignment = 64
/** Head of the file: magic, format, analyzer, schema, length and checksum of the table of contents. */
const headBytes = 64
const writeChunk = 64 * 1024 * 1024

type TypedArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array
const kinds = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array } as const
type KindName = keyof typeof kinds

interface Entry {
  readonly name: string
  readonly kind: KindName
  readonly at: number
  readonly bytes: number
  readonly crc: number
}

interface Contents {
  readonly facets: readonly string[]
  readonly entries: readonly Entry[]
  readonly meta: Meta
}

const bytesOf = (array: TypedArray) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
const aligned = (length: number) => Math.ceil(length / alignment) * alignment

/** Writes the state to one file: beside it first, synced, then renamed, so that there is always one whole file. Gives its size. */
export async function writeSnapshot(file: string, state: IndexState, shape: IndexShape): Promise<number> {
  const { meta, sections } = pack(state)
  const temporary = `${file}.${process.pid}.new`
  const handle = await open(temporary, 'w')
  try {
    let at = headBytes
    const entries: Entry[] = []
    for (const { name, array } of sections) {
      const bytes = bytesOf(array)
      entries.push({ name, kind: array.constructor.name as KindName, at, bytes: bytes.length, crc: crc32(bytes) })
      for (let from = 0; from < bytes.length; from += writeChunk)
        await handle.write(bytes, from, Math.min(writeChunk, bytes.length - from), at + from)
      at = aligned(at + bytes.length)
    }
    const contents = Buffer.from(JSON.stringify({ facets: shape.facets, entries, meta } satisfies Contents))
    await handle.write(contents, 0, contents.length, at)
    await handle.write(head(shape, at, contents), 0, headBytes, 0)
    await handle.sync()
    await handle.close()
    await rename(temporary, file)
    syncFolder(path.dirname(file))
    return at + contents.length
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(temporary, { force: true })
    throw error
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function head(shape: IndexShape, at: number, contents: Buffer): Uint8Array {
  const view = new DataView(new ArrayBuffer(headBytes))
  const numbers = [magic, formatVersion, analyzerVersion, shape.version, crc32(contents), contents.length]
  for (const [i, number] of numbers.entries()) view.setUint32(i * 4, number)
  view.setFloat64(24, at)
  return new Uint8Array(view.buffer)
}

/** A snapshot in memory that threads of one process have in common. */
export interface Loaded {
  readonly state: IndexState
  readonly memory: SharedArrayBuffer
}

/** Reads a snapshot; refuses with the reason what is damaged, cut off, or made by other rules. Undefined when there is no file. */
export function readSnapshot(file: string, shape: IndexShape): Result<Loaded, string> | undefined {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    return fail(`the snapshot cannot be opened (${(error as Error).message})`)
  }
  try {
    return readOpen(handle, shape)
  } catch (error) {
    return fail(`the snapshot cannot be read (${(error as Error).message})`)
  } finally {
    closeSync(handle)
  }
}

function readOpen(handle: number, shape: IndexShape): Result<Loaded, string> {
  const size = fstatSync(handle).size
  if (size < headBytes) return fail('the snapshot is cut off')
  const memory = new SharedArrayBuffer(size)
  const bytes = new Uint8Array(memory)
  for (let from = 0; from < size; ) {
    const read = readSync(handle, bytes, from, Math.min(writeChunk, size - from), from)
    if (read === 0) return fail('the snapshot is cut off')
    from += read
  }
  const read = readMemory(memory, shape)
  return read.ok ? ok({ state: read.value, memory }) : read
}

/** Makes a state of a snapshot in memory, checked as a file is. Nothing is copied but the little that changes in place. */
export function readMemory(memory: SharedArrayBuffer, shape: IndexShape): Result<IndexState, string> {
  const view = new DataView(memory)
  if (view.getUint32(0) !== magic) return fail('the file is no snapshot of a search index')
  if (view.getUint32(4) !== formatVersion) return fail('the snapshot has another format version')
  if (view.getUint32(8) !== analyzerVersion) return fail('the snapshot was made by other language rules')
  if (view.getUint32(12) !== shape.version) return fail('the snapshot was made for another version of the documents')
  const at = view.getFloat64(24)
  const length = view.getUint32(20)
  if (!(at >= headBytes && at + length === memory.byteLength)) return fail('the snapshot is cut off')
  const text = new Uint8Array(memory, at, length)
  if (crc32(text) !== view.getUint32(16)) return fail('the table of contents of the snapshot is damaged')
  const contents = JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.length).toString('utf8')) as Contents
  if (contents.facets.join() !== shape.facets.join()) return fail('the snapshot has other facets')
  return readSections(memory, contents, shape)
}

function readSections(memory: SharedArrayBuffer, contents: Contents, shape: IndexShape): Result<IndexState, string> {
  const sections = new Map<string, TypedArray>()
  for (const { name, kind, at, bytes, crc } of contents.entries) {
    const array = arrayOn(memory, kind, at, bytes)
    if (crc32(bytesOf(array)) !== crc) return fail(`part "${name}" of the snapshot is damaged`)
    sections.set(name, array)
  }
  return ok(unpack(contents.meta, sections, shape.facets))
}

function arrayOn(memory: SharedArrayBuffer, kind: KindName, at: number, bytes: number): TypedArray {
  const type: new (memory: SharedArrayBuffer, at: number, length: number) => TypedArray = kinds[kind]
  return new type(memory, at, bytes / kinds[kind].BYTES_PER_ELEMENT)
}

export type { Section }
