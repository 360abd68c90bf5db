/** Whether a refusal is about what the form asks for, so that the form is where it can be mended. */
export function isAboutContact(code: string | null): boolean {
  return code?.startsWith("contact_") ?? false;
}
