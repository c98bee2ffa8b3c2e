// Districts of North Rhine-Westphalia on car plates. Source: Kraftfahrt-Bundesamt, list of distinguishing signs.
const districts =
  'AC AH BE BF BI BM BN BO BOR BOT BÜR CAS COE D DN DO DT DU E EN ERK EU GE GK GL GLA GM GT GV HA HAM HER HF HS HSK HW HX IS JÜL K KK KLE KR LEV LH LP LÜD LÜN ME MG MH MI MK MO MON MS NE OB OE OP PB RE RS SG SI SLE SO ST SU TE UN VIE W WAF WAN WAR WAT WES WIT'
const number = '[1-9]\\d{0,3}[EH]?(?![\\p{L}\\d])'

/** Car plates: with a hyphen from everywhere (COE-AB 123), with spaces only from districts we know, because standards are named like that (DIN EN 1538). */
export const plates: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\d-])[A-ZÄÖÜ]{1,3}-\\s?[A-Z]{1,2}[\\s-]?${number}`, 'gu'),
  new RegExp(`(?<![\\p{L}\\d-])(?:${districts.replaceAll(' ', '|')})\\s[A-Z]{1,2}\\s?${number}`, 'gu'),
]
