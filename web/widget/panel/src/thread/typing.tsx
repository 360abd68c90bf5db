import { useSurroundings } from "../surroundings.ts";
import style from "./typing.module.css";

/** That somebody writes an answer, said aloud when it begins. The place is always there, so that it is heard. */
export function Typing({ name }: { readonly name: string | null }) {
  const { texts } = useSurroundings();
  return (
    <p class={style.typing} role="status">
      {name && (
        <>
          <i />
          <i />
          <i />
          {texts.typing(name)}
        </>
      )}
    </p>
  );
}
