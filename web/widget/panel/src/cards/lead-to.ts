/** Attributes of a link that leads on from the panel. */
interface Lead {
  readonly href: string;
  readonly target: "_top" | "_blank";
  readonly rel: string;
}

/**
 * Into the shop the way is the shop's own tab, whose page frames this one; to anywhere else a new one. What is no address of the web
 * leads nowhere.
 */
export function leadTo(address: string | null, shop = document.referrer): Lead | undefined {
  const to = read(address ?? "");
  if (!to || !/^https?:$/.test(to.protocol)) return undefined;
  const isShops = read(shop)?.origin === to.origin;
  return {
    href: to.href,
    target: isShops ? "_top" : "_blank",
    rel: "noopener noreferrer",
  };
}

function read(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
