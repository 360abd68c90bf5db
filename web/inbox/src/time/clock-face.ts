/** Hours and minutes as people there write them: "6:16 PM", "09:05". */
export function clockFace(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" });
}
