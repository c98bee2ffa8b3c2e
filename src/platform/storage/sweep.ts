import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** What a sweep did. */
export interface Swept {
  /** Contents that are gone, and their bytes. */
  readonly removed: number
  readonly bytes: number
  /** Contents that no row names, and that go when nobody names them for a day. */
  readonly waiting: number
}

const day = 24 * 3600 * 1000
/** A night is not exactly a day long. */
const aNight = day - 3600 * 1000

const isContent = (name: string) => /^[0-9a-f]{64}$/.test(name)
const noticed = (content: string) => `${content}.unnamed`
const leaving = (content: string) => `${content}.leaving`

/** When a file was last written, in milliseconds; undefined when there is none. */
const writtenAt = async (file: string): Promise<number | undefined> => (await stat(file).catch(() => undefined))?.mtimeMs

/**
 * Removes contents below a folder that no row names. Nothing goes that was put there less than a day ago, for its row may be written yet, and
 * nothing that was not found unnamed once before, about a day earlier: until then a transaction that copies its name has ended, and a backup
 * that took the rows first has taken the files. `named` are the fingerprints in all rows.
 */
export async function sweepFolder(folder: string, named: ReadonlySet<string>, now: Date): Promise<Swept> {
  let removed = 0
  let bytes = 0
  let waiting = 0
  for (const place of await foldersOf(folder)) {
    await bringBack(place)
    for (const name of await readdir(place)) {
      const file = path.join(place, name)
      if (name.endsWith('.part')) await forgetPart(file, now)
      if (!isContent(name)) continue
      const verdict = await judge(file, named.has(name), now)
      if (verdict === 'waits') waiting++
      const size = verdict === 'goes' ? await removeUnnamed(file) : undefined
      if (size === undefined) continue
      removed++
      bytes += size
    }
  }
  return { removed, bytes, waiting }
}

/** The folder itself, where whole files are written, and those of the contents. */
async function foldersOf(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const inside = await readdir(folder, { withFileTypes: true })
  return [folder, ...inside.filter((one) => one.isDirectory()).map((one) => path.join(folder, one.name))]
}

async function judge(content: string, isNamed: boolean, now: Date): Promise<'stays' | 'waits' | 'goes'> {
  const [put = now.getTime(), since] = [await writtenAt(content), await writtenAt(noticed(content))]
  // Put anew since: somebody is about to name it.
  if (isNamed || now.getTime() - put < day || (since !== undefined && put > since)) {
    if (since !== undefined) await rm(noticed(content), { force: true })
    return 'stays'
  }
  if (since === undefined) {
    await writeFile(noticed(content), '')
    await utimes(noticed(content), now, now)
    return 'waits'
  }
  return now.getTime() - since < aNight ? 'waits' : 'goes'
}

/** Takes away a content that was judged; gives its bytes. One that was put anew since stays: `put` writes the time of what is there already. */
export async function removeUnnamed(content: string): Promise<number | undefined> {
  const since = (await writtenAt(noticed(content))) ?? 0
  await rename(content, leaving(content))
  const { mtimeMs, size } = await stat(leaving(content))
  if (mtimeMs > since) {
    await rename(leaving(content), content)
    return undefined
  }
  await rm(leaving(content))
  await rm(noticed(content), { force: true })
  return size
}

/** What a sweep that was killed had in its hands. */
async function bringBack(place: string): Promise<void> {
  for (const name of await readdir(place))
    if (name.endsWith('.leaving')) await rename(path.join(place, name), path.join(place, name.slice(0, -'.leaving'.length)))
}

/** What is left of an upload whose process was killed. */
async function forgetPart(part: string, now: Date): Promise<void> {
  const written = await writtenAt(part)
  if (written !== undefined && now.getTime() - written > day) await rm(part, { force: true })
}
