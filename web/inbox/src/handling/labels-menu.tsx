import type { ConversationSummary } from "@shopbell/protocol/staff";
import { useEffect, useState } from "react";
import { Icon } from "../design/icon.tsx";
import { Keys } from "../design/keys.tsx";
import { Picker, type PickerOption } from "../design/picker.tsx";
import { useLive } from "../live/live.ts";
import { texts } from "../texts/en.ts";
import { allLabels, isKnown, LONGEST_LABEL, labelName, MOST_LABELS, toggled } from "./labels.ts";

interface Props {
  readonly summary: Pick<ConversationSummary, "labels">;
  /** Where the keys of the open conversation mean this menu. */
  readonly keyed?: boolean;
  readonly onLabel: (labels: readonly string[]) => void;
  readonly onClose: (how: "left" | "given up") => void;
}

/** Ticks labels, and makes new ones by writing their name. */
export function LabelsMenu({ summary, keyed = true, onLabel, onClose }: Props) {
  const known = useKnownLabels();
  const [typed, setTyped] = useState("");
  const worn = summary.labels;
  const full = worn.length >= MOST_LABELS;
  const name = labelName(typed);
  const tooLong = [...name].length > LONGEST_LABEL;
  const all = allLabels(known, worn);

  const options: PickerOption[] = all
    .filter((label) => label.toLocaleLowerCase().includes(name.toLocaleLowerCase()))
    .map((label) => ({
      key: label,
      chosen: worn.includes(label),
      disabled: full && !worn.includes(label),
      content: (
        <span className="truncate" dir="auto">
          {label}
        </span>
      ),
      onChoose: () => onLabel(toggled(worn, label)),
    }));
  if (name !== "" && !tooLong && !isKnown(all, name)) {
    options.push({
      key: `new:${name}`,
      chosen: false,
      disabled: full,
      content: <span className="truncate">{texts.handling.labelCreate(name)}</span>,
      end: <Icon name="tag" size={16} />,
      onChoose: () => {
        setTyped("");
        onLabel(toggled(worn, name));
      },
    });
  }

  const hint = tooLong
    ? texts.handling.labelTooLong(LONGEST_LABEL)
    : full
      ? texts.handling.labelMost(MOST_LABELS)
      : undefined;
  return (
    <Picker
      label={texts.handling.labels}
      placeholder={texts.handling.labelPlaceholder}
      text={typed}
      onText={setTyped}
      options={options}
      several
      hint={() => hint}
      empty={name === "" ? texts.handling.labelNone : undefined}
      end={keyed && <Keys keys={["L"]} />}
      onClose={onClose}
    />
  );
}

/** Those of the store; without an answer, those of the conversation will do. */
function useKnownLabels(): readonly string[] {
  const { session } = useLive();
  const [labels, setLabels] = useState<readonly string[]>([]);
  useEffect(() => {
    let isHere = true;
    void session.actions.labels().then((outcome) => {
      if (isHere && outcome.kind === "done") setLabels(outcome.value);
    });
    return () => {
      isHere = false;
    };
  }, [session]);
  return labels;
}
