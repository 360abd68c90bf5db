const LOOK_AGAIN_MS = 1000;

const list = document.getElementById("mails");
const state = document.getElementById("state");
const article = document.getElementById("mail");
const time = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

let mails = [];
let chosen = null;

async function look() {
  try {
    const answer = await fetch("/mails.json");
    const found = await answer.json();
    if (found.length !== mails.length) {
      mails = found;
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
  chosen = mail.id;
  drawList();
  document.getElementById("subject").textContent = mail.subject;
  document.getElementById("from").textContent = mail.from;
  document.getElementById("to").textContent = mail.to;
  document.getElementById("sent").textContent = when(mail);
  document.getElementById("body").srcdoc = inNewWindows(mail.html || plain(mail.text));
  article.hidden = false;
  article.scrollIntoView({ block: "nearest" });
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
