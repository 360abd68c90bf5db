const ALL = "/inbox/settings/faqs";

/** Where an FAQ is changed; `new` makes one, null shows all. */
export function faqPath(id: string | null): string {
  return id === null ? ALL : `${ALL}/${id}`;
}
