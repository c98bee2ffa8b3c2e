import { open as openFile, readFile } from 'node:fs/promises'
import { fail, ok, type Result } from '#kernel/result.ts'
import { type Distribution, fileTypes, findMediaType } from '#standards/dcat-ap-de'
import { largestFile } from './attach-file.ts'
import { endingOf, uploadFault } from './upload-kinds.ts'

/** A file that came with a request, as it lies on disk. */
export interface UploadedFile {
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly tooLarge: boolean
}

async function headOf(path: string): Promise<Buffer> {
  const file = await openFile(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** The content of a file that may be handed in, or why it may not: `type` is its ending, `content` what it begins with. */
export async function readUploaded(file: UploadedFile): Promise<Result<Buffer, 'too-large' | 'empty' | 'type' | 'content'>> {
  if (file.tooLarge || file.bytes > largestFile) return fail('too-large')
  if (file.bytes === 0) return fail('empty')
  const fault = uploadFault(file.name, await headOf(file.path))
  return fault ? fail(fault) : ok(await readFile(file.path))
}

/** What can be told from a file, put into its distribution. A title that somebody wrote stays. */
export function withFile(
  one: Distribution,
  file: { name: string; mediaType: string; bytes: number; sha256: string },
  url: string,
  now: Date,
): Distribution {
  const format = fileTypes.find(endingOf(file.name))
  const mediaType = findMediaType(file.mediaType)
  return {
    ...one,
    title: one.title.length > 0 ? one.title : [{ value: file.name, lang: 'de' }],
    accessURL: [url],
    downloadURL: [url],
    byteSize: file.bytes,
    checksum: { algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256', value: file.sha256 },
    modified: now.toISOString().slice(0, 10),
    ...(format ? { format: format.iri } : {}),
    ...(mediaType ? { mediaType } : {}),
  }
}
