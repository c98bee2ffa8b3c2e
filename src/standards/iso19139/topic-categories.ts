/** EU data themes for the topic categories of ISO 19115 (MD_TopicCategoryCode): those under which German geoportals list them. */
const themes: Readonly<Record<string, readonly string[]>> = {
  farming: ['AGRI'],
  biota: ['ENVI'],
  boundaries: ['REGI', 'GOVE'],
  climatologyMeteorologyAtmosphere: ['ENVI'],
  economy: ['ECON'],
  elevation: ['REGI'],
  environment: ['ENVI'],
  geoscientificInformation: ['ENVI', 'TECH'],
  health: ['HEAL'],
  imageryBaseMapsEarthCover: ['REGI'],
  inlandWaters: ['ENVI'],
  intelligenceMilitary: ['JUST'],
  location: ['REGI'],
  oceans: ['ENVI'],
  planningCadastre: ['REGI', 'GOVE'],
  society: ['SOCI', 'EDUC'],
  structure: ['REGI'],
  transportation: ['TRAN'],
  utilitiesCommunication: ['ENER', 'TECH'],
}

/** Codes of EU data themes for a topic category; none for a word that is no category. */
export const themesOfTopic = (category: string): readonly string[] => themes[category.trim()] ?? []
