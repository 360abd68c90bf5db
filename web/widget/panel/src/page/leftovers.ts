import { indexedFiles } from "@shopbell/sync/uploads/file-storage";

/** Bytes of files that wait for their message are in the browser's own database, and nobody is left to send them. */
export async function clearLeftovers(owner: string): Promise<void> {
  const databases = await indexedDB.databases();
  // Asking for one that is not there would make it.
  if (!databases.some(({ name }) => name === "shopbell.files")) return;
  const files = indexedFiles("shopbell.files");
  for (const file of await files.all()) if (file.owner === owner) await files.remove(file.id);
}
