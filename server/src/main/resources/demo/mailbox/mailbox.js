const LOOK_AGAIN_MS = 1000;

const list = document.getElementById("mails");
const state = document.getElementById("state");
const article = document.getElementById("mail");
const time = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

let mails = [];
let chosen = null;

/** Words of answers that were begun, by the mail they answer. */
const begun = new Map();
const form = document.getElementById("answer");
const words = document.getElementById("text");
const attached = document.getElementById("attached");
const outcome = document.getElementById("outcome");
const button = document.getElementById("send");

async function look() {
  try {
    const answer = await fetch("/mails.json");
    const found = await answer.json();
    if (found.length !== mails.length) {
      // They come person by person; those of the same second stay as they are.
      mails = found.sort((one, other) => Date.parse(other.sentAt) - Date.parse(one.sentAt));
      drawList();
    }
    state.textContent = mails.length === 0 ? "No mails yet." : "";
    state.hidden = mails.length > 0;
  } catch {
    state.hidden = false;
    state.textContent = "The demo does not answer. Is it still running?";
  }
  setTimeout(look, LOOK_AGAIN_MS);
}

function drawList() {
  const focused = document.activeElement?.dataset?.id;
  list.replaceChildren(...mails.map(row));
  list.querySelector(`[data-id="${CSS.escape(focused ?? "")}"]`)?.focus();
}

function row(mail) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.id = mail.id;
  button.setAttribute("aria-current", String(mail.id === chosen));
  button.append(line("strong", mail.subject), line("span", `To ${mail.to}`), line("span", when(mail)));
  button.addEventListener("click", () => open(mail));
  const item = document.createElement("li");
  item.append(button);
  return item;
}

function line(kind, text) {
  const element = document.createElement(kind);
  element.textContent = text;
  element.dir = "auto";
  return element;
}

function open(mail) {
  if (chosen !== mail.id) {
    attached.value = "";
    outcome.textContent = "";
    words.value = begun.get(mail.id) ?? "";
  }
  chosen = mail.id;
  drawList();
  document.getElementById("subject").textContent = mail.subject;
  document.getElementById("from").textContent = mail.from;
  document.getElementById("to").textContent = mail.to;
  document.getElementById("sent").textContent = when(mail);
  document.getElementById("body").srcdoc = inNewWindows(mail.html || plain(mail.text));
  document.getElementById("files").textContent = mail.files.join(", ");
  document.getElementById("files-row").hidden = mail.files.length === 0;
  document.getElementById("as").textContent = mail.to;
  form.hidden = mail.answerTo === null;
  article.hidden = false;
  article.scrollIntoView({ block: "nearest" });
}

words.addEventListener("input", () => begun.set(chosen, words.value));

words.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (button.disabled) return;
  const id = chosen;
  button.disabled = true;
  const sent = await send(id);
  button.disabled = false;
  if (sent) begun.delete(id);
  if (id !== chosen) return;
  outcome.textContent = sent ? "Sent." : "Not sent. Try again.";
  if (sent) {
    words.value = "";
    attached.value = "";
  }
});

async function send(id) {
  try {
    const files = await Promise.all(Array.from(attached.files, base64));
    const answer = await fetch("/answers", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ id, text: words.value, files }),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () =>
      resolve({
        name: file.name,
        type: file.type || "application/octet-stream",
        content: reader.result.slice(reader.result.indexOf(",") + 1),
      }),
    );
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}

/** Links open as a mail program opens them. */
function inNewWindows(html) {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, `$&${base}`) : base + html;
}

function plain(text) {
  const pre = document.createElement("pre");
  pre.style.whiteSpace = "pre-wrap";
  pre.textContent = text;
  return pre.outerHTML;
}

function when(mail) {
  return mail.sentAt ? time.format(new Date(mail.sentAt)) : "";
}

look();
