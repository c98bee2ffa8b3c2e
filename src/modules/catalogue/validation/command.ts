import path from 'node:path'
import { parseArgs } from 'node:util'
import { joinMessages, translator } from '#kernel/locale.ts'
import { en as rdfEnglish, rdfGerman } from '#standards/rdf'
import type { CommandIo } from '../reference/command.ts'
import { de as referenceDe } from '../reference/locales/de.ts'
import { en as referenceEn } from '../reference/locales/en.ts'
import { sentence } from './explain.ts'
import type { Finding } from './finding.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { isProfile, profiles } from './profiles.ts'
import { type FileFault, type FileVerdict, validateFile } from './validate-file.ts'

type Lang = 'de' | 'en'

const tongues = {
  de: translator('de', joinMessages([de, referenceDe, rdfGerman])),
  en: translator('en', joinMessages([en, referenceEn, rdfEnglish])),
}

/** `validate FILE [--profile P] [--json]`. Gives the exit code: 0 conforms, 1 does not, 2 could not be validated. */
export async function validateCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const read = readArgs(args)
  const lang: Lang = read?.lang === 'en' || (read?.lang === undefined && io.lang === 'en') ? 'en' : 'de'
  const t = tongues[lang]
  const names = Object.keys(profiles).join(', ')
  const [file, ...rest] = read?.positionals ?? []
  if (read?.help) {
    io.out(t('catalogue.validation.help', { profiles: names }))
    return 0
  }
  if (!file || rest.length > 0) {
    io.err(t('catalogue.validation.help', { profiles: names }))
    return 2
  }
  const profile = read?.profile ?? 'dcat-ap.de-3.0'
  if (!isProfile(profile)) {
    io.err(t('catalogue.validation.unknown-profile', { profile, profiles: names }))
    return 2
  }
  const verdict = await validateFile(file, profile, { dataDir: io.dataDir })
  if (!verdict.ok) {
    io.err(faultText(verdict.error, lang))
    return 2
  }
  if (read?.json) io.out(JSON.stringify(asJson(verdict.value, lang), null, 2))
  else for (const line of asText(verdict.value, path.basename(file), profile, lang)) io.out(line)
  return verdict.value.conforms ? 0 : 1
}

/** A fault in one sentence. */
export function faultText(fault: FileFault, lang: Lang): string {
  const rdf = fault.rdf
  const reason = rdf ? [tongues[lang](rdf.key, rdf.params), rdf.excerpt].filter(Boolean).join('\n  ') : ''
  return tongues[lang](fault.key, { ...fault.params, reason })
}

/** The form for programs: `{conforms, results: [{dataset, node, path, severity, message, shape, value}]}`. */
export function asJson({ conforms, findings }: FileVerdict, lang: Lang) {
  const results = findings.map((finding) => {
    const { dataset, node, path: property, severity, shape, value } = finding
    return { dataset, node, path: property, severity, message: sentence(finding, lang), shape, value }
  })
  return { conforms, results }
}

function* asText({ conforms, records, findings }: FileVerdict, file: string, profile: string, lang: Lang): Generator<string> {
  const t = tongues[lang]
  for (const [dataset, ofDataset] of Map.groupBy(findings, (finding) => finding.dataset)) {
    yield dataset ?? t('catalogue.validation.loose')
    for (const [node, ofNode] of Map.groupBy(ofDataset, (finding) => finding.node)) {
      if (node !== dataset) yield `  ${node}`
      const indent = node === dataset ? '  ' : '    '
      for (const line of new Set(
        ofNode.map((finding) => `${indent}${t(`catalogue.validation.label.${finding.severity}`)}: ${sentence(finding, lang)}`),
      ))
        yield line
    }
  }
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  const figures = { file, profile, records, violations: count('Violation'), warnings: count('Warning'), infos: count('Info') }
  yield t(conforms ? 'catalogue.validation.summary.conforms' : 'catalogue.validation.summary.fails', figures)
}

function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        profile: { type: 'string' },
        lang: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    return { ...values, positionals }
  } catch {
    return undefined
  }
}
