import { formatDay } from '#kernel/day.ts'
import type { Translate } from '#kernel/locale.ts'
import type { Sites } from '#kernel/site.ts'
import { fileTypes, licences, themes } from '#standards/dcat-ap-de'
import type { SearchRequest } from '../../use-cases/search-data.ts'
import type { FacetName } from '../../use-cases/search-document.ts'

interface Named {
  readonly code: string
  readonly de: string
  readonly en: string
}

const byCode = (concepts: readonly Named[]) => new Map(concepts.map((one) => [one.code, one]))
const themeByCode = new Map(themes.concepts.map((one) => [one.code.toLowerCase(), one]))
const formatByCode = byCode(fileTypes.concepts)
const licenceByCode = byCode(licences.concepts)

const inLanguage = (one: Named | undefined, lang: string) => (one ? (lang === 'de' ? one.de : one.en) : undefined)

/** Themes in the order of their names, without the provisional one that no portal shows. */
export const themeCodes: readonly string[] = [...themeByCode.keys()].filter((code) => code !== 'op_datpro')

/** Name of a theme by its code in lower case; undefined when there is none. */
export const themeName = (code: string, lang: string): string | undefined => inLanguage(themeByCode.get(code), lang)

/** Short name of a format by its code: `GEOJSON` -> `GeoJSON`. */
export const formatName = (code: string, lang: string): string => inLanguage(formatByCode.get(code), lang) ?? code

/** What people read for a value of a facet. */
export function facetLabel(name: FacetName, key: string, sites: Sites, lang: string): string {
  if (name === 'place') return sites.bySlug(key)?.name ?? key
  if (name === 'theme') return themeName(key, lang) ?? key
  if (name === 'format') return formatName(key, lang)
  if (name === 'licence') return inLanguage(licenceByCode.get(key), lang) ?? key.replace(/^https?:\/\/(www\.)?/, '')
  return key
}

/** `seit 2024`, `bis 2025-03`, `2024 bis 2025` in words. */
export function periodLabel(request: Pick<SearchRequest, 'from' | 'to'>, t: Translate): string {
  const from = request.from ? formatDay(request.from, t.lang, 'short') : ''
  const to = request.to ? formatDay(request.to, t.lang, 'short') : ''
  return t(from && to ? 'catalogue.search.period.both' : from ? 'catalogue.search.period.from' : 'catalogue.search.period.to', {
    from,
    to,
  })
}
