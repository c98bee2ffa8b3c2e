import type { Site } from '#kernel/site.ts'
import type { ResourceVersion } from '../../store/draft-tables.ts'
import { versionsOf } from '../../store/version-store.ts'
import { differenceOf, type FieldChange } from './difference.ts'
import { type EditHouse, staffDb } from './staff.ts'

/** A version with what it changed against the one before; the first has nothing before it. */
export interface RecordStep extends ResourceVersion {
  readonly changes: readonly FieldChange[]
}

/** The versions of a record, newest first, each with what was new in it. */
export async function versionSteps(house: EditHouse, site: Site, resource: string, lang = 'de'): Promise<RecordStep[]> {
  const versions = await versionsOf(staffDb(house, site), resource)
  return versions.map((one, i) => {
    const before = versions[i + 1]
    return { ...one, changes: before ? differenceOf(before.record, one.record, lang) : [] }
  })
}
