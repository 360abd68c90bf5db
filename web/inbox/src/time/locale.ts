/** The words are English, so are clock and numbers: as the browser has them if it speaks English. */
export const locale = navigator.language.startsWith("en") ? navigator.language : "en-GB";
