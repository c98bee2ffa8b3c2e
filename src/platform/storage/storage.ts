import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** Keeps contents under the fingerprint of what they are: equal contents are kept once, and nothing is ever overwritten. */
export interface Storage {
  /** Keeps the bytes; gives their SHA-256 in hexadecimal. */
  put(content: Uint8Array): Promise<string>
  /** The bytes from `start` to `end` (both included), or all. */
  read(sha256: string, range?: { start: number; end: number }): AsyncIterable<Buffer>
  has(sha256: string): boolean
}

/** Storage in a folder of this machine. A content appears whole or not at all (written beside, synced, renamed). */
export function openLocalStorage(folder: string): Storage {
  const place = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256)
  return {
    async put(content) {
      const sha256 = createHash('sha256').update(content).digest('hex')
      const target = place(sha256)
      if (existsSync(target)) return sha256
      await mkdir(path.dirname(target), { recursive: true })
      const beside = `${target}.${process.pid}.${performance.now()}.part`
      const file = await open(beside, 'wx')
      try {
        await file.writeFile(content)
        await file.sync()
        await file.close()
        await rename(beside, target)
      } catch (error) {
        await rm(beside, { force: true })
        throw error
      }
      return sha256
    },
    read: (sha256, range) => createReadStream(place(sha256), range),
    has: (sha256) => existsSync(place(sha256)),
  }
}
