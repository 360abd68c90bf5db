import type { Contact } from "@shopbell/protocol/shopper";
import type { TargetedEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import { adopt } from "../adopt.ts";
import { AttachButton } from "../attaching/attach-button.tsx";
import { useAttaching } from "../attaching/use-attaching.tsx";
import { Header } from "../frame/header.tsx";
import { useSurroundings } from "../surroundings.ts";
import { check as checkAll, type Field, refusal, type Values } from "./check.ts";
import styles from "./form.css?inline";
import { FormField } from "./form-field.tsx";

adopt(styles);

export interface FormProps {
  readonly values: Values;
  /** The message that the server refused, and the code it said. */
  readonly refused: { readonly id: string; readonly failed: string | null } | undefined;
  change(field: Field, value: string): void;
  submit(text: string, files: readonly string[], contact: Contact): void;
  back(): void;
}

type Input = TargetedEvent<HTMLInputElement | HTMLTextAreaElement>;

/** The first message, with what goes along, and who writes it; fetched when somebody wants to write. */
export function Form({ values, refused, change, submit, back }: FormProps) {
  const { settings, texts, times, touch } = useSurroundings();
  const [problems, setProblems] = useState(refusal(refused?.failed ?? "", texts));
  const { going, shown, attach, paste, sent } = useAttaching(refused?.id);
  const check = (next: Values) => checkAll(next, settings, texts, times, going.length > 0);
  const form = useRef<HTMLFormElement>(null);

  function input(name: Field) {
    return {
      id: name,
      name,
      value: values[name],
      ...(values[name] ? { dir: "auto" as const } : {}),
      "aria-invalid": name in problems,
      "aria-describedby": `${name}-about`,
      onInput(event: Input) {
        const { value } = event.currentTarget;
        const next = { ...values, [name]: value };
        change(name, value);
        // What was said to be wrong is taken back as soon as it is right; nothing is said to be wrong while one types.
        if (name in problems && !(name in check(next))) {
          const { [name]: _mended, ...rest } = problems;
          setProblems(rest);
        }
      },
    };
  }

  function trySubmit(event: Event) {
    event.preventDefault();
    const found = check(values);
    setProblems(found);
    const first = Object.keys(found)[0];
    if (first) {
      form.current?.querySelector<HTMLElement>(`#${first}`)?.focus();
      return;
    }
    const email = values.email.trim();
    const name = values.name.trim();
    const contact = { ...(email ? { email } : {}), ...(name ? { name } : {}) };
    submit(values.message.trim(), going, contact);
    sent();
  }

  function keyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !touch) trySubmit(event);
  }

  return (
    <main class="form-screen">
      <Header back={back}>
        <h1 class="form-title" tabIndex={-1} data-first={touch}>
          {texts.sendUsAMessage}
        </h1>
      </Header>
      <form ref={form} class="form-fields" noValidate onSubmit={trySubmit}>
        <FormField
          name="message"
          label={texts.message}
          problem={going.length > 0 && !values.message ? undefined : problems.message}
          more={
            <>
              {shown}
              <AttachButton attach={attach} look="form-attach" words={texts.attach} />
            </>
          }
        >
          <textarea
            {...input("message")}
            rows={3}
            required={going.length === 0}
            data-first={!touch && !values.message}
            onKeyDown={keyDown}
            onPaste={paste}
          />
        </FormField>
        {settings.email !== "off" && (
          <FormField
            name="email"
            label={texts.email}
            optional={settings.email === "optional"}
            hint={texts.emailHint}
            problem={problems.email}
          >
            <input
              {...input("email")}
              type="email"
              autoComplete="email"
              autoCapitalize="off"
              spellcheck={false}
              required={settings.email === "required"}
              data-first={!touch && values.message !== ""}
            />
          </FormField>
        )}
        {settings.name !== "off" && (
          <FormField
            name="name"
            label={texts.name}
            optional={settings.name === "optional"}
            problem={problems.name}
          >
            <input
              {...input("name")}
              type="text"
              autoComplete="name"
              required={settings.name === "required"}
            />
          </FormField>
        )}
        <button type="submit" class="form-submit">
          {texts.sendMessage}
        </button>
      </form>
    </main>
  );
}
