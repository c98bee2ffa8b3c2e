import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const file = z.object({ file: z.string(), source: z.string(), sha256: z.string(), bytes: z.number() })
const record = z.object({
  version: z.literal(1),
  artefacts: z.record(z.string(), z.object({ licence: z.string(), count: z.number(), files: z.array(file) })),
})

/** One file of an installed artefact. */
export type InstalledFile = z.infer<typeof file>
/** What is installed, by artefact id; `reference/manifest.json`. */
export type Installed = z.infer<typeof record>

export const referenceDir = (dataDir: string) => path.join(dataDir, 'reference')

/** Reads what is installed; nothing or a broken list counts as nothing. */
export function readInstalled(dataDir: string): Installed {
  try {
    const read = record.safeParse(JSON.parse(readFileSync(path.join(referenceDir(dataDir), 'manifest.json'), 'utf8')))
    if (read.success) return read.data
  } catch {
    // Not there yet.
  }
  return { version: 1, artefacts: {} }
}

export const sha256 = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex')

/** Writes a file so that it is there whole or not at all. What is the same already is left alone: true when it was written. */
export function writeWhole(target: string, content: Uint8Array | string): boolean {
  try {
    if (sha256(readFileSync(target)) === sha256(content)) return false
  } catch {
    // Not there yet.
  }
  mkdirSync(path.dirname(target), { recursive: true })
  const half = `${target}.${process.pid}.tmp`
  try {
    writeFileSync(half, content, { flush: true })
    renameSync(half, target)
  } finally {
    rmSync(half, { force: true })
  }
  return true
}
