/** A file as it outlives the page, until the message it goes with is at the server. */
export interface KeptFile {
  readonly id: string;
  /** Whose it is: nobody else on this device is shown it. */
  readonly owner: string;
  /** The tab it was chosen in: another one does not have it in its composer. */
  readonly tab: string;
  readonly at: number;
  readonly conversation: string;
  readonly name: string;
  readonly kind: "image" | "video";
  readonly file: Blob;
  readonly poster: Blob | null;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** Every promise must settle; one that rejects means the file is not kept, and only a page load now could lose it. */
export interface FileStorage {
  all(): Promise<readonly KeptFile[]>;
  get(id: string): Promise<KeptFile | undefined>;
  put(file: KeptFile): Promise<void>;
  remove(id: string): Promise<void>;
}

const STORE = "file";

/** The browser's own database. */
export function indexedFiles(name: string): FileStorage {
  let opened: Promise<IDBDatabase> | undefined;

  function database(): Promise<IDBDatabase> {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error("Another tab holds the database."));
    });
    return opened;
  }

  async function done<T>(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    const transaction = (await database()).transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  return {
    all: () => done<KeptFile[]>("readonly", (store) => store.getAll()),
    get: (id) => done<KeptFile | undefined>("readonly", (store) => store.get(id)),
    async put(file) {
      await done("readwrite", (store) => store.put(file));
    },
    async remove(id) {
      await done("readwrite", (store) => store.delete(id));
    },
  };
}
