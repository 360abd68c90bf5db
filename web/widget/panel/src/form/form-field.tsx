import type { ComponentChildren } from "preact";
import { useSurroundings } from "../surroundings.ts";
import type { Field } from "./check.ts";

export interface FormFieldProps {
  readonly name: Field;
  readonly label: string;
  readonly optional?: boolean;
  readonly hint?: string;
  readonly problem: string | undefined;
  readonly children: ComponentChildren;
  /** What belongs to it, below. */
  readonly more?: ComponentChildren;
}

/** A label, its input, and beside it a hint or what is wrong. */
export function FormField({
  name,
  label,
  optional,
  hint,
  problem,
  children,
  more,
}: FormFieldProps) {
  const { texts } = useSurroundings();
  const about = problem ?? hint;
  return (
    <div class="form-field">
      <label for={name}>
        {label} {optional && <span>{texts.optional}</span>}
      </label>
      {children}
      {about && (
        <p id={`${name}-about`} class={problem ? "form-problem" : "form-hint"}>
          {about}
        </p>
      )}
      {more}
    </div>
  );
}
