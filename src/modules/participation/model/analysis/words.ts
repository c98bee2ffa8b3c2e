/** A word of a text and its stem, in the order of the text; the platform's search takes texts apart like this. */
export interface StemmedWord {
  readonly word: string
  readonly stem: string
  /** It turns what is said round (nicht, kein, gegen): it tells texts apart, but names no topic. */
  readonly turns?: boolean
}

/** A word that many texts have: `texts` of them, `times` in all, shown in the form that is most frequent. */
export interface FrequentWord {
  readonly stem: string
  readonly word: string
  readonly texts: number
  readonly times: number
}

interface Count {
  texts: number
  times: number
  seenIn: number
  readonly forms: Map<string, number>
}

/** The form written most often; of equal ones the first by code unit. */
const commonest = (forms: ReadonlyMap<string, number>): string =>
  [...forms].reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best), [
    '',
    0,
  ] as const)[0]

/**
 * The words that stand in most texts, at most `most`, those in fewer than `least` texts left out. A text that repeats itself counts once
 * for each word. Equal ones by stem.
 */
export function frequentWords(texts: readonly (readonly StemmedWord[])[], most = 50, least = 2): FrequentWord[] {
  const counts = new Map<string, Count>()
  texts.forEach((words, text) => {
    for (const { word, stem, turns } of words) {
      if (turns) continue
      const count = counts.get(stem) ?? { texts: 0, times: 0, seenIn: -1, forms: new Map<string, number>() }
      counts.set(stem, count)
      if (count.seenIn !== text) count.texts++
      count.seenIn = text
      count.times++
      count.forms.set(word, (count.forms.get(word) ?? 0) + 1)
    }
  })
  return [...counts]
    .filter(([, { texts }]) => texts >= least)
    .map(([stem, { texts, times, forms }]) => ({ stem, word: commonest(forms), texts, times }))
    .sort((a, b) => b.texts - a.texts || b.times - a.times || (a.stem < b.stem ? -1 : 1))
    .slice(0, most)
}
