import type { Colleague, ConversationSummary, StaffName } from "@shopbell/protocol/staff";
import { useEffect, useState } from "react";
import { firstName } from "../customer/customer-name.ts";
import { Avatar } from "../design/avatar.tsx";
import { Icon } from "../design/icon.tsx";
import { Keys } from "../design/keys.tsx";
import { Picker, type PickerOption } from "../design/picker.tsx";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { failureWords } from "./failure-words.ts";
import { offerOf } from "./rights.ts";

const NOBODY = "nobody";

interface Props {
  readonly summary: Pick<ConversationSummary, "assignee">;
  /** Of several with different ones, nobody's is the one that is chosen already. */
  readonly mixed?: boolean;
  /** Where the keys of the open conversation mean this menu. */
  readonly keyed?: boolean;
  readonly onAssign: (to: StaffName | null) => void;
  readonly onClose: (how: "left" | "given up") => void;
}

/** Whom to give the conversation to: only who can take it is here. */
export function AssignMenu({ summary, mixed = false, keyed = true, onAssign, onClose }: Props) {
  const { staff, store } = useLive();
  const { colleagues, problem } = useColleagues();
  const [text, setText] = useState("");
  const { people, nobody } = offerOf(summary, staff, store, colleagues ?? []);
  const assignee = mixed ? null : summary.assignee;

  const fits = (name: string) => name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase());
  const options: PickerOption[] = people
    .filter(({ name }) => fits(name))
    .map((person) => ({
      key: person.id,
      chosen: person.id === assignee?.id,
      content: <Person person={person} />,
      end: (
        <Note person={person} isMe={person.id === staff.id} chosen={person.id === assignee?.id} />
      ),
      onChoose: () => (person.id === assignee?.id ? onClose("given up") : onAssign(person)),
    }));
  if (nobody && fits(texts.handling.unassign)) {
    options.push({
      key: NOBODY,
      chosen: false,
      apart: options.length > 0,
      content: (
        <>
          <Icon name="unassigned" size={24} />
          {texts.handling.unassign}
        </>
      ),
      end: keyed && <Keys keys={["Shift", "A"]} />,
      onChoose: () => onAssign(null),
    });
  }

  const hint = (key: string | undefined) => {
    if (problem) return problem;
    if (key === undefined || key === assignee?.id) return undefined;
    if (key === NOBODY) return texts.handling.hintNobody;
    if (key === staff.id) return texts.handling.hintYou;
    const person = people.find(({ id }) => id === key);
    return person && texts.handling.hintOther(firstName(person.name));
  };
  const empty = colleagues ? texts.handling.nobodyFits : texts.handling.assignLoading;
  return (
    <Picker
      label={texts.handling.assignMenu}
      placeholder={texts.handling.assignPlaceholder}
      text={text}
      onText={setText}
      options={options}
      hint={hint}
      empty={problem ? undefined : empty}
      end={keyed && <Keys keys={["A"]} />}
      onClose={onClose}
    />
  );
}

function Person({ person }: { readonly person: Colleague }) {
  return (
    <>
      <Avatar id={person.id} name={person.name} size="compact" />
      <bdi className="truncate">{person.name}</bdi>
    </>
  );
}

interface NoteProps {
  readonly person: Colleague;
  readonly isMe: boolean;
  readonly chosen: boolean;
}

function Note({ person, isMe, chosen }: NoteProps) {
  return (
    <>
      {isMe ? texts.handling.you : noteOn(person)}
      {chosen && <Icon name="check" size={16} />}
    </>
  );
}

function noteOn({ open }: Colleague): string {
  return open === null ? "" : texts.handling.open(open);
}

/** Asked for each time: who came or has left is seen at once. */
function useColleagues() {
  const { session } = useLive();
  const [colleagues, setColleagues] = useState<readonly Colleague[] | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  useEffect(() => {
    let isHere = true;
    void session.actions.colleagues().then((outcome) => {
      if (!isHere) return;
      if (outcome.kind === "done") setColleagues(outcome.value);
      else setProblem(failureWords(outcome));
    });
    return () => {
      isHere = false;
    };
  }, [session]);
  return { colleagues, problem };
}
