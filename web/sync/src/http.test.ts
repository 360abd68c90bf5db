import { isObject, isText } from "@shopbell/protocol/guard";
import { describe, expect, test } from "vitest";
import { type Asked, json, withFetch } from "../testkit/fake-fetch.ts";
import { ask } from "./http.ts";
import { createShopperApi } from "./shopper-api.ts";
import { createAccountApi, createStaffApi } from "./staff-api.ts";

const isNamed = isObject<{ readonly name: string }>({ name: isText });
const request = { url: "/name", guard: isNamed };
const once = (response: () => Response | null) => withFetch(response, () => ask(request));

describe("an answer", () => {
  test("that is understood is done", async () => {
    expect(await once(() => json(200, { name: "Maya" }))).toEqual({
      kind: "done",
      value: { name: "Maya" },
    });
  });

  test.each([202, 204])("without words is done all the same (%i)", async (status) => {
    const answer = await withFetch(
      () => new Response(null, { status }),
      () => createAccountApi().forgotPassword("maya@example.com"),
    );

    expect(answer).toEqual({ kind: "done", value: null });
  });

  test("with a problem is refused, with its code, its field and when to come back", async () => {
    const problem = { status: 422, code: "text_too_long", title: "Too long", field: "text" };
    expect(await once(() => json(422, problem))).toEqual({
      kind: "refused",
      status: 422,
      code: "text_too_long",
      field: "text",
      retryAfter: null,
      problem,
    });

    const busy = { status: 429, code: "too_many_requests", title: "Slow down", field: null };
    expect(await once(() => json(429, busy, { "retry-after": "7" }))).toEqual({
      kind: "refused",
      status: 429,
      code: "too_many_requests",
      field: null,
      retryAfter: 7,
      problem: busy,
    });
  });

  test.each([
    ["no network", () => null],
    ["a page of a captive network", () => new Response("<html>Sign in</html>")],
    ["a proxy's own refusal", () => new Response("Forbidden", { status: 403 })],
    ["another JSON than asked for", () => json(200, { title: "Maya" })],
    ["a refusal without a code", () => json(404, { message: "not found" })],
  ])("that is not our server's is no answer: %s", async (_, response) => {
    expect(await once(response)).toEqual({ kind: "unreached" });
  });

  test("that does not come in time is no answer", async () => {
    const outcome = await withFetch(
      (_, signal) =>
        new Promise<Response>((_, reject) => signal?.addEventListener("abort", () => reject())),
      () => ask({ ...request, patience: 5 }),
    );
    expect(outcome).toEqual({ kind: "unreached" });
  });

  test("nobody waits for any more is no answer", async () => {
    const given = new AbortController();
    given.abort();
    expect(
      await withFetch(
        () => json(200, { name: "Maya" }),
        () => ask({ ...request, signal: given.signal }),
      ),
    ).toEqual({
      kind: "unreached",
    });
  });
});

describe("a request", () => {
  async function asked(during: () => Promise<unknown>): Promise<Asked[]> {
    const all: Asked[] = [];
    await withFetch((one) => {
      all.push(one);
      return null;
    }, during);
    return all;
  }

  const staff = createStaffApi("store-1", "https://chat.example");
  const shopper = createShopperApi("key-1", (once) => once("secret-1"), "https://chat.example");
  const never = new AbortController().signal;

  test.each([
    ["GET /api/staff/me", () => createAccountApi("https://chat.example").me()],
    ["DELETE /api/staff/session", () => createAccountApi("https://chat.example").signOut()],
    ["GET /api/staff/stores/store-1", () => staff.store()],
    ["GET /api/staff/stores/store-1/inbox", () => staff.inbox()],
    [
      "GET /api/staff/stores/store-1/conversations?view=unread&limit=50",
      () => staff.page("unread", null),
    ],
    [
      "GET /api/staff/stores/store-1/conversations?view=all&before=a%2B%3D&limit=50",
      () => staff.page("all", "a+="),
    ],
    [
      "GET /api/staff/stores/store-1/conversations/c/messages?after=12&limit=3",
      () => staff.messages("c", { after: 12, limit: 3 }),
    ],
    [
      "GET /api/staff/stores/store-1/changes?epoch=e&after=0&wait=20",
      () => staff.changes({ epoch: "e", feedSeq: 0 }, 20, never),
    ],
    [
      "GET /api/staff/stores/store-1/changes?epoch=e&after=7",
      () => staff.changes({ epoch: "e", feedSeq: 7 }, 0, never),
    ],
    ["PUT /api/staff/stores/store-1/conversations/c/read", () => staff.read("c", 3)],
    ["PUT /api/staff/stores/store-1/conversations/c/status", () => staff.status("c", "resolved")],
    ["PUT /api/staff/stores/store-1/conversations/c/assignee", () => staff.assign("c", "me", null)],
    ["PUT /api/staff/stores/store-1/conversations/c/block", () => staff.block("c", false)],
    ["DELETE /api/staff/stores/store-1/conversations/c/block", () => staff.unblock("c")],
    ["PUT /api/staff/stores/store-1/conversations/c/unread", () => staff.markUnread("c")],
    ["PUT /api/staff/stores/store-1/conversations/c/labels", () => staff.label("c", [])],
    ["GET /api/staff/stores/store-1/colleagues", () => staff.colleagues()],
    ["GET /api/staff/stores/store-1/labels", () => staff.labels()],
    ["GET /api/widget/key-1/conversation", () => shopper.conversation()],
    [
      "GET /api/widget/key-1/conversation/messages?before=40&limit=50",
      () => shopper.messages({ before: 40, limit: 50 }),
    ],
    [
      "PUT /api/widget/key-1/conversations/c/messages/m",
      () => shopper.post("c", "m", { text: "Hello" }),
    ],
    [
      "PUT /api/widget/key-1/conversation/receipts",
      () => shopper.receipts({ delivered: 2, seen: 1 }),
    ],
  ])("%s", async (line, during) => {
    const [one] = await asked(during);
    expect(`${one?.method} ${one?.url.replace("https://chat.example", "")}`).toBe(line);
  });

  test("of a shopper carries the secret and no cookies; of staff the cookie and no secret", async () => {
    const [ofShopper] = await asked(() => shopper.post("c", "m", { text: "Hello" }));
    expect(ofShopper?.headers.authorization).toBe("Bearer secret-1");
    expect(ofShopper?.credentials).toBe("omit");
    expect(ofShopper?.body).toEqual({ text: "Hello" });
    expect(ofShopper?.url).not.toContain("secret-1");

    const [ofStaff] = await asked(() => staff.read("c", 3));
    expect(ofStaff?.headers.authorization).toBeUndefined();
    expect(ofStaff?.credentials).toBe("same-origin");
    expect(ofStaff?.body).toEqual({ seq: 3 });
  });

  test("that tells what was seen goes out although the page is left", async () => {
    const [receipts] = await asked(() => shopper.receipts({ delivered: 2, seen: 1 }));
    const [reading] = await asked(() => shopper.conversation());

    expect(receipts?.outlivesPage).toBe(true);
    expect(reading?.outlivesPage).toBe(false);
  });

  test("for a socket goes to the same place", () => {
    expect(staff.socketUrl).toBe("wss://chat.example/api/staff/stores/store-1/socket");
    expect(createShopperApi("k", (once) => once("s"), "http://localhost:8080").socketUrl).toBe(
      "ws://localhost:8080/api/widget/k/socket",
    );
  });
});
