/** Text that is HTML already. Everything else that goes into a template is escaped. */
class Html {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const shown = (value) => {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(shown).join("");
  if (value === undefined || value === null || value === false) return "";
  return String(value).replace(/[&<>"]/g, (sign) => ESCAPES[sign]);
};

export const html = (parts, ...values) =>
  new Html(parts.reduce((text, part, i) => text + shown(values[i - 1]) + part));
