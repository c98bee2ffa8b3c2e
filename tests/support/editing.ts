import type { Acting, CatalogueHouse, Draft } from '#catalogue'
import { answerLawfulness, beginDraft, saveDraft } from '#catalogue'
import type { Result } from '#kernel/result.ts'
import type { CatalogueRecord, Dataset } from '#standards/dcat-ap-de'
import type { Town } from '#support/house.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { dataset, distribution } from '#support/text.ts'

/** The value of an act that must not be refused. */
export function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error).slice(0, 600)}`)
  return result.value
}

/** What was refused. */
export function refused<T, E>(result: Result<T, E>): E {
  if (result.ok) throw new Error('was not refused')
  return result.error
}

/** Somebody who works for a tenant, as use cases want to know him. */
export async function atWork(
  town: Town,
  slug: string,
  given: { name?: string; role?: 'editor' | 'open-data-coordinator' } = {},
): Promise<Acting & { who: TestPerson }> {
  const who = await signedIn(town, { [slug]: [given.role ?? 'open-data-coordinator'] }, given.name ? { name: given.name } : {})
  return { site: town.site(slug), person: { id: who.id, name: who.name }, who }
}

/** The parts of the house that editing works with. */
export const editHouse = (town: Town): Pick<CatalogueHouse, 'config' | 'database' | 'storage' | 'now' | 'mail'> => town.house

/** A record that lacks nothing which it must have. */
export const whole = (title: string, given: Partial<Dataset> = {}): Dataset =>
  dataset(title, {
    description: [
      {
        value: `${title}: alle Angaben des Amtes, jährlich erhoben und nach Ortsteilen gegliedert, mit Stand und Quelle.`,
        lang: 'de',
      },
    ],
    publisher: {
      uri: 'https://stadt.example/#amt',
      type: 'http://xmlns.com/foaf/0.1/Organization',
      name: [{ value: 'Stadt Ahornstadt', lang: 'de' }],
    },
    contactPoint: [
      {
        type: 'http://www.w3.org/2006/vcard/ns#Organization',
        fn: [{ value: 'Statistikstelle', lang: 'de' }],
        email: 'statistik@ahornstadt.example',
      },
    ],
    theme: ['http://publications.europa.eu/resource/authority/data-theme/ENVI'],
    keyword: [{ value: 'Umwelt', lang: 'de' }],
    distribution: [distribution({ uri: `https://daten.example/satz/${encodeURIComponent(title)}/csv` })],
    ...given,
  })

/** A draft with everything in it, one step before review. */
export async function readyDraft(
  town: Town,
  acting: Acting,
  title: string,
  change: (record: CatalogueRecord) => CatalogueRecord = (one) => one,
): Promise<Draft> {
  const house = editHouse(town)
  const draft = must(await beginDraft(house, acting, { kind: 'dataset' }))
  const record = change({ ...whole(title), uri: draft.record.uri })
  const saved = must(await saveDraft(house, acting, { id: draft.id, revision: draft.revision, record }))
  return lawful(town, acting, saved.draft)
}

/** Answers the gate with "there is nothing of the kind". */
export const lawful = async (town: Town, acting: Acting, draft: Draft): Promise<Draft> =>
  must(
    await answerLawfulness(editHouse(town), acting, {
      id: draft.id,
      revision: draft.revision,
      answers: {
        'personal-data': { answer: 'none' },
        'third-party-rights': { answer: 'none' },
        'trade-secrets': { answer: 'none' },
      },
    }),
  )
