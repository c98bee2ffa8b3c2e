import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Quad } from '@rdfjs/types'
import { type Finding, installReference, type Judge, openJudge, type Profile } from '#catalogue'
import { readRdf } from '#standards/rdf'
import { splitRecords } from '#standards/shacl'
import { sharedData } from '#support/shared.ts'

/** Where the official test cases lie. */
export const testCases = () => path.join(sharedData() ?? '', 'shacl/dcat-ap-de-testcases')

/** A data directory with the reference data in it, gone when the process ends. */
export async function referenceData(): Promise<string> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'allmende-shacl-'))
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  await installReference({ dataDir, from: sharedData() ?? '' })
  return dataDir
}

/** Triples of a file; each test case stands under its own base so that names of nodes do not meet. */
export async function readFile(file: string): Promise<Quad[]> {
  const { quads, fault } = await readRdf(readFileSync(file), {
    fileName: file,
    baseIRI: `https://faelle.example/${path.basename(file)}/`,
  })
  if (fault) throw new Error(`${file}: ${fault.code} in line ${fault.line}`)
  return quads
}

/** Findings about everything in a file. */
export async function findings(judge: Judge, quads: readonly Quad[], profile: Profile): Promise<Finding[]> {
  const found: Finding[] = []
  for (const part of splitRecords(quads)) {
    const verdict = await judge.judge(part, profile)
    if (!verdict.ok) throw new Error(verdict.error.params.missing)
    found.push(...verdict.value)
  }
  return found
}

export { openJudge }
