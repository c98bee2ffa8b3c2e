/** What people may be asked to attach. */
export type FileGroup = 'image' | 'pdf' | 'office'

/** What a file is: its group, its type, and the ending that goes with it. */
export interface FileKind {
  readonly group: FileGroup
  readonly mediaType: string
  readonly ending: string
}

const kind = (group: FileGroup, mediaType: string, ending: string): FileKind => ({ group, mediaType, ending })
const openXml = 'application/vnd.openxmlformats-officedocument.'
const openDocument = 'application/vnd.oasis.opendocument.'

const kinds: readonly FileKind[] = [
  kind('pdf', 'application/pdf', 'pdf'),
  kind('image', 'image/png', 'png'),
  kind('image', 'image/jpeg', 'jpg'),
  kind('image', 'image/webp', 'webp'),
  kind('office', `${openXml}wordprocessingml.document`, 'docx'),
  kind('office', `${openXml}spreadsheetml.sheet`, 'xlsx'),
  kind('office', `${openXml}presentationml.presentation`, 'pptx'),
  kind('office', `${openDocument}text`, 'odt'),
  kind('office', `${openDocument}spreadsheet`, 'ods'),
  kind('office', `${openDocument}presentation`, 'odp'),
]
const byEnding = (ending: string) => kinds.find((one) => one.ending === ending)

/** What browsers are told to offer for some groups: types and endings. */
export const acceptedBy = (groups: readonly FileGroup[]): readonly string[] =>
  kinds.filter(({ group }) => groups.includes(group)).flatMap(({ mediaType, ending }) => [mediaType, `.${ending}`])

/** The ending of a kind by its type, in capitals, as people name it: DOCX. */
export const kindName = (mediaType: string): string =>
  (kinds.find((one) => one.mediaType === mediaType)?.ending ?? mediaType).toUpperCase()

/** What a file is, by its content and not by its name; `macros`: an office document with a program in it. Undefined for anything else. */
export function kindOfFile(content: Buffer): FileKind | 'macros' | undefined {
  const begins = content.toString('latin1', 0, 12)
  if (begins.startsWith('%PDF-')) return byEnding('pdf')
  if (begins.startsWith('\x89PNG\r\n\x1a\n')) return byEnding('png')
  if (begins.startsWith('\xff\xd8\xff')) return byEnding('jpg')
  if (begins.startsWith('RIFF') && begins.endsWith('WEBP')) return byEnding('webp')
  return begins.startsWith('PK\x03\x04') && content.length > 30 ? kindOfZip(content) : undefined
}

const mainParts: readonly (readonly [part: string, ending: string])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
]

/** What a ZIP is: OpenDocument says it in its first part, Office Open XML by the parts it has. */
function kindOfZip(content: Buffer): FileKind | 'macros' | undefined {
  const parts = partsOf(content)
  if (parts.some((name) => /(^|\/)vbaProject\.bin$/i.test(name) || /^Basic\/.+\.xml$/.test(name))) return 'macros'
  const first = 30 + content.readUInt16LE(26)
  if (content.toString('latin1', 30, first) === 'mimetype') {
    const from = first + content.readUInt16LE(28)
    const said = content.toString('latin1', from, from + Math.min(content.readUInt32LE(18), 100))
    return kinds.find(({ mediaType }) => mediaType.startsWith(openDocument) && mediaType === said)
  }
  if (!parts.includes('[Content_Types].xml')) return undefined
  const main = mainParts.find(([part]) => parts.includes(part))
  return main && byEnding(main[1])
}

const mostParts = 10_000

/** The names in a ZIP's list of contents; none where the list cannot be read. */
function partsOf(content: Buffer): string[] {
  const end = content.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 20 > content.length) return []
  const names: string[] = []
  let at = content.readUInt32LE(end + 16)
  while (names.length < mostParts && at + 46 <= content.length && content.toString('latin1', at, at + 4) === 'PK\x01\x02') {
    const [name, extra, comment] = [content.readUInt16LE(at + 28), content.readUInt16LE(at + 30), content.readUInt16LE(at + 32)]
    names.push(content.toString('utf8', at + 46, at + 46 + name))
    at += 46 + name + extra + comment
  }
  return names
}

/** A name as it is kept: the last part of a path, without what no name needs, with the ending of what the file is. */
export function fileName(given: string, ending: string): string {
  const base = given
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .replace(/\.\w{1,8}$/, '')
    .replace(/[\p{C}"<>|*?:%#&;]/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, 100)
    .toWellFormed()
  return `${base || 'datei'}.${ending}`
}
