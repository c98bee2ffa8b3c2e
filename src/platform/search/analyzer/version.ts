import { crc32 } from 'node:zlib'
import { componentWords, wholeWords } from './lexicon-words.ts'
import { stopwords } from './stopwords.ts'

/** Raised by hand when folding, tokens, stems or the cutting of compounds change. */
const rules = 1

/** Tells whether an index was made by this analyzer: rules and word lists. Synonyms are applied to questions only and do not count. */
export const analyzerVersion = crc32([rules, ...stopwords, '|', ...componentWords, '|', ...wholeWords].join(' '))
