import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Kysely, Transaction } from 'kysely'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Upload } from '#platform/http'
import { secretHash, secretLink, withSecret } from '#platform/secret-link'
import type { ParticipationHouse } from '../../../house.ts'
import { fileName, kindOfFile } from '../../../model/file-kind.ts'
import { stripPhoto } from '../../../model/strip-photo.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { isRefused } from '../../../use-cases/refused.ts'
import { type AnswerFile, type Answers, filesIn, type KnownFiles } from '../model/answer.ts'
import { filesAllowed, largestFile, mostFileQuestions, mostFiles, type Question } from '../model/questionnaire.ts'
import { type AnswerFault, type FileFault, partName } from '../model/read-answer.ts'
import { attachFiles, insertLooseFile, looseFiles } from '../store/file-store.ts'

const kind = 'participation/survey-file'

/** What forms with files may bring: some more than there is room for, so that who chooses too many is told so at the question. */
export const filesUpload = { maxBytes: largestFile, maxFiles: mostFiles * (mostFileQuestions + 1) } as const

/** The name of the field in which files are chosen; those that are there already stand in a field with the name of the question. */
export const uploadName = (question: Pick<Question, 'id'>): string => partName(question, 'datei')

/** A form whose new files are kept: each stands under its question, by the secret with which an answer takes it. */
export interface FormWithFiles {
  readonly form: URLSearchParams
  readonly known: KnownFiles
  readonly faults: readonly AnswerFault[]
}

/** What came with a page of questions. */
export interface GivenFiles {
  readonly tenant: string
  readonly procedure: string
  readonly questions: readonly Question[]
  readonly form: URLSearchParams
  readonly uploads: readonly Upload[]
  /** Files that the answer has already. */
  readonly mine: KnownFiles
}

type Db = Kysely<ParticipationTables>

/**
 * Keeps the files that came with a page, before anything else is looked at: whatever is wrong elsewhere, nobody has to choose them again.
 * `mayKeep` says of each whether it may be kept now. `closed`: the time is over.
 */
export async function takeFiles(
  house: ParticipationHouse,
  db: Db,
  given: GivenFiles,
  mayKeep: () => Promise<boolean>,
): Promise<Result<FormWithFiles, 'closed'>> {
  const questions = given.questions.filter((one) => one.kind === 'file')
  const form = new URLSearchParams(given.form)
  const known = new Map([...given.mine, ...(await looseIn(db, given, questions))])
  const faults: AnswerFault[] = []
  for (const question of questions) {
    const say = (fault: FileFault, params: AnswerFault['params']) =>
      faults.push({ question: question.id, field: question.id, fault, params: { most: filesAllowed(question), ...params } })
    let room = filesAllowed(question) - new Set(form.getAll(question.id).filter((one) => known.has(one))).size
    for (const upload of given.uploads.filter(({ field }) => field === uploadName(question))) {
      const { name } = upload
      if (room <= 0) {
        say('file-many', { name })
        break
      }
      const looked = await lookAt(upload, question)
      if (!looked.ok) say(looked.error, { name })
      else if (!(await mayKeep())) say('file-later', { name })
      else {
        const kept = await keepLoose(house, db, given, question, looked.value)
        if (!kept) return fail('closed')
        form.append(question.id, kept.token)
        known.set(kept.token, kept.file)
        room--
      }
    }
  }
  return ok({ form, known, faults })
}

/** The files of a form that belong to no answer yet, by their secrets. */
async function looseIn(db: Db, { procedure, form }: GivenFiles, questions: readonly Question[]): Promise<KnownFiles> {
  const tokens = questions.flatMap(({ id }) => form.getAll(id)).slice(0, filesUpload.maxFiles)
  const hashes = tokens.flatMap((token) => {
    const hash = secretHash(token)
    return hash ? [{ token, hash }] : []
  })
  const found = await looseFiles(
    db,
    procedure,
    hashes.map(({ hash }) => hash),
  )
  return new Map(
    hashes.flatMap(({ token, hash }) => {
      const file = found.find(({ secretHash }) => secretHash.equals(hash))
      return file ? [[token, { id: file.id, name: file.name, mediaType: file.mediaType, bytes: file.bytes }] as const] : []
    }),
  )
}

interface Looked {
  readonly name: string
  readonly mediaType: string
  readonly content: Buffer
}

/** A file as it is kept: what it is by its content, pictures without what the camera wrote beside them. */
async function lookAt(upload: Upload, { types }: Question): Promise<Result<Looked, FileFault>> {
  if (upload.tooLarge) return fail('file-large')
  if (upload.bytes === 0) return fail('file-empty')
  const content = await readFile(upload.path)
  const found = kindOfFile(content)
  if (found === 'macros') return fail('file-macros')
  if (!found || !types.includes(found.group)) return fail('file-kind')
  const name = fileName(upload.name, found.ending)
  if (found.group !== 'image') return ok({ name, mediaType: found.mediaType, content })
  const stripped = stripPhoto(content)
  return stripped.ok
    ? ok({ name, mediaType: stripped.value.mediaType, content: stripped.value.bytes })
    : fail(stripped.error === 'large' ? 'file-large' : 'file-broken')
}

/** Keeps a file that belongs to no answer yet; undefined when the time is over. */
async function keepLoose(
  house: ParticipationHouse,
  db: Db,
  { tenant, procedure }: GivenFiles,
  question: Question,
  { name, mediaType, content }: Looked,
): Promise<{ readonly token: string; readonly file: AnswerFile } | undefined> {
  const id = randomUUID()
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, kind, id)
  const sha256 = await house.storage.put(content)
  const file = { id, name, mediaType, bytes: content.length }
  try {
    await withSecret(db, hash, (trx) =>
      insertLooseFile(trx, { ...file, sha256, tenant, procedure, question: question.id, secretHash: hash }),
    )
    return { token, file }
  } catch (error) {
    if (isRefused(error)) return undefined
    throw error
  }
}

/** A file was taken by another answer, or was kept no longer, at this very moment. */
export class FilesGone extends Error {}

/** Gives an answer the files that it names and did not name before. Throws `FilesGone` when one is gone, so that nothing is written. */
export async function attachNew(
  house: ParticipationHouse,
  trx: Transaction<ParticipationTables>,
  response: string,
  before: Answers,
  after: Answers,
): Promise<void> {
  const had = filesIn(before)
  const fresh = [...filesIn(after).keys()].filter((id) => !had.has(id))
  const hashes = fresh.map((id) => secretLink(house.config.ALLMENDE_SECRET, kind, id).hash)
  if (!(await attachFiles(trx, response, hashes))) throw new FilesGone()
}

/** Faults of a page with those of its files: where a file was not taken, nobody is told that the answer is missing. */
export const withFileFaults = (faults: readonly AnswerFault[], ofFiles: readonly AnswerFault[]): AnswerFault[] => [
  ...faults.filter(({ question, fault }) => fault !== 'missing' || !ofFiles.some((one) => one.question === question)),
  ...ofFiles,
]

/** Faults where a file is there no longer, at every question for files of the page. */
export const filesGone = (questions: readonly Question[]): AnswerFault[] =>
  questions.flatMap(({ id, kind }): AnswerFault[] => (kind === 'file' ? [{ question: id, field: id, fault: 'file-gone' }] : []))
