import { createHash } from 'node:crypto'
import type { Visit } from '#platform/http'
import type { CatalogueRecord, Distribution } from '#standards/dcat-ap-de'
import { routes } from '../../routes.ts'
import { distributionsOf } from '../../use-cases/search-document.ts'
import type { MendingPlace } from './lack-places.ts'
import type { FormStep } from './record-fields.ts'

/** What names a distribution in an address: ten digits of its IRI's fingerprint. It stays the same whatever is changed. */
export const fileKey = (uri: string): string => createHash('sha256').update(uri).digest('hex').slice(0, 10)

/** The distribution that a key names. */
export const distributionAt = (record: CatalogueRecord, key: string): Distribution | undefined =>
  distributionsOf(record).find((one) => fileKey(one.uri) === key)

/** Addresses of the pages of a draft. */
export const draftLinks = (visit: Visit, id: string) => {
  const step = (name: FormStep['id']) => visit.to(routes.draftStep, { id, step: name })
  const file = (uri: string) => visit.to(routes.fileForm, { id, file: fileKey(uri) })
  return {
    step,
    file,
    mend: ({ step: name, field, distribution }: MendingPlace) =>
      `${distribution === undefined ? step(name) : file(distribution)}#${field}`,
    preview: visit.to(routes.draftPreview, { id }),
  }
}
export type DraftLinks = ReturnType<typeof draftLinks>
