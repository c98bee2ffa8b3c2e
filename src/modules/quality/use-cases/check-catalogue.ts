import { randomUUID } from 'node:crypto'
import type { Quad } from '@rdfjs/types'
import { isProfile, unreadable, validateQuads } from '#catalogue'
import type { Site } from '#kernel/site.ts'
import { fetchDocument, OutboundFault } from '#platform/outbound-fetch'
import { secretLink } from '#platform/secret-link'
import { namespaces } from '#standards/rdf'
import { publicDb, type QualityHouse } from '../house.ts'
import { bounds, type WantedCheck } from '../model/check.ts'
import { reportOf } from '../model/report.ts'
import { beginCheck, type CheckFault, endCheck, insertCheck, noteProgress } from '../store/check-store.ts'
import { type Document, readDocument } from './read-catalogue.ts'

export const checkJob = 'quality/check'

/** Takes a catalogue to be checked; gives the secret part of its address. */
export async function orderCheck(house: QualityHouse, site: Site, wanted: WantedCheck): Promise<string> {
  const id = randomUUID()
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, checkJob, id)
  await publicDb(house, site)
    .transaction()
    .execute(async (trx) => {
      await insertCheck(trx, site.id, id, hash, wanted)
      await house.jobs.enqueue(trx, checkJob, { id })
    })
  return token
}

async function fetched(house: QualityHouse, asked: string, end: number): Promise<Document> {
  const seconds = Math.max(1, Math.min(bounds.fetchSeconds, (end - performance.now()) / 1000))
  const { body, address, contentType } = await fetchDocument(house.outbound, asked, { bytes: bounds.bytes, seconds })
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return {
    content: Buffer.concat(pieces),
    baseIRI: address,
    fileName: new URL(address).pathname,
    ...(contentType ? { contentType } : {}),
  }
}

const fault = (name: string, params: CheckFault['params'] = {}): { fault: CheckFault } => ({
  fault: { key: `quality.check.fault.${name}`, params },
})

/** Titles by subject, German ones first. */
function titlesOf(quads: Iterable<Quad>): Map<string, string> {
  const titles = new Map<string, { text: string; lang: string }>()
  for (const { subject, predicate, object } of quads) {
    if (predicate.value !== `${namespaces.dct}title` || object.termType !== 'Literal') continue
    const known = titles.get(subject.value)
    if (!known || (known.lang !== 'de' && object.language === 'de'))
      titles.set(subject.value, { text: object.value, lang: object.language })
  }
  return new Map([...titles].map(([iri, { text }]) => [iri, text]))
}

async function judged(house: QualityHouse, id: string, wanted: WantedCheck, signal: AbortSignal) {
  const { profile } = wanted
  if (!isProfile(profile)) return fault('profile')
  // All pages together take three times as long as one at most.
  const end = performance.now() + 3 * bounds.fetchSeconds * 1000
  const first =
    wanted.address === null
      ? { content: wanted.content ?? new Uint8Array(), fileName: wanted.name }
      : await fetched(house, wanted.address, end)
  const read = await readDocument(first, (next) => fetched(house, next, end))
  if ('fault' in read) return { fault: unreadable(wanted.name || '–', read.fault) }
  const { quads } = read
  if (quads.length === 0) return fault('empty')
  const db = house.database.system
  let told = 0
  let telling: Promise<unknown> = Promise.resolve()
  const verdict = await validateQuads(quads, profile, {
    dataDir: house.config.dataDir,
    most: bounds.records,
    signal: AbortSignal.any([signal, AbortSignal.timeout(bounds.judgeSeconds * 1000)]),
    progress(done, all) {
      const now = performance.now()
      if (now - told < 1000) return
      told = now
      telling = telling.then(() => noteProgress(db, id, done, all)).catch(() => {})
    },
  })
  await telling
  if (!verdict.ok) return { fault: verdict.error }
  const { records, findings, left } = verdict.value
  if (records === 0) return fault('no-records')
  return { report: reportOf(findings, { records, left, titles: titlesOf(quads) }, bounds.places) }
}

/** Reads and judges what somebody handed in. Whatever is wrong with it becomes the answer; only our own faults are thrown. */
export async function runCheck(house: QualityHouse, { id, signal }: { id: string; signal: AbortSignal }): Promise<void> {
  const db = house.database.system
  const wanted = await beginCheck(db, id)
  if (!wanted) return
  try {
    await endCheck(db, id, await judged(house, id, wanted, signal))
  } catch (error) {
    if (!(error instanceof OutboundFault)) throw error
    const { url: _, ...params } = error.params
    await endCheck(db, id, fault(`fetch.${error.code}`, params))
  }
}
