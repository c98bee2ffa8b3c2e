import { plantCourse } from '#catalogue'
import type { QualityHouse } from '../house.ts'
import { madeUpLinks, type PlantedLink, plantLink } from '../store/demonstration-store.ts'
import { usesOf } from '../store/link-store.ts'
import { tellCatalogue } from './check-links.ts'
import { gatherLinks } from './gather-links.ts'

// What offices meet: a server that was renamed, a page that went with a new web site, a page in place of a file, a guard against programs.
const met: readonly PlantedLink[] = [
  { state: 'broken', status: 404, fault: 'status', days: 12 },
  { state: 'ok', status: 200, movedTo: 'https://geoportal.sennewald.example/dienste/wfs', type: 'text/xml' },
  { state: 'broken', fault: 'unreachable', days: 4 },
  { state: 'broken', status: 403, fault: 'status', days: 5, cleared: 'Der Server weist Programme ab. Im Browser geht es.' },
]

/** Gathers the addresses of the demonstration, and says how some of them stand: they lead to names that nobody has. */
export async function loadQuality(house: QualityHouse): Promise<void> {
  const db = house.database.system
  await gatherLinks(house)
  await plantCourse(db, house.config.publicUrl)
  for (const site of house.sites().all) {
    const hashes = await madeUpLinks(db, site.id, met.length)
    for (const [at, hash] of hashes.entries()) {
      const link = met[at]
      if (!link) continue
      await plantLink(db, site.id, hash, link)
      const uses = await usesOf(db, site.id, hash)
      await tellCatalogue(db, site.id, [...new Set(uses.map((use) => use.resource))])
    }
  }
}
