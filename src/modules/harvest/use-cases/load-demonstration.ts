import { Readable } from 'node:stream'
import type { Site } from '#kernel/site.ts'
import type { Outbound, OutboundAnswer } from '#platform/outbound-fetch'
import { planRecords, waterRecords } from '../demo/portals.ts'
import { utilityTable } from '../demo/utility-table.ts'
import type { HarvestHouse } from '../house.ts'
import { imitationOf } from '../imitations.ts'
import type { MadeUpRecord } from '../model/imitation.ts'
import { noMapping } from '../model/source.ts'
import { moveRun } from '../store/demonstration-store.ts'
import { confirmRun } from '../store/run-store.ts'
import { setSourceState, sourcesOf, writeMapping } from '../store/source-store.ts'
import { runHarvest } from './run-harvest.ts'
import { addSource } from './save-source.ts'
import { usualWay } from './source-way.ts'

/** What a portal has one night: records, an error page, or a table as it is. */
type Night = readonly MadeUpRecord[] | 'broken' | { readonly table: string }

/** A way out that ends in a made-up portal. */
function wayInto(kind: string, records: Night): Outbound {
  const answer = (address: string, body: string | undefined): OutboundAnswer => {
    const page = { type: 'text/html', body: '<!doctype html><title>Wartungsarbeiten</title><h1>Wir sind gleich zurück</h1>' }
    const found =
      records === 'broken'
        ? page
        : 'table' in records
          ? { type: 'text/csv; charset=utf-8', body: records.table }
          : imitationOf(kind).answer(new URL(address), records, 100, body)
    return {
      status: found ? 200 : 404,
      headers: {},
      contentType: found?.type,
      address,
      body: Readable.from([Buffer.from(found?.body ?? '')]),
      drop: () => {},
    }
  }
  return {
    fetch: async (address, request) => answer(address, request?.body?.text),
    refuses: async () => undefined,
    close: () => {},
  }
}

interface Told {
  readonly name: string
  readonly kind: string
  readonly address: string
  /** What the portal had, and how many hours ago; the first was looked at before. */
  readonly nights: readonly { readonly hours: number; readonly records: Night }[]
  readonly publishers: Readonly<Record<string, string>>
  /** Nobody has decided yet whether the first look is taken over. */
  readonly open?: boolean
}

async function plant(house: HarvestHouse, site: Site, told: Told): Promise<void> {
  const db = house.database.system
  const values = {
    name: told.name,
    kind: told.kind,
    address: told.address,
    settings: {},
    // Their portals do not exist: nobody asks them by the clock.
    schedule: 'off' as const,
    vanishPercent: 20,
    contact: `daten@${new URL(told.address).hostname.replace(/^[^.]+\./, '')}`,
  }
  const { id } = await addSource(db, site.id, values, null)
  await writeMapping(db, site.id, id, { ...noMapping, publishers: told.publishers })
  for (const [at, { hours, records }] of told.nights.entries()) {
    const quiet = { queue: async () => '' }
    const there = { ...house, outbound: wayInto(told.kind, records), mail: { ...house.mail, ...quiet } }
    const order = { tenant: site.id, source: id, limits: { ...usualWay, pauses: [] } } as const
    const first = await runHarvest(there, { ...order, mode: at === 0 ? 'look' : 'run', cause: at === 0 ? 'person' : 'clock' })
    if (at === 0 && first && !told.open) {
      await confirmRun(db, site.id, first.id, null)
      await setSourceState(db, site.id, id, 'on')
      await runHarvest(there, { ...order, mode: 'run', cause: 'person' })
    }
    if (first) await moveRun(db, first.id, hours, 4 + at)
  }
}

/**
 * Sources and their history, without a network: in a district one that works and one that waits for a decision, in a town a table that
 * somebody has looked at and not taken over yet. A second call changes nothing.
 */
export async function loadHarvest(house: HarvestHouse): Promise<void> {
  const [district, town] = ['kreis-sennewald', 'lindenrode'].map((slug) => house.sites().bySlug(slug))
  const isFresh = async (site: Site) => (await sourcesOf(house.database.system, site.id)).length === 0
  if (district && (await isFresh(district))) await plantDistrict(house, district)
  if (town && (await isFresh(town)))
    await plant(house, town, {
      name: 'Datenliste der Stadtwerke',
      kind: 'table',
      address: 'https://daten.stadtwerke-lindenrode.example/datenliste.csv',
      nights: [{ hours: 20, records: { table: utilityTable } }],
      publishers: {},
      open: true,
    })
}

async function plantDistrict(house: HarvestHouse, site: Site): Promise<void> {
  const newer = waterRecords.map((one) =>
    one.id === 'pegel-erle' ? { ...one, description: `${one.description} Seit Oktober mit der Messstelle Unterau.` } : one,
  )
  await plant(house, site, {
    name: 'Offene Daten Wasserverband Erlental',
    kind: 'ckan',
    address: 'https://daten.wasserverband-erlental.example/',
    nights: [
      { hours: 98, records: waterRecords.slice(0, 6) },
      { hours: 74, records: waterRecords },
      { hours: 50, records: 'broken' },
      { hours: 26, records: newer },
      { hours: 2, records: newer },
    ],
    publishers: { stadtlindenrode: 'lindenrode' },
  })
  await plant(house, site, {
    name: 'Geodaten Planungsverband Sennewald',
    kind: 'csw',
    address: 'https://geo.planungsverband-sennewald.example/csw',
    nights: [
      { hours: 340, records: planRecords },
      { hours: 172, records: planRecords },
      { hours: 4, records: planRecords.slice(0, 2) },
    ],
    publishers: {},
  })
}
