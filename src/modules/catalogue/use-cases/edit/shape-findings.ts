import type { CatalogueRecord } from '#standards/dcat-ap-de'
import type { QualityFinding } from '../../store/tables.ts'
import { openShapeJudge, type ShapeJudge } from '../judge-by-shapes.ts'
import type { EditHouse } from './staff.ts'

// One thread for editors, apart from the one that assesses the whole catalogue: nobody waits behind ten thousand others.
const judges = new WeakMap<object, Promise<ShapeJudge>>()

/** What the official DCAT-AP.de 3.0 shapes find, asked in a thread of its own; undefined where they are not installed or did not answer. */
export async function findingsOf(
  house: Pick<EditHouse, 'config' | 'database'>,
  record: CatalogueRecord,
): Promise<readonly QualityFinding[] | undefined> {
  const judge = judges.get(house.database) ?? openShapeJudge(house.config.dataDir)
  judges.set(house.database, judge)
  return (await (await judge).findingsOf([record]))[0]
}

/** Ends the thread; it is started again when somebody asks. */
export async function closeShapeFindings(house: Pick<EditHouse, 'database'>): Promise<void> {
  const judge = judges.get(house.database)
  judges.delete(house.database)
  await (await judge)?.close()
}
