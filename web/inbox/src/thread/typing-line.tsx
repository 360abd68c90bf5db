import type { Customer } from "@shopbell/protocol/staff";
import type { Typist } from "@shopbell/sync/company";
import { firstName, shortCustomerName } from "../customer/customer-name.ts";
import { useLiveState } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import styles from "./typing-line.module.css";

interface Props {
  readonly conversation: string;
  readonly customer: Customer;
}

/** Who is about to say something. Not announced: whoever listens hears what is said, once it is. */
export function TypingLine({ conversation, customer }: Props) {
  const typing = useLiveState((state) => state.company.typing.get(conversation));
  const shown = typing?.map((typist) => line(typist, customer)).find((text) => text !== null);
  if (!shown) return null;
  return (
    <p className={styles.line}>
      <span aria-hidden="true" className={styles.dots}>
        <i />
        <i />
        <i />
      </span>
      <span className="truncate">{shown}</span>
    </p>
  );
}

/** That a colleague types a reply is told above the own one. */
function line({ staff, note }: Typist, customer: Customer): string | null {
  if (staff === null) return texts.thread.typing(shortCustomerName(customer));
  return note ? texts.thread.typingNote(firstName(staff.name)) : null;
}
