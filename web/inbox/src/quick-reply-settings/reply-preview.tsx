import { useLive } from "../live/live.ts";
import { filled, valuesOf } from "../quick-replies/fill.ts";
import { piecesOf } from "../quick-replies/variables.ts";
import { quickReplySettingsTexts } from "../texts/en-quick-reply-settings.ts";
import styles from "./reply-preview.module.css";

const texts = quickReplySettingsTexts.editor;
const SAMPLE = { name: "Yuki Tanabe", email: "yuki@example.com" };
const NOBODY = { name: null, email: SAMPLE.email };

interface Props {
  readonly text: string;
  /** Where the picture is that goes along. */
  readonly picture: string | null;
}

/** What a customer gets, and what one gets whose name is not known, where that is not the same. */
export function ReplyPreview({ text, picture }: Props) {
  const { staff, store } = useLive();
  const as = (customer: typeof SAMPLE | typeof NOBODY) =>
    filled(text, valuesOf({ customer, staff: staff.name, store: store.name }));
  const speaksOfName = piecesOf(text).some(
    (piece) =>
      typeof piece !== "string" &&
      piece.variable.endsWith("name") &&
      piece.variable.startsWith("customer"),
  );
  if (!text.trim()) return null;
  return (
    <div className={styles.preview}>
      <p>{texts.preview("Yuki")}</p>
      <p className={styles.bubble} dir="auto">
        {as(SAMPLE)}
      </p>
      {picture && <img className={styles.picture} src={picture} alt="" />}
      {speaksOfName && (
        <>
          <p>{texts.previewNobody}</p>
          <p className={styles.bubble} dir="auto">
            {as(NOBODY)}
          </p>
        </>
      )}
    </div>
  );
}
