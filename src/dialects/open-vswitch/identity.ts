/** The dialect's name and version, as its facts carry them. */
export const ID = 'open-vswitch'
/** Raised when the same bytes give other facts than before. */
export const VERSION = 1
