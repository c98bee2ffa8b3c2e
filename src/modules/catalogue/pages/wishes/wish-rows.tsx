import type { Visit } from '#platform/http'
import { ResultList, ResultRow } from '#ui/components/result-row/result-row.tsx'
import { routes } from '../../routes.ts'
import type { RequestRow } from '../../store/request-rows.ts'
import { handedIn, nameOf, standOf } from './request-words.ts'

/** The page of a wish: on the portal of the administration that was asked. */
export const wishHref = (one: RequestRow, visit: Visit): string =>
  visit.toSite(visit.sites.byId(one.tenant) ?? visit.site, routes.wish, { number: nameOf(one) })

const excerptOf = (text: string): string => {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 220 ? `${line.slice(0, 200).replace(/\s+\S*$/, '')} …` : line
}

/** Wishes one below the other; whose they are is said where a view shows several administrations. */
export const WishRows = ({ wishes, visit }: { readonly wishes: readonly RequestRow[]; readonly visit: Visit }) => (
  <ResultList>
    {wishes.map((one) => {
      const owner = visit.sites.byId(one.tenant)
      return (
        <ResultRow
          key={one.id}
          href={wishHref(one, visit)}
          title={one.title}
          {...(owner && owner.id !== visit.site.id ? { publisher: owner.name } : {})}
          excerpt={excerptOf(one.body)}
          meta={[
            nameOf(one),
            visit.t('catalogue.wish.from', { date: handedIn(one, visit) }),
            ...(one.joined > 0 ? [visit.t('catalogue.wish.joined', { count: one.joined })] : []),
          ]}
          status={standOf(one, visit)}
        />
      )
    })}
  </ResultList>
)
