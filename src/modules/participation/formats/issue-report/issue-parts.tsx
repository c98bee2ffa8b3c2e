import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { Facts } from '#ui/components/facts/facts.tsx'
import { StillMap } from '#ui/components/map/still-map.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { Timeline } from '#ui/components/timeline/timeline.tsx'
import type { FormatSection, OpenedProcedure } from '../../format.ts'
import { type ParticipationWeb, publicDb } from '../../house.ts'
import type { Submission } from '../../model/submission.ts'
import { groundOf, mapPins } from '../../pages/dialogue/submission-map.tsx'
import { type Issue, type IssueStep, isOpen } from './issue.ts'
import { issueRoutes } from './issue-routes.ts'
import { daysText, standOfIssue } from './pages/issue-words.ts'
import { issueOf, stepsOf } from './store/issue-store.ts'
import { type IssuePhoto, photosOf } from './store/photo-store.ts'

const day = 86_400_000

function Stand({ issue, visit }: { readonly issue: Issue; readonly visit: Visit }) {
  const { t, lang } = visit
  const stand = standOfIssue(issue.status, visit)
  const took = ((issue.closedAt ?? visit.now).getTime() - issue.receivedAt.getTime()) / day
  return (
    <Facts
      facts={[
        { name: t('participation.issue.status'), value: <Status kind={stand.kind}>{stand.text}</Status> },
        { name: t('participation.issue.agency'), value: issue.agency },
        {
          name: t(isOpen(issue.status) ? 'participation.issue.since' : 'participation.issue.took'),
          value: daysText(took, visit),
        },
        ...(isOpen(issue.status) && issue.dueOn
          ? [{ name: t('participation.issue.due'), value: formatDay(issue.dueOn, lang) }]
          : []),
        ...Object.entries(issue.answers).map(([name, value]) => ({ name, value: String(value) })),
      ]}
    />
  )
}

function History({
  issue,
  steps,
  visit,
}: {
  readonly issue: Issue
  readonly steps: readonly IssueStep[]
  readonly visit: Visit
}) {
  const { t, lang } = visit
  const told = [
    { title: t('participation.issue.step.received'), at: issue.receivedAt },
    ...steps.map((step) => ({
      title: step.forwarded
        ? t('participation.issue.step.forwarded', { office: step.office })
        : t(`participation.issue.step.${step.status}`),
      at: step.at,
    })),
  ]
  return (
    <Timeline
      steps={told.map(({ title, at }, i) => ({
        title,
        date: formatDay(dayOf(at), lang),
        state: i < told.length - 1 || !isOpen(issue.status) ? 'done' : 'current',
      }))}
      t={t}
    />
  )
}

const Photos = ({
  photos,
  issue,
  opened,
  visit,
}: {
  readonly photos: readonly IssuePhoto[]
  readonly issue: Issue
  readonly opened: OpenedProcedure
  readonly visit: Visit
}) => (
  <>
    {photos.map((photo) => (
      <p class="participation-issue-photo" key={photo.id}>
        <img
          src={visit.to(issueRoutes.issuePhoto, { slug: opened.procedure.slug, photo: photo.id })}
          alt={visit.t('participation.issue.photo.of', { category: issue.category ?? '', title: issue.title })}
          width={photo.width}
          height={photo.height}
          loading="lazy"
        />
      </p>
    ))}
  </>
)

/** What a report has besides its words: where it stands, since when, its photo, its place. */
export async function issueParts(
  house: ParticipationWeb,
  visit: Visit,
  opened: OpenedProcedure,
  submission: Submission,
): Promise<readonly FormatSection[]> {
  const { t } = visit
  const db = publicDb(house, visit.site)
  const issue = await issueOf(db, submission.id)
  // Not public (yet): where it stands is said on the page itself.
  if (!issue) return []
  const [steps, photos] = await Promise.all([stepsOf(db, issue.id), photosOf(db, [issue.id])])
  const pins = mapPins([issue], opened.procedure, visit).map(({ href: _, ...pin }) => pin)
  const ground = pins.length > 0 ? await groundOf(house, visit, opened.procedure) : []
  const shown = photos.get(issue.id) ?? []
  return [
    {
      id: 'stand',
      title: t('participation.issue.stand'),
      body: (
        <>
          <Stand issue={issue} visit={visit} />
          <History issue={issue} steps={steps} visit={visit} />
        </>
      ),
    },
    ...(shown.length > 0
      ? [
          {
            id: 'foto',
            title: t('participation.issue.photo'),
            note: t('participation.issue.photo.note'),
            body: <Photos photos={shown} issue={issue} opened={opened} visit={visit} />,
          },
        ]
      : []),
    ...(pins.length > 0
      ? [
          {
            id: 'ort',
            title: t('participation.issue.place'),
            ...(issue.place ? { note: issue.place } : {}),
            body: (
              <div class="alm-map alm-map--plan">
                <StillMap
                  ground={ground}
                  pins={pins}
                  description={t('participation.issue.map.description', { count: 1 })}
                  room={0.1}
                />
              </div>
            ),
          },
        ]
      : []),
  ]
}
