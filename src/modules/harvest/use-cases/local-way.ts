import type { Dirent } from 'node:fs'
import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import type { Storage } from '#platform/storage'
import type { Fetched, FolderFile } from '../harvester.ts'
import type { HarvestHouse } from '../house.ts'
import { HarvestFault } from '../model/fault.ts'
import { folderAddress, readFolder, readUpload } from '../model/local-address.ts'
import type { Source } from '../model/source.ts'

const mostFiles = 2000
const deepest = 4

/** The folder that the operator opened for a tenant; undefined where there is none. */
async function openedFor(house: Pick<HarvestHouse, 'config' | 'sites'>, tenant: string): Promise<string | undefined> {
  const { HARVEST_FOLDER: folder, dataDir } = house.config
  const site = house.sites().byId(tenant)
  if (folder === '' || !site) return undefined
  return realpath(path.join(dataDir, folder, site.slug)).catch(() => undefined)
}

/** Where a path below a tenant's folder really lies; undefined for what is not there or leads out of it, by `..` or by a link. */
export async function placeInFolder(
  house: Pick<HarvestHouse, 'config' | 'sites'>,
  tenant: string,
  below: string,
): Promise<string | undefined> {
  const root = await openedFor(house, tenant)
  if (root === undefined || below.includes('\0')) return undefined
  const place = await realpath(path.join(root, below)).catch(() => undefined)
  return place !== undefined && (place === root || place.startsWith(root + path.sep)) ? place : undefined
}

const notThere = (below: string) => new HarvestFault('no-folder', { folder: below || '.' })

/** The files of a folder and of those in it, in the order of their names. Links are left out: they may lead anywhere. */
export async function filesIn(house: HarvestHouse, source: Pick<Source, 'tenant'>, address: string): Promise<FolderFile[]> {
  const below = readFolder(address) ?? ''
  const root = await placeInFolder(house, source.tenant, below)
  if (root === undefined) throw notThere(below)
  const found: FolderFile[] = []
  const look = async (folder: string, depth: number): Promise<void> => {
    const inside: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => {
      throw notThere(below)
    })
    for (const one of inside) {
      const place = path.join(folder, one.name)
      if (one.name.startsWith('.')) continue
      if (one.isDirectory() && depth < deepest) await look(place, depth + 1)
      if (!one.isFile()) continue
      if (found.length >= mostFiles) throw new HarvestFault('too-many-pages', { limit: mostFiles })
      const { size, mtimeMs } = await lstat(place)
      const name = path.relative(root, place).split(path.sep).join('/')
      found.push({ name, address: folderAddress(path.posix.join(below, name)), size, changed: mtimeMs })
    }
  }
  await look(root, 0)
  return found.sort((a, b) => (a.name < b.name ? -1 : 1))
}

async function uploaded(storage: Storage, sha256: string, name: string): Promise<Uint8Array> {
  if (!storage.has(sha256)) throw new HarvestFault('no-folder', { folder: name })
  const parts: Buffer[] = []
  for await (const part of storage.read(sha256)) parts.push(part)
  return Buffer.concat(parts)
}

/** Reads what lies here: an uploaded table, a file of a folder. Its records get their identity from the source. */
export async function readLocal(
  house: HarvestHouse,
  source: Pick<Source, 'id' | 'tenant'>,
  address: string,
  limit: number,
): Promise<Fetched> {
  const upload = readUpload(address)
  const base = { contentType: undefined, address: `urn:uuid:${source.id}` }
  if (upload) return { bytes: await uploaded(house.storage, upload.sha256, upload.name), seal: upload.sha256, ...base }
  const below = readFolder(address) ?? ''
  const place = await placeInFolder(house, source.tenant, below)
  if (place === undefined) throw notThere(below)
  const { size } = await lstat(place)
  if (size > limit) throw new HarvestFault('too-large', { url: below, limit: Math.round(limit / 1024 / 1024) })
  if (size === 0) throw new HarvestFault('empty', { url: below })
  return { bytes: await readFile(place), ...base }
}
