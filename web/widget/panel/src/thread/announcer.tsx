import { useEffect, useRef, useState } from "preact/hooks";
import { useSurroundings } from "../surroundings.ts";
import type { Said } from "./lines.ts";
import { inWords } from "./wordless.ts";

/** So often at most a screen reader is told of new messages. */
const PAUSE_MS = 2000;

/** Says new messages of the other side aloud; what was there before, and one's own, is not announced. */
export function Announcer({ said }: { readonly said: readonly Said[] }) {
  const { settings, texts } = useSurroundings();
  const [announced, setAnnounced] = useState("");
  const [known] = useState(() => new Set(said.map(({ key }) => key)));
  const lastAt = useRef(said.at(-1)?.at ?? 0);

  useEffect(() => {
    const fresh = said.filter(
      ({ key, own, at }) => !own && !known.has(key) && at >= lastAt.current,
    );
    if (fresh.length === 0) return;
    const timer = setTimeout(
      () => {
        for (const { key, at } of fresh) {
          known.add(key);
          lastAt.current = Math.max(lastAt.current, at);
        }
        const lines = fresh.map(
          ({ who, another, text, files, cards }) =>
            `${another ? texts.another : (who ?? settings.store)}: ${inWords(text, files, texts, cards)}`,
        );
        setAnnounced(lines.join("\n"));
      },
      announced ? PAUSE_MS : 0,
    );
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <p class="unseen" role="status">
      {announced}
    </p>
  );
}
