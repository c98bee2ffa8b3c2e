import type { Kysely } from 'kysely'
import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { formatBytes } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import type { FormatSection } from '../../format.ts'
import type { Procedure } from '../../model/procedure.ts'
import type { DocumentVersion } from '../../model/setup/document.ts'
import { paperRoutes } from '../../paper-routes.ts'
import { documentsOf } from '../../store/document-store.ts'
import type { ParticipationTables } from '../../store/tables.ts'

/** `PDF, 1,2 MB, Fassung 2 vom 24.11.2026`. */
export function versionWords({ name, bytes, version, addedAt }: DocumentVersion, visit: Visit): string {
  const { t, lang } = visit
  const kind = (name.split('.').at(-1) ?? '').toUpperCase()
  const of = t('participation.documents.version', { version, date: formatDay(dayOf(addedAt), lang, 'short') })
  return [kind, formatBytes(bytes, lang), of].join(', ')
}

/** The documents of a procedure on its page, each in its newest version; nothing where there are none. */
export async function documentSection(
  db: Kysely<ParticipationTables>,
  visit: Visit,
  procedure: Pick<Procedure, 'id' | 'slug'>,
): Promise<FormatSection[]> {
  const { t } = visit
  const documents = await documentsOf(db, procedure.id)
  const links = documents.flatMap((one) => {
    const newest = one.versions.find((version) => version.removedReason === null)
    if (!newest) return []
    const href = visit.to(paperRoutes.documentFile, { slug: procedure.slug, document: one.id, version: String(newest.version) })
    return [{ href, text: `${one.title} (${versionWords(newest, visit)})` }]
  })
  if (links.length === 0) return []
  return [
    {
      id: 'unterlagen',
      title: t('participation.documents.title'),
      body: (
        <LinkList
          links={[
            ...links,
            { href: visit.to(paperRoutes.publicDocuments, { slug: procedure.slug }), text: t('participation.documents.all') },
          ]}
        />
      ),
    },
  ]
}
