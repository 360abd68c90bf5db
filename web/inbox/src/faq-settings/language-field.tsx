import { useId } from "react";
import field from "../design/field.module.css";
import { Icon } from "../design/icon.tsx";
import { faqSettingsTexts } from "../texts/en-faq-settings.ts";
import { languagesWith } from "./languages.ts";

interface Props {
  readonly value: string;
  readonly onChange: (code: string) => void;
}

export function LanguageField({ value, onChange }: Props) {
  const id = useId();
  return (
    <div className={field.field}>
      <label htmlFor={id}>{faqSettingsTexts.editor.language}</label>
      <div className={field.box}>
        <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
          {languagesWith(value).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
        <Icon name="down" size={16} className={field.arrow} />
      </div>
    </div>
  );
}
