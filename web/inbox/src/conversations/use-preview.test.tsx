import type { Preview } from "@shopbell/protocol/staff";
import { expect, test } from "vitest";
import { aConversation, jonas, maya } from "../../testkit/given.ts";
import { aSession, InStore } from "../../testkit/in-store.tsx";
import { render } from "../../testkit/render.ts";
import { PreviewLine } from "./preview-line.tsx";
import { usePreview } from "./use-preview.ts";

function Line({ id }: { readonly id: string }) {
  return <PreviewLine preview={usePreview(id, false)} />;
}

function shown(author: Preview["author"]) {
  const attachments = { images: 0, videos: 0 };
  const preview = { kind: "staff", author, text: "On its way", attachments } as const;
  const conversation = aConversation({ preview });
  const { container } = render(
    <InStore session={aSession([conversation], [])}>
      <Line id={conversation.id} />
    </InStore>,
  );
  return container.textContent;
}

test("a row says who of the staff spoke last, and You only of oneself", () => {
  expect(shown(maya)).toBe("You:On its way");
  expect(shown(jonas)).toBe("Jonas:On its way");
  expect(shown({ ...jonas, name: maya.name })).toBe("Maya:On its way");
});
