const CODES =
  "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt ro ru sk sl sr sv th tr uk ur vi zh".split(
    " ",
  );

const names = new Intl.DisplayNames(["en"], { type: "language" });

export function languageName(code: string): string {
  return names.of(code) ?? code;
}

/** What can be chosen, by name; also the one that was chosen elsewhere. */
export function languagesWith(chosen: string): readonly { code: string; name: string }[] {
  return [...new Set([...CODES, chosen])]
    .map((code) => ({ code, name: languageName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
