import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, rename, rm, utimes } from 'node:fs/promises'
import path from 'node:path'
import { type Swept, sweepFolder } from './sweep.ts'

/** Keeps contents under the fingerprint of what they are: equal contents are kept once, and nothing is ever overwritten. */
export interface Storage {
  /** Keeps the bytes; gives their SHA-256 in hexadecimal. */
  put(content: Uint8Array): Promise<string>
  /** Keeps the content of a file of this machine, in constant memory; gives its SHA-256. */
  putFile(file: string): Promise<string>
  /** The bytes from `start` to `end` (both included), or all. */
  read(sha256: string, range?: { start: number; end: number }): AsyncIterable<Buffer>
  has(sha256: string): boolean
  /** Removes what is not among `named` for a day, and was not put within a day. */
  sweep(named: ReadonlySet<string>, now: Date): Promise<Swept>
}

/** Storage in a folder of this machine. A content appears whole or not at all (written beside, synced, renamed). */
export function openLocalStorage(folder: string): Storage {
  const place = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256)
  return {
    async put(content) {
      const sha256 = createHash('sha256').update(content).digest('hex')
      const target = place(sha256)
      if (await putAnew(target)) return sha256
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
    async putFile(file) {
      const hash = createHash('sha256')
      const beside = path.join(folder, `${process.pid}.${performance.now()}.part`)
      await mkdir(folder, { recursive: true })
      try {
        const out = await open(beside, 'wx')
        try {
          for await (const chunk of createReadStream(file)) {
            hash.update(chunk)
            await out.writeFile(chunk)
          }
          await out.sync()
        } finally {
          await out.close()
        }
        const sha256 = hash.digest('hex')
        const target = place(sha256)
        await mkdir(path.dirname(target), { recursive: true })
        await rename(beside, target)
        return sha256
      } catch (error) {
        await rm(beside, { force: true })
        throw error
      }
    },
    read: (sha256, range) => createReadStream(place(sha256), range),
    has: (sha256) => existsSync(place(sha256)),
    sweep: (named, now) => sweepFolder(folder, named, now),
  }
}

/** Says of a content that is there that it was put just now, so that no sweep takes it before its row is written; false when it is not there. */
async function putAnew(target: string): Promise<boolean> {
  const now = new Date()
  return utimes(target, now, now).then(
    () => true,
    () => false,
  )
}
