import { act } from "react";
import { expect, test } from "vitest";
import { press, render, type } from "../../testkit/render.ts";
import type { MediaFile } from "./media-files.ts";
import { MediaViewer } from "./media-viewer.tsx";

type Shown = MediaFile & { readonly alt: string; readonly described: string };

function aFile(id: string, changed: Partial<MediaFile> = {}): Shown {
  return {
    id,
    kind: "image",
    name: `${id}.png`,
    width: 40,
    height: 30,
    small: `/${id}/thumbnail`,
    whole: `/${id}/content`,
    poster: null,
    placeholder: null,
    seconds: null,
    download: `/${id}/content`,
    ...changed,
    described: changed.alt ?? "",
    alt: changed.alt ?? `Photo ${id}`,
  };
}

function opened(...media: readonly Shown[]) {
  let closed = 0;
  const described: string[] = [];
  const page = render(
    <MediaViewer
      media={media}
      at={0}
      onDescribe={async (id, alt) => void described.push(`${id}: ${alt}`)}
      onClose={() => {
        closed += 1;
      }}
    />,
  );
  return { ...page, dialog: page.find("dialog"), closed: () => closed, described };
}

test("arrows go from one to the next, and stop at the ends", () => {
  const { dialog, find } = opened(aFile("a"), aFile("b"), aFile("c"));
  expect(find("img").getAttribute("alt")).toBe("Photo a");
  press(dialog, "ArrowRight");
  press(dialog, "ArrowRight");
  press(dialog, "ArrowRight");
  expect(find("img").getAttribute("src")).toBe("/c/content");
  expect(find("[role=status]").textContent).toBe("3 of 3");
  press(dialog, "ArrowLeft");
  expect(find("img").getAttribute("src")).toBe("/b/content");
});

test("what is shown can be kept, under its name", () => {
  const { find } = opened(aFile("a"));
  expect(find("a").getAttribute("href")).toBe("/a/content?download=true");
  expect(find("a").getAttribute("download")).toBe("a.png");
});

test("what is not stored yet cannot be fetched", () => {
  const { container } = opened(aFile("a", { download: null }));
  expect(container.querySelector("a")).toBeNull();
});

test("a video has a player, whose keys are its own", () => {
  const { find } = opened(aFile("a", { kind: "video", poster: "/a/poster" }), aFile("b"));
  const video = find("video");
  expect(video.getAttribute("poster")).toBe("/a/poster");
  expect(video.getAttribute("aria-label")).toBe("Photo a");
  press(video, "ArrowRight");
  expect(find("video")).toBe(video);
});

test("one that cannot be had says so", () => {
  const { find, container } = opened(aFile("a"));
  act(() => void find("img").dispatchEvent(new Event("error")));
  expect(container.textContent).toContain("This file cannot be shown.");
});

test("what staff have sent is described where it is seen, and arrows are the field's then", () => {
  const { container, dialog, find, described } = opened(aFile("a", { alt: "A mug" }), aFile("b"));
  const describe = [...container.querySelectorAll("button")].find(
    ({ textContent }) => textContent === "Describe",
  );
  act(() => describe?.click());
  const field = container.querySelector("input");
  if (!field) throw new Error("There is no field.");
  expect(field.value).toBe("A mug");
  press(field, "ArrowRight");
  expect(find("img").getAttribute("alt")).toBe("A mug");
  type(field, "A blue mug");
  press(field, "Enter");

  expect(described).toEqual(["a: A blue mug"]);
  expect(container.querySelector("input")).toBeNull();
  press(dialog, "ArrowRight");
  expect(find("img").getAttribute("alt")).toBe("Photo b");
});
