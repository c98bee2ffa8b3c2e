import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'

/** A file that came with a form. It lies in a folder of its own until the answer is given, then it is gone. */
export interface Upload {
  readonly field: string
  /** Last part of the name it had; never a path. */
  readonly name: string
  /** What the browser takes it for; not to be trusted. */
  readonly type: string
  /** Where its content is. */
  readonly path: string
  readonly bytes: number
  /** Longer than allowed: what is there is not whole. */
  readonly tooLarge: boolean
}

/** How the plug-in is registered: a file that is too large is told, not thrown. */
export const multipartOptions = { throwFileSizeLimit: false } as const

/** What a form with files may bring. */
export interface UploadLimits {
  readonly maxBytes: number
  readonly maxFiles?: number
}

export interface UploadedForm {
  readonly form: URLSearchParams
  readonly uploads: readonly Upload[]
  /** Removes the files. */
  clear(): Promise<void>
}

/** The name without a folder before it and without characters that no file name needs. */
const plainName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to go
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_')
    .toWellFormed()
    .slice(-150)

/** Reads a form with files (RFC 7578) piece by piece: the files go to `folder`, memory stays constant. Throws Fastify's errors for forms that are broken or hold too much. */
export async function readUploads(request: FastifyRequest, limits: UploadLimits, folder: string): Promise<UploadedForm> {
  const place = path.join(folder, randomUUID())
  const form = new URLSearchParams()
  const uploads: Upload[] = []
  const clear = () => rm(place, { recursive: true, force: true })
  await mkdir(place, { recursive: true })
  try {
    const parts = request.parts({
      limits: { fileSize: limits.maxBytes, files: limits.maxFiles ?? 1, fields: 300, fieldSize: 64 * 1024, parts: 310 },
    })
    for await (const part of parts) {
      if (part.type === 'field') {
        if (typeof part.value === 'string') form.append(part.fieldname, part.value)
        continue
      }
      const target = path.join(place, String(uploads.length))
      await pipeline(part.file, createWriteStream(target, { flags: 'wx' }))
      // A file field in which nobody chose anything comes as a file without a name.
      if (part.filename === '' && part.file.bytesRead === 0) continue
      uploads.push({
        field: part.fieldname,
        name: plainName(part.filename),
        type: part.mimetype,
        path: target,
        bytes: part.file.bytesRead,
        tooLarge: part.file.truncated,
      })
    }
    return { form, uploads, clear }
  } catch (error) {
    await clear()
    throw error
  }
}
