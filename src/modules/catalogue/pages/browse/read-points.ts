import { dayOf } from '#kernel/clock.ts'
import type { Site } from '#kernel/site.ts'
import type { CatalogueHouse } from '../../house.ts'
import { type CoursePoint, courseOf, type PointTotals, pointTotals } from '../../store/queries/points.ts'
import { scopeOf } from './scope.ts'

/** The course with what is so right now in the place of today's row. */
export function untilNow(course: readonly CoursePoint[], { records, score, best }: PointTotals, now: Date): CoursePoint[] {
  const day = dayOf(now)
  return [...course.filter((one) => one.day < day), { day, records, score, best }]
}

/** Points of one publisher in a view, and how they went. */
export async function readPublisherPoints(house: CatalogueHouse, site: Site, slug: string, now: Date) {
  const scope = scopeOf(site)
  const db = house.database.within(scope)
  const [totals, course] = await Promise.all([pointTotals(db, scope, slug), courseOf(db, scope, slug)])
  return { totals, course: untilNow(course, totals, now) }
}
