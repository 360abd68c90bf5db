import { piecesOf, VARIABLES } from "../quick-replies/variables.ts";
import { quickReplyTexts } from "../texts/en-quick-replies.ts";

/** Shows a text in a field: variables as what they are called, each in one piece. */
export function show(field: HTMLElement, text: string): void {
  field.replaceChildren(
    ...piecesOf(text).map((piece) =>
      typeof piece === "string" ? document.createTextNode(piece) : chipOf(piece.variable),
    ),
  );
  // Without one more, an empty last line is not there to write on.
  if (text.endsWith("\n")) field.append(document.createElement("br"));
}

export function chipOf(variable: string): HTMLElement {
  const chip = document.createElement("span");
  chip.contentEditable = "false";
  chip.dataset.variable = variable;
  chip.textContent = quickReplyTexts.variables[variable] ?? variable;
  return chip;
}

/** Whether a variable was written out, or pasted: it is to become a chip. */
export function hasTypedVariable(field: HTMLElement): boolean {
  return [...field.childNodes].some(
    (node) =>
      node instanceof Text && piecesOf(node.data).some((piece) => typeof piece !== "string"),
  );
}

const BLOCKS = new Set(["DIV", "P"]);

/** The text a field holds, however the browser keeps its lines. */
export function read(field: HTMLElement): string {
  const parts: string[] = [];
  gather(field, parts);
  const text = parts.join("");
  return field.lastChild?.nodeName === "BR" ? text.replace(/\n$/, "") : text;
}

function gather(parent: Node, parts: string[]): void {
  for (const node of parent.childNodes) {
    if (node instanceof Text) parts.push(node.data);
    else if (node instanceof HTMLElement) {
      const variable = VARIABLES.find((each) => each === node.dataset.variable);
      if (variable) parts.push(`{${variable}}`);
      else if (node.nodeName === "BR") parts.push("\n");
      else {
        const begins = BLOCKS.has(node.nodeName) && parts.length > 0;
        if (begins && !parts.at(-1)?.endsWith("\n")) parts.push("\n");
        gather(node, parts);
      }
    }
  }
}
