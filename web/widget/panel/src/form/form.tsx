import type { Contact } from "@shopbell/protocol/shopper";
import type { TargetedEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import { Header } from "../frame/header.tsx";
import { useSurroundings } from "../surroundings.ts";
import { check, type Field, type Problems, type Values } from "./check.ts";
import style from "./form.module.css";
import { FormField } from "./form-field.tsx";

export interface FormProps {
  readonly values: Values;
  /** What the server said was wrong with it. */
  readonly refused: Problems;
  change(field: Field, value: string): void;
  submit(text: string, contact: Contact): void;
  back(): void;
}

type Input = TargetedEvent<HTMLInputElement | HTMLTextAreaElement>;

/** The first message, and who writes it. */
export function Form({ values, refused, change, submit, back }: FormProps) {
  const { settings, texts, times, touch } = useSurroundings();
  const [problems, setProblems] = useState(refused);
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
        if (name in problems && !(name in check(next, settings, texts, times))) {
          const { [name]: _mended, ...rest } = problems;
          setProblems(rest);
        }
      },
    };
  }

  function trySubmit(event: Event) {
    event.preventDefault();
    const found = check(values, settings, texts, times);
    setProblems(found);
    const first = Object.keys(found)[0];
    if (first) {
      form.current?.querySelector<HTMLElement>(`#${first}`)?.focus();
      return;
    }
    const email = values.email.trim();
    const name = values.name.trim();
    submit(values.message.trim(), { ...(email ? { email } : {}), ...(name ? { name } : {}) });
  }

  function keyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !touch) trySubmit(event);
  }

  return (
    <main class={style.screen}>
      <Header back={back}>
        <h1 class={style.title} tabIndex={-1} data-first={touch}>
          {texts.sendUsAMessage}
        </h1>
      </Header>
      <form ref={form} class={style.form} noValidate onSubmit={trySubmit}>
        <FormField name="message" label={texts.message} problem={problems.message}>
          <textarea
            {...input("message")}
            rows={3}
            required
            data-first={!touch && !values.message}
            onKeyDown={keyDown}
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
        <button type="submit" class={style.submit}>
          {texts.sendMessage}
        </button>
      </form>
    </main>
  );
}
