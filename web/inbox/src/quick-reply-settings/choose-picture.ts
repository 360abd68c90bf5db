import { fitted, look } from "@shopbell/sync/uploads/look";
import { fileTexts } from "../texts/en-files.ts";
import type { ChosenPicture } from "./drafts.ts";

/** The picture as it will be saved, made to fit where it is too large; or what is wrong with it. */
export async function choosePicture(file: File): Promise<ChosenPicture | string> {
  let found = await look(file);
  if (found.kind === "problem" && found.problem.kind === "too_large" && found.problem.canShrink) {
    found = await fitted(file);
  }
  if (found.kind === "problem") return fileTexts.wrong(file.name, found.problem).join(". ");
  if (found.looked.kind !== "image") {
    return fileTexts.wrong(file.name, { kind: "wrong_type" }).join(". ");
  }
  const picture = found.looked.file;
  return { file: picture, name: file.name, preview: URL.createObjectURL(picture) };
}
