import { partOf, useFetched } from "../use-fetched.ts";
import style from "./typing.module.css";

const dotsPart = partOf(() => import("./typing-dots.tsx"));

/** That somebody writes an answer, said aloud when it begins. The place is always there, so that it is heard. */
export function Typing({ name }: { readonly name: string | null }) {
  const Dots = useFetched(!!name, dotsPart)?.TypingDots;
  return (
    <p class={style.typing} role="status">
      {name && Dots && <Dots name={name} />}
    </p>
  );
}
