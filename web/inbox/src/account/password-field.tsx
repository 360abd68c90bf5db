import { type ComponentProps, useState } from "react";
import { Button } from "../design/button.tsx";
import { Field } from "../design/field.tsx";
import { Icon } from "../design/icon.tsx";
import { texts } from "../texts/en.ts";

type Props = Omit<ComponentProps<typeof Field>, "type" | "end">;

/** A password that its owner may look at. */
export function PasswordField(props: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...props}
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      spellCheck={false}
      end={
        <Button
          kind="ghost"
          icon
          aria-label={shown ? texts.login.hidePassword : texts.login.showPassword}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name="eye" />
        </Button>
      }
    />
  );
}
