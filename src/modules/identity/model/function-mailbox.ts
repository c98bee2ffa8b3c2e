// Words that offices call their mailboxes by.
const office =
  /amt|archiv|auskunft|bau|beteilig|bibliothek|buero|büro|buerger|bürger|daten|data|dienst|digital|fach|fragen|gemeinde|geo|gis|hilfe|info|it\b|kanzlei|kasse|kataster|kontakt|kreis|land|mail|museum|office|online|ordnung|personal|plan|portal|post|presse|rat|redaktion|referat|sekretariat|service|soziale|stadt|statistik|stelle|support|team|umwelt|vermessung|verwaltung|web|zentral/
/**
 * Whether an address looks like that of one person: `merle.luetke@...` does, `open-data@...` and `statistik@...` do not.
 * A guess, so whoever knows better may say so. Data protection by design (DSGVO Art. 25): what is published names an office.
 */
export function looksPersonal(email: string): boolean {
  const name = (email.split('@')[0] ?? '').toLowerCase()
  if (office.test(name)) return false
  return /^(?:\p{L}{1,20}[._]\p{L}{2,}|\p{L}\.?[-_.]\p{L}{2,})(?:[-_.]\p{L}{2,})?\d{0,2}$/u.test(name)
}
