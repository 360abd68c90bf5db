// @vitest-environment happy-dom
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isAttachmentAnswer } from "@shopbell/protocol/attachment";
import { afterEach, beforeEach, expect, test } from "vitest";
import { anAttachment } from "../../testkit/files.ts";
import { createAttachmentApi } from "./attachment-api.ts";
import { sendFile } from "./send-file.ts";

type Answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void;

let answer: Answer;
let base: string;
let close: () => void;

beforeEach(async () => {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "*");
    response.setHeader("access-control-allow-methods", "*");
    if (request.method === "OPTIONS") return response.end();
    request.on("data", (part: Buffer) => parts.push(part));
    return request.on("end", () => answer(request, response, Buffer.concat(parts)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});

afterEach(() => close());

function send(signal = new AbortController().signal, patience = 5_000) {
  return sendFile({
    url: `${base}/files/1`,
    file: new Blob(["some bytes"], { type: "image/png" }),
    secret: "the-secret",
    guard: isAttachmentAnswer,
    signal,
    patience,
  });
}

const said = (status: number, body: unknown, headers = {}): Answer => {
  return (_, response) => response.writeHead(status, headers).end(JSON.stringify(body));
};

test("the bytes arrive as they are, and the answer is understood", async () => {
  const attachment = anAttachment("1");
  let seen: unknown = null;
  answer = (request, response, body) => {
    const { authorization, "content-type": type } = request.headers;
    seen = { method: request.method, url: request.url, authorization, type, body: `${body}` };
    response.end(JSON.stringify({ attachment }));
  };

  expect(await send()).toEqual({ kind: "done", value: { attachment } });
  expect(seen).toEqual({
    method: "PUT",
    url: "/files/1",
    authorization: "Bearer the-secret",
    type: "image/png",
    body: "some bytes",
  });
});

test("a refusal is one with its code", async () => {
  const problem = { status: 413, code: "file_too_large", title: "Too large" };
  answer = said(413, problem);
  expect(await send()).toMatchObject({ kind: "refused", status: 413, code: "file_too_large" });
  answer = said(429, { ...problem, code: "too_many_requests" }, { "retry-after": "3" });
  expect(await send()).toMatchObject({ kind: "refused", status: 429 });
});

test.each<[string, Answer]>([
  ["a line that is cut", (request) => request.socket.destroy()],
  ["a page of a proxy", (_, response) => response.writeHead(502).end("<h1>Bad gateway</h1>")],
  ["an answer of another kind", said(200, { fine: true })],
])("%s is no answer", async (_, given) => {
  answer = given;
  expect(await send()).toEqual({ kind: "unreached" });
});

test("what is called off ends at once, and what hangs ends by itself", async () => {
  answer = () => {};
  const controller = new AbortController();
  const calledOff = send(controller.signal);
  controller.abort();
  expect(await calledOff).toEqual({ kind: "unreached" });
  expect(await send(controller.signal)).toEqual({ kind: "unreached" });
  expect(await send(new AbortController().signal, 20)).toEqual({ kind: "unreached" });
});

test("a file's name goes along where it harms nobody", async () => {
  let url = "";
  answer = (request, response) => {
    url = request.url ?? "";
    response.end(JSON.stringify({ attachment: anAttachment("1") }));
  };
  const api = createAttachmentApi({ conversation: (id) => `${base}/conversations/${id}` });
  const file = { conversation: "c", id: "1", name: "صورة & co?.png", file: new Blob(["x"]) };
  await api.put(file, new AbortController().signal, () => {});

  expect(url).toBe(`/conversations/c/attachments/1?name=${encodeURIComponent(file.name)}`);
});
