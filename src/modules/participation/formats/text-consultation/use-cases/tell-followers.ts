import type { Kysely } from 'kysely'
import { translator } from '#kernel/locale.ts'
import type { FormatNews } from '../../../format.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { letterGerman } from '../locales/letters-de.ts'
import { letterEnglish } from '../locales/letters-en.ts'
import { newestVersions } from '../store/text-store.ts'
import { textRoutes } from '../text-routes.ts'

const german = translator('de', letterGerman)
const english = translator('en', letterEnglish, letterGerman)

/** What mails say of a new version of the text to those who follow its procedure: always of the newest. */
export const textNews = {
  what: ['text-version'],
  async tell(db: Kysely<ParticipationTables>, refs: readonly string[]): Promise<ReadonlyMap<string, FormatNews>> {
    const versions = await newestVersions(db, refs)
    return new Map(
      versions.map(({ procedure, slug, title, version, note }) => [
        procedure,
        {
          line: (_, lang) =>
            (lang === 'en' ? english : german)(note ? 'participation.text.news.noted' : 'participation.text.news', {
              title,
              version: String(version),
              note,
            }),
          route: textRoutes.versions,
          params: { slug },
        },
      ]),
    )
  },
}
