import { encodeWindows1252 } from './csv.ts'

const escaped = (text: string): string => text.replace(/[\\()]/g, (sign) => `\\${sign}`)

// Helvetica is about half as wide as high; 88 signs of 10 pt fill the 480 pt between the margins.
function wrapped(text: string, width = 88): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}

function pageOf(lines: readonly string[], title: string | undefined, footer: string): string {
  const head = title ? `BT /F2 16 Tf 56 780 Td (${escaped(title)}) Tj ET\n` : ''
  const body = lines.map((line) => `(${escaped(line)}) Tj T*`).join('\n')
  return `${head}BT /F1 10 Tf 14 TL 56 750 Td\n${body}\nET\nBT /F1 8 Tf 56 40 Td (${escaped(footer)}) Tj ET`
}

/** A plain PDF 1.4 with a title and paragraphs, A4, in the standard typeface; text stays searchable. */
export function pdfOf(title: string, paragraphs: readonly string[]): Uint8Array {
  const lines = paragraphs.flatMap((paragraph) => [...wrapped(paragraph), ''])
  const chunks: string[][] = []
  for (let at = 0; at < lines.length; at += 48) chunks.push(lines.slice(at, at + 48))
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (de-DE) >>',
    `<< /Type /Pages /Kids [${chunks.map((_, at) => `${6 + at * 2} 0 R`).join(' ')}] /Count ${chunks.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    `<< /Title (${escaped(title)}) >>`,
  ]
  chunks.forEach((chunk, at) => {
    const stream = pageOf(chunk, at === 0 ? title : undefined, `${title} - Seite ${at + 1} von ${chunks.length}`)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${7 + at * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    )
  })
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = out.length
    out += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${out.length}\n%%EOF\n`
  return encodeWindows1252(`${out}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`)
}
