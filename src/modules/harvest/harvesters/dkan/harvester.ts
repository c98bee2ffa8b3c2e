import { z } from 'zod'
import { defineHarvester } from '../../harvester.ts'
import { readDataJsonPages } from '../../reading/data-json-page.ts'

const settings = z.object({})

/** `https://x.de/api/1/metastore/...` or the portal itself -> all its datasets, with the parts that they share. */
export function itemsOf(address: string): string {
  const url = new URL(address)
  const base = url.pathname.replace(/\/(?:api\/1(?:\/.*)?|data\.json)$/, '').replace(/\/+$/, '')
  return `${url.origin}${base}/api/1/metastore/schemas/dataset/items?show-reference-ids`
}

/** Portals with DKAN 2, by their metastore: it says more than their data.json, and also what that leaves out as invalid. */
export default defineHarvester<z.infer<typeof settings>>({
  id: 'dkan',
  name: { de: 'DKAN 2', en: 'DKAN 2' },
  use: {
    de: 'Liest Portale mit DKAN 2 über ihren Metadatenspeicher. Für ältere DKAN-Portale wählen Sie data.json.',
    en: 'Reads portals that run DKAN 2 through their metastore. For older DKAN portals choose data.json.',
  },
  example: 'https://opendata.beispielstadt.de/api/1/metastore/schemas/dataset/items',
  settings,
  suits: (address) => (/\/api\/1\/|\/metastore\//i.test(address.pathname) ? 0.95 : 0.1),
  pages: (way, address, _settings, _from, wish) => readDataJsonPages(way, itemsOf(address), wish),
})
