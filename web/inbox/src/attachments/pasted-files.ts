/** The files of a paste that is meant for the composer: not for another field, and not words with a picture of them. */
export function pastedFiles({ clipboardData, target }: ClipboardEvent): readonly File[] {
  const files = [...(clipboardData?.files ?? [])];
  if (files.length === 0 || clipboardData?.getData("text/plain")) return [];
  if (!(target instanceof Element)) return files;
  if (target.closest("dialog, [role=dialog]")) return [];
  const field = target.closest("input, textarea, [contenteditable]");
  return field && !field.closest("form[data-mode]") ? [] : files;
}
