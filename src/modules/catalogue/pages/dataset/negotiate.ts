import type { Visit } from '#platform/http'
import { type ExportFormat, exportFormats, mediaTypes } from '../../use-cases/export-catalogue.ts'

/** Slug and wanted RDF form of an address: the suffix decides, without one the Accept header; undefined form means a page. */
export function wantedForm(visit: Visit, given: string): { stem: string; form: ExportFormat | undefined } {
  const [, stem = '', suffix = ''] = /^(.+)\.(ttl|rdf|jsonld)$/.exec(given) ?? []
  if (stem) return { stem, form: suffix as ExportFormat }
  const type = visit.accepts(['text/html', ...Object.values(mediaTypes)])
  return { stem: given, form: exportFormats.find((one) => mediaTypes[one] === type) }
}
