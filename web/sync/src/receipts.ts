import type { Receipts, ShopperConversation, ShopperMessage } from "@shopbell/protocol/shopper";
import type { Environment } from "./environment.ts";
import type { Persistence } from "./retry.ts";
import type { ShopperApi } from "./shopper-api.ts";

interface ReceiptOptions {
  readonly api: ShopperApi;
  readonly environment: Environment;
  conversation(): ShopperConversation | null;
  messages(): readonly ShopperMessage[];
  took(conversation: ShopperConversation): void;
  /** Null while the thread itself is being loaded, and after the end. */
  persistence(): Persistence | null;
}

/** Tells the store what arrived in this window, and what was looked at: a burst in one request. */
export interface ReceiptKeeper {
  /** Everything up to there was on screen. */
  saw(publicSeq: number): void;
  /** To be called whenever the thread changed. */
  check(): void;
  /** Messages of the store above what was seen. */
  unread(): number;
  /** The page is left: what waits for the rest of a burst is told now, whoever hears the answer. */
  leave(): void;
  /** The thread was loaded afresh: what was told before counts no more. */
  forget(): void;
}

const BURST = 300;

export function createReceipts(options: ReceiptOptions): ReceiptKeeper {
  let sawUpTo = 0;
  let told: Receipts = { delivered: 0, seen: 0 };
  let waiting = false;

  function known(): Receipts {
    const conversation = options.conversation();
    return {
      delivered: Math.max(told.delivered, conversation?.delivered ?? 0),
      seen: Math.max(told.seen, conversation?.seen ?? 0),
    };
  }

  /** What is to be told, or null. One's own messages need no receipt. */
  function due(): Receipts | null {
    const theirs = options.messages().filter(isTheirs);
    const { delivered, seen } = known();
    const newSeen = Math.max(
      seen,
      theirs.findLast((one) => one.publicSeq <= sawUpTo)?.publicSeq ?? 0,
    );
    const newDelivered = Math.max(delivered, newSeen, theirs.at(-1)?.publicSeq ?? 0);
    if (newDelivered === delivered && newSeen === seen) return null;
    return { delivered: newDelivered, seen: newSeen };
  }

  function check(): void {
    if (waiting || !due() || !options.persistence()) return;
    waiting = true;
    options.environment.after(BURST, () => void tell());
  }

  async function tell(): Promise<void> {
    const receipts = due();
    const persistence = options.persistence();
    if (receipts && persistence) {
      const outcome = await persistence.ask(() => options.api.receipts(receipts));
      // Refused is told as well: the same receipt would be refused again.
      if (outcome) told = receipts;
      if (outcome?.kind === "done") options.took(outcome.value.conversation);
    }
    waiting = false;
    check();
  }

  return {
    saw(publicSeq) {
      sawUpTo = Math.max(sawUpTo, publicSeq);
      check();
    },
    check,
    unread() {
      const seen = Math.max(known().seen, sawUpTo);
      return options.messages().filter((one) => isTheirs(one) && one.publicSeq > seen).length;
    },
    leave: tell,
    forget() {
      told = { delivered: 0, seen: 0 };
      sawUpTo = 0;
    },
  };
}

function isTheirs(message: ShopperMessage): boolean {
  return message.kind !== "customer";
}
