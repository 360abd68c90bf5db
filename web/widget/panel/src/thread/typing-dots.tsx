import { adopt } from "../adopt.ts";
import styles from "./typing-dots.css?inline";

adopt(styles);

/** Fetched with what shows it. */
function typingIn(language: string, name: string): string {
  return language === "ar" ? `\u2068${name}\u2069: جارٍ الكتابة` : `${name} is typing`;
}

/** Words, and a wave for who looks. */
export function TypingDots({ name }: { readonly name: string }) {
  return (
    <>
      <i class="typing-dot" />
      <i class="typing-dot" />
      <i class="typing-dot" />
      {typingIn(document.documentElement.lang, name)}
    </>
  );
}
