import type { Visit } from '#platform/http'
import type { Children } from '#ui/vocabulary.ts'
import type { OpenedProcedure } from '../../../format.ts'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import type { Submission } from '../../../model/submission.ts'
import { contributionOf } from '../contribution.ts'
import { wordingsOf } from '../store/text-store.ts'
import type { TextSettings } from '../text-settings.tsx'
import { ContributionText, paragraphHref, paragraphName } from './text-parts.tsx'

/** A contribution on its own page: to which paragraph, of which version, and a change as the difference of words. */
export async function toldContribution(
  house: ParticipationHouse,
  visit: Visit,
  { procedure }: OpenedProcedure,
  settings: TextSettings,
  one: Submission,
): Promise<Children> {
  const { t } = visit
  const about = contributionOf(one, settings.version)
  const { kind, paragraph, version } = about
  const wordings = kind === 'change' ? await wordingsOf(publicDb(house, visit.site), procedure.id, [about]) : new Map()
  return (
    <>
      <p class="alm-meta">
        <strong>{t(`participation.text.kind.${kind}`)}</strong>
        <span>
          <a class="alm-link" href={paragraphHref(visit, procedure.slug, paragraph)}>
            {paragraphName(paragraph, visit)}
          </a>
        </span>
        {version > 0 && version < settings.version && <span>{t('participation.text.to-version', { version })}</span>}
      </p>
      <ContributionText one={one} about={about} wording={wordings.get(`${version}/${paragraph}`)} visit={visit} />
    </>
  )
}
