import { act } from "react";
import { expect, test } from "vitest";
import { render } from "../../testkit/render.ts";
import { MessageText } from "./message-text.tsx";

test("what looks like markup is shown as it was written", () => {
  const hostile = `<img src=x onerror="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)">x</a>`;
  const { container, find } = render(<MessageText text={hostile} />);

  expect(find("p").textContent).toBe(hostile);
  expect(container.querySelectorAll("img, script, a")).toHaveLength(0);
});

test("a link opens elsewhere and tells nobody where it was clicked", () => {
  const { find } = render(<MessageText text="See https://shop.example/a." />);
  const link = find("a");

  expect(link.getAttribute("href")).toBe("https://shop.example/a");
  expect(link.getAttribute("target")).toBe("_blank");
  expect(link.getAttribute("rel")).toBe("noopener noreferrer nofollow");
  expect(find("p").textContent).toBe("See https://shop.example/a.");
});

test("a site in look-alike letters is named as it really is", () => {
  const { find } = render(<MessageText text="https://аррӏе.com" />);

  expect(find("a").textContent).toBe("https://аррӏе.com (xn--80ak6aa92e.com)");
});

test("a text in any direction finds its own", () => {
  const { find } = render(<MessageText text="هل يمكنني" />);

  expect(find("p").getAttribute("dir")).toBe("auto");
});

test("ten thousand characters begin short and open whole", () => {
  const text = `${"word ".repeat(1_998)}THE END`;
  const { find } = render(<MessageText text={text} />);

  expect(find("p").textContent?.length).toBeLessThan(1_600);
  act(() => find("button").click());
  expect(find("p").textContent).toBe(text);
});

test("names in a note that names somebody are set off, an e-mail address is not", () => {
  const { container, find } = render(
    <MessageText text="@Maya: ask jo@example.com, and (@Jörg)." names />,
  );
  expect([...container.querySelectorAll("b")].map((name) => name.textContent)).toEqual([
    "@Maya",
    "@Jörg",
  ]);
  expect(find("p").textContent).toBe("@Maya: ask jo@example.com, and (@Jörg).");
});
