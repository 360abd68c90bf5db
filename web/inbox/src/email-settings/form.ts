import type {
  Arrival,
  EmailSettings,
  EmailSettingsDraft,
  Security,
  StoreMailServer,
} from "@shopbell/protocol/email";
import { emailTexts as texts } from "../texts/en-email.ts";
import type { Provider } from "./providers.ts";

export interface ServerFields {
  readonly host: string;
  readonly port: string;
  readonly security: Security;
  readonly user: string;
  /** Empty: the one that is kept. */
  readonly password: string;
  readonly hasPassword: boolean;
}

/** What stands in the fields of the page. */
export interface EmailForm {
  readonly fromName: string;
  readonly fromAddress: string;
  readonly plusAddressing: boolean;
  readonly smtp: ServerFields;
  readonly arrival: Arrival;
  readonly imap: ServerFields;
  readonly folder: string;
}

/** What is wrong with which field. */
export type Mistakes = Readonly<Record<string, string>>;

const MOST = 65_535;

export function formOf({ saved }: EmailSettings, storeName: string): EmailForm {
  return {
    fromName: saved?.fromName ?? storeName,
    fromAddress: saved?.fromAddress ?? "",
    plusAddressing: saved?.plusAddressing ?? true,
    smtp: fieldsOf(saved?.smtp ?? null, "587", "starttls"),
    arrival: saved?.arrival ?? "imap",
    imap: fieldsOf(saved?.imap ?? null, "993", "tls"),
    folder: saved?.folder ?? "INBOX",
  };
}

function fieldsOf(server: StoreMailServer | null, port: string, security: Security): ServerFields {
  return {
    host: server?.host ?? "",
    port: server === null ? port : String(server.port),
    security: server?.security ?? security,
    user: server?.user ?? "",
    password: "",
    hasPassword: server?.hasPassword ?? false,
  };
}

/** The provider's servers, with the address as the user where there is none yet. */
export function withProvider(form: EmailForm, provider: Provider): EmailForm {
  const at = (fields: ServerFields, place: Provider["smtp"]): ServerFields => ({
    ...fields,
    host: place.host,
    port: String(place.port),
    security: place.security,
    user: fields.user || form.fromAddress.trim(),
  });
  return { ...form, smtp: at(form.smtp, provider.smtp), imap: at(form.imap, provider.imap) };
}

/** What the server need not be asked about. */
export function mistakesIn(form: EmailForm): Mistakes {
  const found: Record<string, string> = {};
  const need = (field: string, text: string) => {
    if (text.trim() === "") found[field] = texts.missing;
  };
  const server = (name: string, { host, port }: ServerFields) => {
    need(`${name}.host`, host);
    if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > MOST)
      found[`${name}.port`] = texts.noPort;
  };
  need("fromName", form.fromName);
  need("fromAddress", form.fromAddress);
  server("smtp", form.smtp);
  if (form.arrival === "imap") {
    server("imap", form.imap);
    need("folder", form.folder);
  }
  return found;
}

export function draftOf(form: EmailForm): EmailSettingsDraft {
  const server = ({ host, port, security, user, password }: ServerFields) => ({
    host,
    port: Number(port),
    security,
    user: user.trim() === "" ? null : user,
    password: password === "" ? null : password,
  });
  return {
    fromName: form.fromName,
    fromAddress: form.fromAddress,
    plusAddressing: form.plusAddressing,
    smtp: server(form.smtp),
    arrival: form.arrival,
    imap: form.arrival === "imap" ? server(form.imap) : null,
    folder: form.arrival === "imap" ? form.folder : null,
  };
}
