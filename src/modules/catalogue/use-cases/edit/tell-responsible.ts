import type { Site } from '#kernel/site.ts'
import type { StaffDb } from '../../store/draft-store.ts'
import type { Draft } from '../../store/draft-tables.ts'
import type { theClock } from './note-deed.ts'
import type { Acting } from './staff.ts'

/** Tells who is responsible that his record is public, unless he did it himself. In the transaction of the release. */
export async function tellReleased(
  _staff: StaffDb,
  _site: Site,
  _draft: Draft & { slug: string },
  _by: Acting['person'] | typeof theClock,
): Promise<void> {}
