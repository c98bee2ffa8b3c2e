/** Topic categories of ISO 19115 that an EU theme comes nearest to; a dataset must have one. */
export const topicOfTheme: Readonly<Record<string, string>> = {
  AGRI: 'farming',
  ECON: 'economy',
  EDUC: 'society',
  ENER: 'utilitiesCommunication',
  ENVI: 'environment',
  GOVE: 'society',
  HEAL: 'health',
  INTR: 'society',
  JUST: 'society',
  OP_DATPRO: 'society',
  REGI: 'boundaries',
  SOCI: 'society',
  TECH: 'economy',
  TRAN: 'transportation',
}

/** Maintenance frequencies of ISO 19115 by the code of the EU list. */
export const maintenanceOf: Readonly<Record<string, string>> = {
  '1MIN': 'continual',
  '5MIN': 'continual',
  '10MIN': 'continual',
  '15MIN': 'continual',
  '30MIN': 'continual',
  HOURLY: 'continual',
  BIHOURLY: 'continual',
  TRIHOURLY: 'continual',
  '12HRS': 'daily',
  CONT: 'continual',
  UPDATE_CONT: 'continual',
  DAILY: 'daily',
  DAILY_2: 'daily',
  WEEKLY: 'weekly',
  WEEKLY_2: 'weekly',
  WEEKLY_3: 'weekly',
  BIWEEKLY: 'fortnightly',
  MONTHLY: 'monthly',
  MONTHLY_2: 'fortnightly',
  MONTHLY_3: 'weekly',
  QUARTERLY: 'quarterly',
  ANNUAL: 'annually',
  ANNUAL_2: 'biannually',
  AS_NEEDED: 'asNeeded',
  IRREG: 'irregular',
  NOT_PLANNED: 'notPlanned',
  NEVER: 'notPlanned',
  UNKNOWN: 'unknown',
}

/** Codes of ISO 639-2/B, which differ from those of the EU list for some languages. */
const bibliographic: Readonly<Record<string, string>> = {
  DEU: 'ger',
  FRA: 'fre',
  NLD: 'dut',
  CES: 'cze',
  RON: 'rum',
  ELL: 'gre',
  SLK: 'slo',
}

/** A language of the EU list as ISO 19139 writes it: ISO 639-2/B. */
export const isoLanguage = (iri: string): string => {
  const code = iri.replace(/^.*[/#]/, '').toUpperCase()
  return bibliographic[code] ?? code.toLowerCase()
}
