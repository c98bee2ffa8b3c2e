import type { Handler } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'

export const browseHandlers = (_house: CatalogueHouse): Handler[] => []
