import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { textIn } from '#kernel/locale.ts'
import type { Route } from '#kernel/route.ts'
import type { Site } from '#kernel/site.ts'
import type { Database } from '#platform/db'
import { body, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import type { Mail } from '#platform/mail'
import { themeStyle } from '#ui/styles/theme.ts'
import { routes } from '../routes.ts'
import type { IdentityTables } from '../store/tenant-store.ts'
import type { AccountHouse } from '../use-cases/account/accounts.ts'
import type { AdminHouse } from '../use-cases/admin-house.ts'
import { type BarrierFault, reportBarrier } from '../use-cases/report-barrier.ts'
import { accountHandlers } from './account/handlers.ts'
import { adminHandlers } from './admin-handlers.ts'
import { safeMarkdown } from './safe-markdown.ts'
import { BarrierForm, TextPage, Thanks } from './text-page.tsx'

/** What these pages need of the house. */
export interface IdentityHouse extends AccountHouse, AdminHouse {
  readonly database: Database<IdentityTables>
  readonly mail: Mail
}

type TextName = 'imprint' | 'privacy' | 'accessibility'

const textView = (visit: Visit, name: TextName, more?: Parameters<typeof TextPage>[0]['more']) => ({
  title: visit.t(`identity.${name}`),
  crumbs: [{ label: visit.t(`identity.${name}`) }],
  body: (
    <TextPage
      title={visit.t(`identity.${name}`)}
      html={safeMarkdown(textIn(visit.site.texts[name], visit.lang))}
      site={visit.site}
      t={visit.t}
      more={more}
    />
  ),
})

const textHandler = (route: Route, name: TextName): Handler => handler(route, (visit) => page(textView(visit, name)))

interface Look {
  /** Versions of stylesheet and arms; '' where there is none. */
  readonly theme: string
  readonly arms: string
}
const looks = new WeakMap<Site, Look>()

/** Every page names them; a tenant that changes is another object. */
function lookOf(site: Site): Look {
  const known = looks.get(site)
  if (known) return known
  const version = (text: string | undefined) => (text ? createHash('sha256').update(text).digest('hex').slice(0, 8) : '')
  const look = { theme: version(themeOf(site)), arms: version(site.theme.arms) }
  looks.set(site, look)
  return look
}

/** Address of a tenant's stylesheet, which changes with what is in it; undefined where it has no look of its own. */
export function themeAddress(visit: Visit): string | undefined {
  const { theme } = lookOf(visit.site)
  return theme ? visit.to(routes.theme, {}, { v: theme }) : undefined
}

/** Address of a tenant's arms; undefined where it has none. */
export function armsAddress(visit: Visit): string | undefined {
  const { arms } = lookOf(visit.site)
  return arms ? visit.to(routes.arms, {}, { v: arms }) : undefined
}

function themeOf(site: Site): string {
  const { accentLight, accentDark } = site.theme
  return accentLight && accentDark ? themeStyle({ accentLight, accentDark }) : ''
}

const unchanging = { 'cache-control': 'public, max-age=31536000, immutable' }

/** Legal texts, the report of a barrier, and the tenant's look. */
export const identityHandlers = (house: IdentityHouse): Handler[] => [
  ...accountHandlers(house),
  ...adminHandlers(house),
  textHandler(routes.imprint, 'imprint'),
  textHandler(routes.privacy, 'privacy'),
  handler(routes.accessibility, (visit) => {
    const form = (
      <BarrierForm
        t={visit.t}
        action={visit.to(routes.reportBarrier)}
        values={{ page: visit.query.get('seite') ?? '', message: '', replyTo: '' }}
        faults={[]}
      />
    )
    const thanks = visit.query.has('danke') ? <Thanks t={visit.t} site={visit.site} /> : undefined
    return page(textView(visit, 'accessibility', thanks ?? form))
  }),
  handler(routes.reportBarrier, (visit) => barrier(house, visit), { perMinute: 10 }),
  handler(routes.theme, (visit) => body('text/css; charset=utf-8', themeOf(visit.site), unchanging)),
  handler(routes.arms, (visit) =>
    body('image/svg+xml', visit.site.theme.arms ?? '<svg xmlns="http://www.w3.org/2000/svg"/>', {
      ...unchanging,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    }),
  ),
]

async function barrier(house: IdentityHouse, visit: Visit) {
  const values = {
    page: visit.form.get('page') ?? '',
    message: visit.form.get('message') ?? '',
    replyTo: visit.form.get('replyTo') ?? '',
  }
  const db: Kysely<IdentityTables> = house.database.within({ tenant: visit.site.id, readable: [visit.site.id] })
  const done = await reportBarrier(db, visit.site.id, values)
  if (done.ok) return redirect(visit.to(routes.accessibility, {}, { danke: '1' }))
  const faults: readonly BarrierFault[] = done.error
  return page(
    textView(
      visit,
      'accessibility',
      <BarrierForm t={visit.t} action={visit.to(routes.reportBarrier)} values={values} faults={faults} />,
    ),
    422,
  )
}
