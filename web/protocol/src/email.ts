/** How a store's mail leaves and comes in, and tests of that: docs/reference/protocol.md, 3. */

export type Security = "tls" | "starttls" | "none";
export type Arrival = "imap" | "forwarding" | "none";

export interface StoreMailServer {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly user: string | null;
  readonly hasPassword: boolean;
}

export interface SavedEmailSettings {
  readonly version: number;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly plusAddressing: boolean;
  readonly smtp: StoreMailServer;
  readonly arrival: Arrival;
  readonly imap: StoreMailServer | null;
  readonly folder: string | null;
  readonly savedAt: string;
  readonly workedAt: string | null;
}

export interface EarlierEmailSettings {
  readonly version: number;
  readonly fromAddress: string;
  readonly smtpHost: string;
  readonly workedAt: string | null;
}

export interface ForwardingMail {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly receivedAt: string;
}

export interface EmailSettings {
  readonly saved: SavedEmailSettings | null;
  /** What mail goes by now: `installation`, `saved`, `earlier` or `nothing`. */
  readonly used: string;
  readonly earlier: EarlierEmailSettings | null;
  readonly installation: { readonly from: string | null; readonly reads: boolean };
  /** Where a provider is to send mail on to; null where none is taken. */
  readonly forwardTo: string | null;
  /** What providers asked there, the newest first. */
  readonly forwardingMails: readonly ForwardingMail[];
}

export interface MailServerDraft {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly user: string | null;
  /** Null: the one that is kept. */
  readonly password: string | null;
}

export interface EmailSettingsDraft {
  readonly fromName: string;
  readonly fromAddress: string;
  readonly plusAddressing: boolean;
  readonly smtp: MailServerDraft;
  readonly arrival: Arrival;
  readonly imap: MailServerDraft | null;
  readonly folder: string | null;
}

export interface EmailCheckStep {
  readonly step: string;
  readonly state: string;
  readonly code: string | null;
  /** One line of the other side's. */
  readonly said: string | null;
}

export interface EmailCheck {
  readonly id: string;
  /** Of the settings; 0: the installation's. */
  readonly version: number;
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** Null while it runs. */
  readonly worked: boolean | null;
  readonly steps: readonly EmailCheckStep[];
}

export interface EmailCheckAnswer {
  readonly check: EmailCheck | null;
}

export interface StoreLogo {
  /** Another one for other bytes. */
  readonly version: string;
  readonly width: number;
  readonly height: number;
}

export interface LogoAnswer {
  readonly logo: StoreLogo | null;
}
