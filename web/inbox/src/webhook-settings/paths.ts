/** The page of one webhook, with its log; without an id, that of all. */
export function webhookPath(id = ""): string {
  return id ? `/inbox/settings/webhooks/${id}` : "/inbox/settings/webhooks";
}
