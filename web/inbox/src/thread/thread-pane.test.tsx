import type { Load } from "@shopbell/sync/load";
import { expect, test } from "vitest";
import { aConversation } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { ThreadPane } from "./thread-pane.tsx";

const { id } = aConversation();

function paneWhile(load: Load | null) {
  const session = aSession([], []);
  const state = { ...session.getSnapshot(), threadLoads: new Map(load ? [[id, load]] : []) };
  return render(
    <InStore session={{ ...session, getSnapshot: () => state }}>
      <ThreadPane conversation={id} />
    </InStore>,
  );
}

test.each<[string, Load | null]>([
  ["lost or was never there", { kind: "gone" }],
  ["could not be loaded", { kind: "failed", failure: { kind: "unreached" } }],
  ["is still loading", null],
])("from a conversation that %s a link leads back to the list", (_, load) => {
  const back = paneWhile(load).find('a[aria-label="Back to conversations"]');

  expect(back.getAttribute("href")).toBe("/inbox/messages");
});
