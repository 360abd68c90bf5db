const LONGEST = 120;
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be in a name.
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A file's name as it may be sent and shown: no folders, no signs that hide or turn round what stands beside them. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const clean = last.replace(UNFIT, "").trim().replace(/^\.+/, "");
  if (clean === "") return "file";
  const signs = Array.from(clean);
  if (signs.length <= LONGEST) return clean;
  const ending = /\.[^.]{1,8}$/.exec(clean)?.[0] ?? "";
  return signs.slice(0, LONGEST - ending.length).join("") + ending;
}

/** A description as it may be sent: nothing in it turns the direction of what stands beside it. */
export function cleanDescription(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}
