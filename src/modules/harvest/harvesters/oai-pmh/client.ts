import {
  formatsAddress,
  identifyAddress,
  listAddress,
  nextAddress,
  type OaiAnswer,
  type OaiFormat,
  oaiBase,
  readFormats,
  readIdentity,
  readOaiAnswer,
  readRecordPage,
} from '#standards/oai-pmh'
import type { Fetched, Way } from '../../harvester.ts'
import { HarvestFault } from '../../model/fault.ts'
import { xmlAccept as accept, readXmlAnswer } from '../../reading/xml-answer.ts'

export type OaiListed = { readonly page: NonNullable<ReturnType<typeof readRecordPage>> } & OaiRead
interface OaiRead {
  readonly answer: OaiAnswer
  readonly text: string
  readonly fetched: Fetched
}
/** The repository says that it has nothing to give; or that it does not take the question, or no longer knows the token. */
export type OaiSilence = { readonly none: OaiRead } | { readonly refused: string } | { readonly expired: string }

/** Answers of a repository, read as far as the protocol goes. */
export class OaiClient {
  readonly base: string
  readonly #way: Way

  constructor(way: Way, address: string) {
    this.#way = way
    this.base = oaiBase(address)
  }

  async #read(fetched: Fetched): Promise<OaiRead> {
    const { root, text } = await readXmlAnswer(fetched)
    const answer = readOaiAnswer(root)
    if (!answer) throw new HarvestFault('not-this-kind', { url: fetched.address })
    return { answer, text, fetched }
  }

  /** Answers to what every repository must answer. */
  async #must(address: string): Promise<OaiRead> {
    const read = await this.#read(await this.#way.get(address, { accept }))
    const [fault] = read.answer.faults
    if (fault) throw this.refusal(said(fault))
    return read
  }

  refusal(detail: string): HarvestFault {
    return new HarvestFault('refused', { url: this.base, detail })
  }

  async identify() {
    const { answer, fetched } = await this.#must(identifyAddress(this.base))
    const identity = readIdentity(answer)
    if (!identity) throw new HarvestFault('not-this-kind', { url: fetched.address })
    return identity
  }

  async formats(): Promise<OaiFormat[]> {
    const { answer } = await this.#must(formatsAddress(this.base))
    return readFormats(answer).filter((one) => one.prefix !== '')
  }

  /** The first page of a list, or the page behind a token. */
  async list(wanted: Parameters<typeof listAddress>[1] | { readonly token: string }): Promise<OaiListed | OaiSilence> {
    const byToken = 'token' in wanted
    const address = byToken ? nextAddress(this.base, wanted.token) : listAddress(this.base, wanted)
    // Some say by their status alone that a token is gone.
    const fetched = await this.#way.ask(address, { accept, unless: byToken ? [400, 404, 410, 422] : [] })
    if (!fetched) return { expired: 'HTTP' }
    const read = await this.#read(fetched)
    const page = readRecordPage(read.answer)
    if (page) return { page, ...read }
    const { faults } = read.answer
    if (faults.some((one) => one.code === 'noRecordsMatch')) return { none: read }
    const [fault = { code: '', text: '' }] = faults
    if (fault.code === 'badResumptionToken') return { expired: said(fault) }
    if (faults.length === 0) throw new HarvestFault('not-this-kind', { url: fetched.address })
    return { refused: said(fault) }
  }
}

const said = ({ code, text }: { code: string; text: string }) => [code, text].filter(Boolean).join(': ')

/** Formats from the one that says most: DCAT, other RDF, ISO 19139, DataCite, Dublin Core. */
const order: readonly ((one: OaiFormat) => boolean)[] = [
  ({ prefix }) => /dcat.?ap.?de/i.test(prefix),
  ({ prefix, space }) => /dcat/i.test(prefix) || space.startsWith('http://www.w3.org/ns/dcat'),
  ({ prefix, space }) => /^iso19139|^gmd$|^iso19115/i.test(prefix) || space === 'http://www.isotc211.org/2005/gmd',
  ({ prefix, space }) => /^rdf$/i.test(prefix) || space.startsWith('http://www.w3.org/1999/02/22-rdf-syntax-ns'),
  ({ prefix, space }) => /datacite/i.test(prefix) || /datacite\.org/i.test(space),
  ({ prefix }) => prefix === 'oai_dc',
]

/** Prefixes to try, best first. `oai_dc` is what everybody must have (4.5). */
export function prefixesToTry(formats: readonly OaiFormat[]): string[] {
  const sorted = order.flatMap((suits) => formats.filter(suits).map((one) => one.prefix))
  return [...new Set([...sorted, 'oai_dc'])]
}
