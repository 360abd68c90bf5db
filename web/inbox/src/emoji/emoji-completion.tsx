import { type Emoji, found, withCode } from "@shopbell/protocol/emoji";
import { useEffect } from "react";
import type { CompletionProps } from "../composer/use-completion.ts";
import { useOptions } from "../composer/use-options.ts";
import { emojiTexts as texts } from "../texts/en-emoji.ts";
import styles from "./emoji-completion.module.css";
import { noteUsed } from "./recent.ts";

const MOST = 8;

/** The emoji that a code after a colon can become; another colon takes the one that has just this code. */
export function EmojiCompletion({ begun, put, keys, onList }: CompletionProps) {
  const items = found(begun.word).slice(0, MOST);
  const choose = ({ sign }: Emoji) => {
    noteUsed(sign);
    put(sign);
  };
  const { listProps, optionProps } = useOptions({
    keys,
    onList,
    label: texts.list,
    word: begun.word,
    items,
    choose,
  });

  useEffect(() => {
    const ofList = keys.current;
    keys.current = (event) => {
      const whole = event.key === ":" ? withCode(begun.word.toLowerCase()) : undefined;
      if (whole) choose(whole);
      return whole !== undefined || (ofList?.(event) ?? false);
    };
  });

  if (items.length === 0) return null;
  return (
    <div {...listProps} className={styles.list}>
      {items.map((item, index) => (
        <div key={item.sign} {...optionProps(item, index)} className={styles.emoji}>
          <span aria-hidden="true">{item.sign}</span>
          <span className="truncate">{item.name}</span>
          <span className={`${styles.code} truncate`}>:{codeFor(item, begun.word)}:</span>
        </div>
      ))}
    </div>
  );
}

/** The code that was meant, where it has several. */
function codeFor({ codes, name }: Emoji, word: string): string {
  return codes.find((code) => code.startsWith(word.toLowerCase())) ?? codes[0] ?? name;
}
