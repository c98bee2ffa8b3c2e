import { dayOf } from '#kernel/clock.ts'
import { fail, must, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { type Dataset, frequencies, themes } from '#standards/dcat-ap-de'
import { wordsOf } from '../format-words.ts'
import { type ParticipationHouse, staffDb } from '../house.ts'
import { formatOf } from '../known-formats.ts'
import { type Procedure, standOf } from '../model/procedure.ts'
import { phasesOf } from '../store/procedure-store.ts'
import { openDataset, putDataset } from '../store/report-store.ts'
import { type OpenDataFiles, openDataFiles } from './open-data-files.ts'
import { type DatasetDone, type DatasetFault, german, publishFiles } from './publish-files.ts'
import { asStaff, type Clerk, noteStaffAct } from './staff-act.ts'

/**
 * Publishes what people handed in to a procedure as an open dataset of the tenant's catalogue, anonymised, as CSV and JSON; a second time
 * it becomes a new version of the same dataset. Whoever asks must be allowed to publish here and to release there.
 */
export async function publishDataset(
  house: ParticipationHouse,
  site: Site,
  clerk: Clerk,
  procedure: Procedure,
): Promise<Result<DatasetDone, DatasetFault>> {
  const files = await openDataFiles(house, site, procedure)
  if (files.submissions === 0) return fail({ kind: 'empty' })
  const { many } = wordsOf(formatOf(procedure.format), 'de')
  const phases = (await phasesOf(staffDb(house, site), procedure.id)).filter(({ track }) => track === 'public')
  const over = phases.length > 0 && phases.every((phase) => standOf(phase, house.now()) === 'done')
  const done = await publishFiles(house, site, clerk, {
    known: (await openDataset(staffDb(house, site), procedure.id))?.resource,
    csv: { name: 'beitraege.csv', content: files.csv },
    json: { name: 'beitraege.json', content: files.json },
    label: many,
    office: procedure.office,
    note: `${many} bis ${files.last ?? ''}: ${files.submissions}`,
    personal: `Ohne Namen und Kontaktangaben der Schreibenden; ${files.blanked} Fundstellen in Texten sind durch Marken ersetzt, Verborgenes fehlt.`,
    describe: (record) => describe(record, procedure, files, { today: dayOf(house.now()), over }),
  })
  if (!done.ok) return done
  await noted(house, site, clerk, procedure, { resource: done.value.resource, ...files })
  return ok(done.value.done)
}

/** What is said of the dataset the first time; what staff wrote since stays. */
function describe(
  record: Dataset,
  procedure: Procedure,
  files: OpenDataFiles,
  { today, over }: { today: string; over: boolean },
): Partial<Dataset> {
  const { one, many } = wordsOf(formatOf(procedure.format), 'de')
  const theme = themes.concepts.find((one) => one.iri.endsWith('/GOVE'))?.iri
  return {
    title: record.title.length > 0 ? record.title : german(`${many}: ${procedure.title}`),
    description:
      record.description.length > 0
        ? record.description
        : german(
            `Was Menschen in diesem Beteiligungsverfahren geschrieben haben, was ihnen geantwortet wurde und was daraus geworden ist. Je ${one} eine Zeile. Namen und Kontaktangaben fehlen; personenbezogene Angaben in Texten sind durch Marken wie [Name] ersetzt. ${procedure.lead}`,
          ),
    keyword: record.keyword.length > 0 ? record.keyword : ['Bürgerbeteiligung', many, 'Rechenschaft'].flatMap(german),
    theme: record.theme.length > 0 || !theme ? record.theme : [theme],
    modified: today,
    accrualPeriodicity: rhythm(record.accrualPeriodicity, over),
    temporal: files.first && files.last ? [{ start: files.first, end: files.last }] : [],
  }
}

const frequency = (code: string) => must(frequencies.concepts.find((one) => one.code === code)?.iri, code)

/** As long as people take part it changes when somebody publishes it again, after that no more; another word of staff stays. */
const rhythm = (said: string | undefined, over: boolean): string =>
  said && said !== frequency('IRREG') ? said : frequency(over ? 'NEVER' : 'IRREG')

const noted = (
  house: ParticipationHouse,
  site: Site,
  clerk: Clerk,
  procedure: Procedure,
  { resource, submissions, blanked }: { resource: string; submissions: number; blanked: number },
): Promise<void> =>
  asStaff(house, site, async (trx) => {
    await putDataset(trx, site.id, procedure.id, { resource, submissions, blanked })
    const subject = { kind: 'procedure', id: procedure.id, name: procedure.title }
    await noteStaffAct(trx, site, clerk, 'publish-dataset', subject, { submissions, blanked })
  })
