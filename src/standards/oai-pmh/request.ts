import { fail, ok, type Result } from '#kernel/result.ts'

/** Arguments of each verb: `!` must be there, `*` stands alone (OAI-PMH 2.0, 4). */
const verbs = {
  Identify: [],
  ListMetadataFormats: ['identifier'],
  ListSets: ['resumptionToken*'],
  ListIdentifiers: ['metadataPrefix!', 'from', 'until', 'set', 'resumptionToken*'],
  ListRecords: ['metadataPrefix!', 'from', 'until', 'set', 'resumptionToken*'],
  GetRecord: ['identifier!', 'metadataPrefix!'],
} as const
export const oaiVerbs = Object.keys(verbs) as (keyof typeof verbs)[]

/** Fault codes of the protocol (3.6). */
export type OaiCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch'
  | 'noMetadataFormats'
  | 'noSetHierarchy'

export interface OaiFault {
  readonly code: OaiCode
  readonly message: string
}

export interface OaiRequest {
  readonly verb: keyof typeof verbs
  readonly args: Readonly<Record<string, string>>
}

/** Reads a request; whatever the protocol forbids is a fault: an unknown or repeated argument, one that is missing, one beside a token. */
export function readRequest(query: URLSearchParams): Result<OaiRequest, OaiFault> {
  const given = query.getAll('verb')
  const verb = oaiVerbs.find((one) => one === given[0])
  if (!verb || given.length > 1)
    return fail({ code: 'badVerb', message: `verb must be one of ${oaiVerbs.join(', ')}, given once` })
  const args: Record<string, string> = {}
  const known: readonly string[] = verbs[verb]
  const names = known.map((name) => name.replace(/[!*]$/, ''))
  for (const [name, value] of query) {
    if (name === 'verb') continue
    if (!names.includes(name)) return fail({ code: 'badArgument', message: `${name.slice(0, 60)} is no argument of ${verb}` })
    if (name in args) return fail({ code: 'badArgument', message: `${name} is given more than once` })
    args[name] = value
  }
  if ('resumptionToken' in args)
    return Object.keys(args).length === 1
      ? ok({ verb, args })
      : fail({ code: 'badArgument', message: 'resumptionToken stands alone' })
  const lacks = known.find((name) => name.endsWith('!') && !args[name.slice(0, -1)])
  return lacks ? fail({ code: 'badArgument', message: `${lacks.slice(0, -1)} is missing` }) : ok({ verb, args })
}

/** A date of the protocol: a day or a second in UTC; `end` takes the last second of a day. Undefined for what is none. */
export function parseOaiDate(text: string, end: boolean): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$/.test(text)) return undefined
  const date = new Date(text.length === 10 ? `${text}T${end ? '23:59:59' : '00:00:00'}Z` : text)
  // 31 February would become a day in March.
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text.slice(0, 10)) ? undefined : date
}
