import { propertiesDe } from './locales/properties-de.ts'
import { propertiesEn } from './locales/properties-en.ts'

/** What people call a property in German or English: `dct:title` -> `Titel`; the name itself where there is no word for it. */
export const propertyLabel = (name: string, lang: string): string =>
  (lang.startsWith('en') ? propertiesEn : propertiesDe)[name]?.[0] ?? name
