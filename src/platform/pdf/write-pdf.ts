import { faces } from './faces.ts'
import { type Element, ink, margin, muted, type Pdf, room, widthOf } from './page.ts'
import { writeSquares } from './write-squares.ts'
import { writeTable } from './write-table.ts'

/** A table: the first column heads its row. */
export interface PdfTable {
  readonly kind: 'table'
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Columns of numbers, by place. */
  readonly right?: readonly number[]
  /** Shares of the width, one for each column; equal ones where it is left out. */
  readonly widths?: readonly number[]
}

/** What a document is made of, in reading order. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | PdfTable
  /** What has to be typed off, letter by letter. */
  | { readonly kind: 'code'; readonly text: string }
  /** A QR code, row by row; `alt` says what it is for. */
  | { readonly kind: 'squares'; readonly rows: readonly (readonly boolean[])[]; readonly alt: string }
  /** What follows stands on a page of its own, so many points below its upper edge. */
  | { readonly kind: 'page'; readonly top: number }

export interface PdfDocument {
  readonly title: string
  readonly lang: string
  readonly author: string
  readonly created: Date
  readonly blocks: readonly PdfBlock[]
  /** Line at the foot of a page; outside the reading order. */
  readonly foot: (page: number, pages: number) => string
}

const sizes = { 1: 24, 2: 16, 3: 12.5 } as const

/** A tagged PDF (PDF 1.7, ISO 32000-1 14.8): language, title, headings, lists and tables can be read aloud in order. A4, fonts embedded. */
export async function writePdf(document: PdfDocument): Promise<Buffer> {
  // Read when the first one is written: it is large, and most of what starts never writes any.
  const [{ default: PDFDocument }, { regular, bold }] = await Promise.all([import('pdfkit'), faces()])
  const pdf = new PDFDocument({
    pdfVersion: '1.7',
    tagged: true,
    lang: document.lang,
    displayTitle: true,
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: 72 },
    bufferPages: true,
    info: { Title: document.title, Author: document.author, CreationDate: document.created, ModDate: document.created },
  })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const ended = new Promise<void>((resolve, reject) => {
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  pdf.registerFont('text', regular as never)
  pdf.registerFont('bold', bold as never)
  pdf.fillColor(ink)
  const root = pdf.struct('Document', { title: document.title })
  pdf.addStructure(root)
  for (const [at, block] of document.blocks.entries()) {
    if (block.kind === 'page' && at > 0) {
      pdf.addPage()
      // A thousand pages take seconds: others get their turn between them.
      await new Promise(setImmediate)
    }
    writeBlock(pdf, root, block)
  }
  root.end()
  feet(pdf, document)
  pdf.end()
  await ended
  return Buffer.concat(pieces)
}

function writeBlock(pdf: Pdf, root: Element, block: PdfBlock): void {
  switch (block.kind) {
    case 'heading': {
      const size = sizes[block.level]
      pdf.moveDown(block.level === 1 ? 0 : 1)
      room(pdf, size * 4)
      root.add(
        pdf.struct(
          `H${block.level}`,
          {},
          () =>
            void pdf
              .font('bold')
              .fontSize(size)
              .text(block.text, margin, pdf.y, { width: widthOf(pdf) }),
        ),
      )
      pdf.moveDown(0.4)
      return
    }
    case 'paragraph':
      root.add(
        pdf.struct(
          'P',
          {},
          () =>
            void pdf
              .font('text')
              .fontSize(10.5)
              .text(block.text, margin, pdf.y, { width: widthOf(pdf), lineGap: 2 }),
        ),
      )
      pdf.moveDown(0.6)
      return
    case 'code':
      root.add(
        pdf.struct(
          'P',
          {},
          () =>
            void pdf
              .font('bold')
              .fontSize(24)
              .text(block.text, margin, pdf.y, { width: widthOf(pdf), characterSpacing: 1.5 }),
        ),
      )
      pdf.moveDown(0.5)
      return
    case 'squares':
      writeSquares(pdf, root, block)
      return
    case 'page':
      pdf.y = block.top
      return
    case 'list':
      writeList(pdf, root, block.items)
      return
    case 'table':
      writeTable(pdf, root, block)
      return
  }
}

function writeList(pdf: Pdf, root: Element, items: readonly string[]): void {
  const list = pdf.struct('L')
  root.add(list)
  pdf.font('text').fontSize(10.5)
  for (const text of items) {
    room(pdf, 28)
    const item = pdf.struct('LI')
    list.add(item)
    const top = pdf.y
    item.add(pdf.struct('Lbl', {}, () => void pdf.text('•', margin, top, { width: 12 })))
    item.add(pdf.struct('LBody', {}, () => void pdf.text(text, margin + 14, top, { width: widthOf(pdf) - 14, lineGap: 2 })))
    item.end()
    pdf.moveDown(0.3)
  }
  list.end()
  pdf.moveDown(0.5)
}

function feet(pdf: Pdf, document: PdfDocument): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let at = start; at < start + count; at++) {
    pdf.switchToPage(at)
    // What stands below the margin would begin a new page.
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf.font('text').fontSize(8.5).fillColor(muted)
    pdf.text(document.foot(at - start + 1, count), margin, pdf.page.height - 48, { width: widthOf(pdf), lineBreak: false })
    pdf.endMarkedContent()
  }
}
