import { decodeText, RdfFaultError } from '#standards/rdf'
import { readXml, type XmlElement } from '#standards/xml'
import type { Fetched } from '../harvester.ts'
import { HarvestFault } from '../model/fault.ts'

/** How XML is asked for; whatever comes is looked at. */
export const xmlAccept = 'application/xml, text/xml;q=0.9, */*;q=0.1'

const mostBytes = 64 * 1024 * 1024

async function textOf({ bytes, contentType, address }: Fetched): Promise<string> {
  try {
    const parts: string[] = []
    for await (const part of decodeText(bytes, contentType, mostBytes)) parts.push(part)
    return parts.join('')
  } catch (error) {
    if (!(error instanceof RdfFaultError)) throw error
    const { code, params } = error.fault
    if (code === 'encoding') throw new HarvestFault('encoding', { url: address, encoding: String(params.encoding ?? '') })
    throw new HarvestFault('too-large', { url: address, limit: mostBytes / 1024 / 1024 })
  }
}

/** An answer as its root element, with the text it was read from; what is no sound XML breaks the run off. */
export async function readXmlAnswer(answer: Fetched): Promise<{ readonly root: XmlElement; readonly text: string }> {
  const text = await textOf(answer)
  const tree = readXml(text)
  if (tree.ok) return { root: tree.value, text }
  const { code, line, detail } = tree.error
  if (code === 'cut-off') throw new HarvestFault('cut-off', { url: answer.address, bytes: answer.bytes.length })
  throw new HarvestFault('unreadable', { url: answer.address, line, detail: code === 'syntax' ? detail : `${code}: ${detail}` })
}
