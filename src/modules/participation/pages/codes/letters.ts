import { encode } from 'uqr'
import type { Visit } from '#platform/http'
import { type PdfBlock, writePdf } from '#platform/pdf'
import { spacedCode } from '../../model/vote/receipt-code.ts'
import type { CodesOf } from './codes-view.tsx'

/** Where the words of a letter begin: below the address in the window of an envelope (DIN 5008, form B), in points. */
const belowAddress = 284

function letter(visit: Visit, of: CodesOf, code: string): PdfBlock[] {
  const { t, site } = visit
  const say = (name: string) => t(`participation.codes.${of.words}.${name}`)
  return [
    { kind: 'page', top: belowAddress },
    { kind: 'paragraph', text: site.name },
    { kind: 'heading', level: 2, text: of.acting.procedure.title },
    { kind: 'paragraph', text: say('text') },
    { kind: 'code', text: spacedCode(code) },
    { kind: 'squares', rows: encode(of.target(code), { ecc: 'M', border: 0 }).data, alt: say('qr') },
    { kind: 'paragraph', text: of.target() },
    { kind: 'paragraph', text: say('secret') },
  ]
}

/** The letters as a tagged PDF, each on a page of its own with room for an address: the only time that the codes are seen. */
export const lettersPdf = (visit: Visit, of: CodesOf, codes: readonly string[]): Promise<Buffer> =>
  writePdf({
    title: `${of.acting.procedure.title}: ${visit.t('participation.codes.letters', { count: codes.length })}`,
    lang: visit.lang,
    author: visit.site.name,
    created: visit.now,
    foot: () => '',
    blocks: codes.flatMap((code) => letter(visit, of, code)),
  })
