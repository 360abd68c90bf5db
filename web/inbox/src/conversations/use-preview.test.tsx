import type { Preview } from "@shopbell/protocol/staff";
import { act } from "react";
import { expect, test } from "vitest";
import { aConversation, anEntry, anUpload, aWriting, jonas, maya } from "../../testkit/given.ts";
import { aSession, InStore, theUploads, typed } from "../../testkit/in-store.tsx";
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

test("a message without words says what it shows", () => {
  const wordless = (images: number, videos: number) => {
    const attachments = { images, videos };
    const preview = { kind: "customer", author: null, text: "", attachments } as const;
    const conversation = aConversation({ preview });
    const { container } = render(
      <InStore session={aSession([conversation], [])}>
        <Line id={conversation.id} />
      </InStore>,
    );
    return container.textContent;
  };
  expect(wordless(1, 0)).toBe("Photo");
  expect(wordless(2, 0)).toBe("2 photos");
  expect(wordless(0, 1)).toBe("Video");
  expect(wordless(3, 2)).toBe("3 photos, 2 videos");
});

test("so does one of one's own that is on its way", () => {
  const conversation = aConversation();
  const body = { kind: "staff", text: "", attachments: ["clip"] } as const;
  const outbox = { entries: [anEntry({ body })], sending: new Set<string>(), paused: false };
  const { door } = theUploads([anUpload("clip", { kind: "waiting" }, { kind: "video" })]);
  const { container } = render(
    <InStore session={aSession([conversation], [], { outbox })} uploads={door}>
      <Line id={conversation.id} />
    </InStore>,
  );
  expect(container.textContent).toBe("You:Video");
});

test("what is attached and not sent is a draft, too", () => {
  const conversation = aConversation();
  const { door } = theUploads([anUpload("one"), anUpload("two")]);
  const { container } = render(
    <InStore session={aSession([conversation], [])} uploads={door}>
      <Line id={conversation.id} />
    </InStore>,
  );
  expect(container.textContent).toBe("Draft:2 photos");
  const drafts = new Map([[conversation.id, aWriting({ text: "Both are" })]]);
  act(() => typed.set({ drafts }));
  expect(container.textContent).toBe("Draft:Both are");
  act(() => typed.set({ drafts: new Map() }));
  expect(container.textContent).toBe("Draft:2 photos");
});

function lineOf(change: Parameters<typeof aConversation>[0]) {
  const said = { kind: "staff", author: jonas, text: "On its way" } as const;
  const preview = { ...said, attachments: { images: 0, videos: 0 } };
  const conversation = aConversation({ preview, ...change });
  return render(
    <InStore session={aSession([conversation], [])}>
      <Line id={conversation.id} />
    </InStore>,
  );
}

test("a row says that the mail with the answer came back or never left", () => {
  const bounced = lineOf({ unreached: "bounced" });
  expect(bounced.container.textContent).toBe("E-mail bouncedOn its way");
  expect(bounced.find("[data-kind=unreached] svg")).toBeTruthy();
  expect(lineOf({ unreached: "failed" }).container.textContent).toBe("E-mail not sentOn its way");
});

test("and no longer once the conversation is resolved", () => {
  const resolved = lineOf({ unreached: "bounced", status: "resolved" });
  expect(resolved.container.textContent).toBe("Jonas:On its way");
});

test("what came from another address has that before it", () => {
  const said = { kind: "customer", author: null, sender: "mallory@example.net" } as const;
  const preview = { ...said, text: "Send it to me", attachments: { images: 0, videos: 0 } };
  expect(lineOf({ preview }).container.textContent).toBe("mallory@example.net:Send it to me");
});
