import { z } from 'zod'
import { defineHarvester } from '../../harvester.ts'
import { readDataJsonPages } from '../../reading/data-json-page.ts'

const settings = z.object({})

/** Where the document is: as named, or where a portal has it by custom. */
function documentOf(address: string): string {
  const url = new URL(address)
  if (/\.json$|\/items\/?$|\/feed\//i.test(url.pathname)) return url.href
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}/data.json`
}

/** Portals that publish one `data.json`: DKAN 7 and DKAN 2, ArcGIS Hub, and others that follow DCAT-US. */
export default defineHarvester<z.infer<typeof settings>>({
  id: 'data-json',
  name: { de: 'data.json (DKAN, ArcGIS Hub)', en: 'data.json (DKAN, ArcGIS Hub)' },
  use: {
    de: 'Liest die Datei data.json, wie sie DKAN, ArcGIS Hub und andere Portale anbieten.',
    en: 'Reads the file data.json that DKAN, ArcGIS Hub and other portals offer.',
  },
  example: 'https://opendata.beispielstadt.de/data.json',
  settings,
  suits: (address) => (/\/data\.json$|dcat-us/i.test(address.pathname) ? 0.95 : 0.05),
  pages: (way, address, _settings, _from, wish) => readDataJsonPages(way, documentOf(address), wish),
})
