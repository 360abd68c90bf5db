const ALL = "/inbox/settings/quick-replies";

/** Where a quick reply is changed; `new` makes one, null shows all. */
export function replyPath(id: string | null): string {
  return id === null ? ALL : `${ALL}/${id}`;
}
