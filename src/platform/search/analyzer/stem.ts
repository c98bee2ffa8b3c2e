// Stemming after the German Snowball algorithm (snowballstem.org/algorithms/german), on folded words, with small additions:
// female forms join the male ones, foreign plurals in -as, -os, -ys lose their s, and a final y becomes i (English city/cities).

const vowels = new Set('aeiouyäöü')
const validS = new Set('bdfghklmnrt')
const validSt = new Set('bdfghklmnt')

/** Start of the region after the first non-vowel that follows a vowel, from `from` on. */
function regionAfter(word: string, from: number): number {
  let i = from
  while (i < word.length && !vowels.has(word[i] as string)) i++
  while (i < word.length && vowels.has(word[i] as string)) i++
  return Math.min(i + 1, word.length)
}

/** Between vowels u and y count as consonants. */
function markConsonants(word: string): string {
  if (!/[uy]/.test(word)) return word
  return word.replace(/(?<=[aeiouyäöü])[uy](?=[aeiouyäöü])/g, (letter) => letter.toUpperCase())
}

function dropCaseEnding(word: string, r1: number): string {
  const ending = /(?:ern|em|er|en|es|e)$/.exec(word)?.[0]
  if (ending) {
    if (word.length - ending.length < r1) return word
    const rest = word.slice(0, -ending.length)
    return ending.startsWith('e') && ending !== 'em' && ending !== 'er' && ending !== 'ern' && rest.endsWith('niss')
      ? rest.slice(0, -1)
      : rest
  }
  if (word.endsWith('s') && word.length - 1 >= r1 && validS.has(word[word.length - 2] as string)) return word.slice(0, -1)
  return word
}

function dropComparison(word: string, r1: number): string {
  const ending = /(?:est|er|en)$/.exec(word)?.[0]
  if (ending) return word.length - ending.length >= r1 ? word.slice(0, -ending.length) : word
  if (word.endsWith('st') && word.length - 2 >= r1 && word.length >= 6 && validSt.has(word[word.length - 3] as string))
    return word.slice(0, -2)
  return word
}

function dropDerivation(word: string, r1: number, r2: number): string {
  const ending = /(?:isch|lich|heit|keit|end|ung|ig|ik)$/.exec(word)?.[0]
  if (!ending || word.length - ending.length < r2) return word
  const rest = word.slice(0, -ending.length)
  if (ending === 'end' || ending === 'ung')
    return rest.endsWith('ig') && rest.length - 2 >= r2 && !rest.endsWith('eig') ? rest.slice(0, -2) : rest
  if (ending === 'ig' || ending === 'ik' || ending === 'isch') return rest.endsWith('e') ? word : rest
  if (ending === 'keit') {
    const more = /(?:lich|ig)$/.exec(rest)?.[0]
    return more && rest.length - more.length >= r2 ? rest.slice(0, -more.length) : rest
  }
  const more = /(?:er|en)$/.exec(rest)?.[0]
  return more && rest.length - more.length >= r1 ? rest.slice(0, -more.length) : rest
}

const umlauts: Record<string, string> = { ä: 'a', ö: 'o', ü: 'u' }

/** Bürgerinnen, Bürgerin -> Bürger; Kitas -> Kita; Termin, Berlin and other short words stay. */
function dropOwnEndings(word: string): string {
  if (word.length >= 9 && word.endsWith('erinnen')) return word.slice(0, -5)
  if (word.length >= 8 && word.endsWith('erin')) return word.slice(0, -2)
  if (word.length >= 5 && /[^aeiou][ao]s$|ys$/.test(word) && !/(?:gl|gr|tl)as$/.test(word)) return word.slice(0, -1)
  return word
}

// Bürger is not Burg, Schüler is not Schule: here -er belongs to the word, though its vowel says plural.
const persons = /^(.*(?:bürger|schüler|händler|künstler|verkäufer|gärtner))(?:s|n)?$/

/** The stem of one folded word; numbers and words of up to 3 letters stay (umlauts are taken off all the same). */
export function stem(folded: string): string {
  if (/\d/.test(folded)) return folded
  let word = folded
  if (word.length > 3) {
    word = dropOwnEndings(word)
    const person = persons.exec(word)?.[1]
    if (person) return unmarked(person)
    word = markConsonants(word)
    const first = regionAfter(word, 0)
    const r1 = Math.max(first, 3)
    const r2 = regionAfter(word, first)
    word = dropDerivation(dropComparison(dropCaseEnding(word, r1), r1), r1, r2).toLowerCase()
    if (word.endsWith('y')) word = `${word.slice(0, -1)}i`
  }
  return unmarked(word)
}

/** A word without umlaut dots. */
export const unmarked = (word: string) =>
  /[äöü]/.test(word) ? word.replace(/[äöü]/g, (letter) => umlauts[letter] as string) : word
