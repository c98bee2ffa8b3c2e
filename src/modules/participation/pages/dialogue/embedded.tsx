import { type Answer, body, type Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ResultList, ResultRow } from '#ui/components/result-row/result-row.tsx'
import { renderToString } from '#ui/jsx/html.ts'
import { type ParticipationWeb, publicDb } from '../../house.ts'
import { numberOf, phaseFor } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { listSubmissions } from '../../store/submission-store.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { shortened } from '../submission-row.tsx'
import { timeLeft } from '../words.ts'

/** Any site may show this page, and this page alone; it runs no script, takes no form and sets no cookie. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *"

/** The line that shows a procedure on another site. */
export const embedSnippet = (visit: Visit, slug: string, title: string): string =>
  `<iframe src="${visit.address(visit.site, routes.embedded, { slug })}" title="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}" width="100%" height="560" loading="lazy"></iframe>`

/** A procedure for the frame of another site: question, time left, the ideas most agreed with; every link opens the portal. */
export async function embedded(house: ParticipationWeb, visit: Visit, opened: ShownProcedure): Promise<Answer> {
  const { t, site, lang } = visit
  const { procedure, phases } = opened
  const found = await listSubmissions(publicDb(house, site), procedure.id, {}, 'agreed', undefined, 3)
  const there = visit.address(site, routes.procedure, { slug: procedure.slug })
  const end = phaseFor(phases, 'submit', visit.now)?.endsAt
  const theme = house.themeUrl?.(visit)
  const html = renderToString(
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{procedure.title}</title>
        <link rel="icon" type="image/svg+xml" href={house.asset('favicon.svg')} />
        <base target="_top" />
        <link rel="stylesheet" href={house.asset('allmende.css')} />
        {theme && <link rel="stylesheet" href={theme} />}
      </head>
      <body>
        <main class="participation-embedded">
          <p class="alm-pre">{t('participation.procedure.pre', { name: site.name })}</p>
          <h1>
            <a href={there}>{procedure.title}</a>
          </h1>
          <p>{procedure.lead}</p>
          {end && (
            <p class="alm-meta">
              <span>
                <strong>{timeLeft(end, visit)}</strong>
              </span>
            </p>
          )}
          {found.length > 0 && (
            <>
              <h2>{t('participation.embed.newest')}</h2>
              <ResultList>
                {found.map((one) => (
                  <ResultRow
                    key={one.id}
                    href={visit.address(site, routes.submission, {
                      slug: procedure.slug,
                      number: numberOf(procedure.prefix, one.number),
                    })}
                    title={one.title}
                    excerpt={shortened(one.body, 120)}
                    meta={one.agree > 0 ? [t('participation.count.agree', { count: one.agree })] : []}
                  />
                ))}
              </ResultList>
            </>
          )}
          <Actions>
            <Button text={t('participation.embed.open')} href={there} />
          </Actions>
        </main>
      </body>
    </html>,
  )
  return body('text/html; charset=utf-8', `<!doctype html>${html}`, {
    'content-security-policy': policy,
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=300',
  })
}
