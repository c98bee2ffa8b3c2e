import { foldWord } from './fold.ts'

// Function words of German and English, and what people write around a question. They are kept for phrases, not searched by themselves.
const german = `
aber alle allem allen aller alles als also am an andere anderen anderer anderes ans auch auf aus bei beim bereits bin bis bist bzw da dabei
dadurch dafür dagegen daher damit danach dann daran darauf daraus darf darin darüber das dass davon dazu dein deine dem den denen der deren
derer des dessen desto die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etc etwa euch
euer falls für gegen gewesen gibt habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins
inkl insbesondere ist ja je jede jedem jeden jeder jedes jedoch jene jener jetzt kann kein keine keinen können könnte man mehr mein meine
mich mir mit mittels muss müssen nach nachdem nicht nichts noch nun nur ob oder ohne pro sehr sein seine seinem seinen seiner seit selbst
sich sie siehe sind sobald sofern solche sollen sollte somit sowie sowohl trotz über um und uns unser unsere unter usw vom von vor wann
war waren warum was wegen weil weiter weitere weiteren welche welchem welchen welcher welches wenn wer werden wie wieder wird wo wurde
wurden zb zu zum zur zwar zwischen nr br nbsp amp quot href`
const english = `a about an and are as at be been but by can do does for from had has have how if into is it its me my no not of on or our out
so some such than that the their them then there these they this those to too was we were what when where which who will with you your`

/** Folded words that carry no search meaning. */
export const stopwords: ReadonlySet<string> = new Set(`${german} ${english}`.split(/\s+/).filter(Boolean).map(foldWord))
