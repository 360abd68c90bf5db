import type { Security } from "@shopbell/protocol/email";

interface Place {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
}

export interface Provider {
  readonly name: string;
  /** Of the addresses it gives. */
  readonly domains: readonly string[];
  readonly smtp: Place;
  readonly imap: Place;
  readonly wantsAppPassword: boolean;
}

const imaps = (host: string): Place => ({ host, port: 993, security: "tls" });
const submission = (host: string): Place => ({ host, port: 587, security: "starttls" });
const submissions = (host: string): Place => ({ host, port: 465, security: "tls" });

/** Providers whose servers everybody can look up, as they publish them. */
export const PROVIDERS: readonly Provider[] = [
  {
    name: "Gmail",
    domains: ["gmail.com", "googlemail.com"],
    smtp: submission("smtp.gmail.com"),
    imap: imaps("imap.gmail.com"),
    wantsAppPassword: true,
  },
  {
    name: "Microsoft 365",
    domains: ["outlook.com", "hotmail.com", "live.com"],
    smtp: submission("smtp.office365.com"),
    imap: imaps("outlook.office365.com"),
    wantsAppPassword: true,
  },
  {
    name: "Yahoo",
    domains: ["yahoo.com", "ymail.com"],
    smtp: submissions("smtp.mail.yahoo.com"),
    imap: imaps("imap.mail.yahoo.com"),
    wantsAppPassword: true,
  },
  {
    name: "iCloud",
    domains: ["icloud.com", "me.com", "mac.com"],
    smtp: submission("smtp.mail.me.com"),
    imap: imaps("imap.mail.me.com"),
    wantsAppPassword: true,
  },
  {
    name: "Fastmail",
    domains: ["fastmail.com"],
    smtp: submissions("smtp.fastmail.com"),
    imap: imaps("imap.fastmail.com"),
    wantsAppPassword: true,
  },
  {
    name: "Zoho",
    domains: ["zoho.com", "zohomail.com"],
    smtp: submissions("smtp.zoho.com"),
    imap: imaps("imap.zoho.com"),
    wantsAppPassword: false,
  },
  {
    name: "GMX",
    domains: ["gmx.com", "gmx.net", "gmx.de"],
    smtp: submission("mail.gmx.net"),
    imap: imaps("imap.gmx.net"),
    wantsAppPassword: false,
  },
];

/** Who gave this address, if its domain tells. */
export function providerOf(address: string): Provider | undefined {
  const domain = address.trim().toLowerCase().split("@")[1] ?? "";
  return PROVIDERS.find(({ domains }) => domains.includes(domain));
}

/** Whose servers these are. */
export function providerAt(host: string): Provider | undefined {
  return PROVIDERS.find(({ smtp }) => smtp.host === host);
}
