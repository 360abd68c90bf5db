import { type Cell, createCell } from "@shopbell/sync/cell";
import type { Face, Happening, Keep, Standing, ToLoader } from "../../../port/src/messages.ts";
import { isStanding } from "./standing.ts";

type Wish = Pick<Keep, "name" | "value"> & Partial<Pick<Keep, "claim" | "tab">>;

/** The shop's page, as the panel knows it: the loader at the other end of the port. */
export interface Shop {
  readonly standing: Pick<Cell<Standing>, "get" | "subscribe">;
  /** Settles, once the page has done it, with what is kept under that name from then on. */
  keep(wish: Wish): Promise<string | null>;
  show(face: Face): void;
  /** For the shop's page to hear. */
  happen(happening: Happening): void;
  close(): void;
  /** Asks how things stand, after a time in which nothing was heard. */
  refresh(): void;
}

/** Settles with the shop's page as soon as the loader has said how things stand. */
export function openShop(port: MessagePort): Promise<Shop> {
  return new Promise((resolve) => {
    let shop: Shop | undefined;
    let cell: Cell<Standing> | undefined;
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isStanding(data)) return;
      if (cell) {
        cell.set(data);
      } else {
        cell = createCell(data);
        shop = shopAt(port, cell);
        resolve(shop);
      }
    };
  });
}

function shopAt(port: MessagePort, standing: Cell<Standing>): Shop {
  let calls = 0;
  const say = (message: ToLoader) => port.postMessage(message);

  function keep({ name, value, claim = false, tab = false }: Wish): Promise<string | null> {
    calls += 1;
    const call = calls;
    return new Promise((resolve) => {
      const unsubscribe = standing.subscribe(() => {
        const { done, kept } = standing.get();
        if (done < call) return;
        unsubscribe();
        resolve(kept[name] ?? null);
      });
      say({ type: "keep", call, name, value, claim, tab });
    });
  }

  return {
    standing,
    keep,
    show: say,
    happen: say,
    close: () => say({ type: "close" }),
    refresh: () => void keep({ name: "", value: null }),
  };
}
