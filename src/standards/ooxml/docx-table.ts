import { zipOf } from './zip.ts'

/** A piece of text; marked where it was taken out (struck through) or put in (underlined). */
export interface DocxRun {
  readonly text: string
  readonly mark?: 'del' | 'ins'
}

/** What stands in a cell: a text, or pieces of it. */
export type DocxCell = string | readonly DocxRun[]

/** A text document with a heading, a sentence and one table. */
export interface DocxTable {
  readonly title: string
  /** Language of the texts: `de-DE`. */
  readonly lang: string
  readonly intro: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly DocxCell[])[]
}

// XML 1.0 takes no control characters, whatever they are written as.
const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

const looks = { bold: '<w:b/>', del: '<w:strike/>', ins: '<w:u w:val="single"/>' } as const

const run = (text: string, look?: keyof typeof looks) =>
  `<w:r>${look ? `<w:rPr>${looks[look]}</w:rPr>` : ''}${text
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
    .join('<w:br/>')}</w:r>`
const paragraph = (cell: DocxCell, style = '', bold = false) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${
    typeof cell === 'string' ? run(cell, bold ? 'bold' : undefined) : cell.map(({ text, mark }) => run(text, mark)).join('')
  }</w:p>`

const row = (cells: readonly DocxCell[], width: number, head = false) =>
  `<w:tr><w:trPr><w:cantSplit/>${head ? '<w:tblHeader/>' : ''}</w:trPr>${cells
    .map((cell) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(cell, '', head)}</w:tc>`)
    .join('')}</w:tr>`

const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="CED5D0"/>`)
  .join('')

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** Usable width of an A4 page on its side, in twentieths of a point. */
const page = 14_570

function documentXml(one: DocxTable): string {
  const width = Math.floor(page / Math.max(1, one.head.length))
  return `${head}<w:document xmlns:w="${main}"><w:body>${paragraph(one.title, 'Heading1')}${paragraph(one.intro)}<w:tbl><w:tblPr><w:tblW w:w="${page}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${one.head
    .map(() => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid>${row(one.head, width, true)}${one.rows
    .map((cells) => row(cells, width))
    .join(
      '',
    )}</w:tbl><w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

const stylesXml = (lang: string) =>
  `${head}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="18"/><w:lang w:val="${escaped(lang)}"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style></w:styles>`

/** Writes a DOCX (ISO/IEC 29500) with one table whose first line is its head on every page. Texts stay texts: nothing in them is a field or a link. */
export function docxTable(one: DocxTable): Uint8Array {
  const types = `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  const relations = (all: string) => `${head}<Relationships xmlns="${packages}/relationships">${all}</Relationships>`
  return zipOf([
    { name: '[Content_Types].xml', content: types },
    {
      name: '_rels/.rels',
      content: relations(
        relation('r1', `${office}/officeDocument`, 'word/document.xml') +
          relation('r2', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ),
    },
    {
      name: 'docProps/core.xml',
      content: `${head}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(one.title)}</dc:title><dc:language>${escaped(one.lang)}</dc:language></cp:coreProperties>`,
    },
    { name: 'word/document.xml', content: documentXml(one) },
    { name: 'word/_rels/document.xml.rels', content: relations(relation('r1', `${office}/styles`, 'styles.xml')) },
    { name: 'word/styles.xml', content: stylesXml(one.lang) },
  ])
}
