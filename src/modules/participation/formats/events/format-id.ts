/** Name of this folder, as procedures keep it. */
export const formatId = 'events'
