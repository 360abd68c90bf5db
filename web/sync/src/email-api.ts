import type {
  EmailCheckAnswer,
  EmailSettings,
  EmailSettingsDraft,
  LogoAnswer,
  StoreLogo,
} from "@shopbell/protocol/email";
import { isEmailCheckAnswer, isEmailSettings, isLogoAnswer } from "@shopbell/protocol/email-guards";
import { ask, type Outcome } from "./http.ts";
import { sendFile } from "./uploads/send-file.ts";
import { queryOf } from "./url.ts";

/** What one may ask about a store's e-mail. */
export interface EmailApi {
  settings(): Promise<Outcome<EmailSettings>>;
  /** Keeps them beside what is used, until a test of them worked. */
  save(draft: EmailSettingsDraft): Promise<Outcome<EmailSettings>>;
  /** From now on mail goes by these; 0: by the installation's. */
  use(version: number): Promise<Outcome<EmailSettings>>;
  check(): Promise<Outcome<EmailCheckAnswer>>;
  startCheck(): Promise<Outcome<EmailCheckAnswer>>;
  logo(): Promise<Outcome<LogoAnswer>>;
  /** In place of the one there is. */
  saveLogo(file: Blob): Promise<Outcome<LogoAnswer>>;
  removeLogo(): Promise<Outcome<LogoAnswer>>;
  logoUrl(logo: StoreLogo): string;
}

export function createEmailApi(store: string, base = ""): EmailApi {
  const root = `${base}/api/staff/stores/${store}`;
  const settings = `${root}/email-settings`;
  const check = `${root}/email-check`;
  const logo = `${root}/logo`;
  return {
    settings: () => ask({ url: settings, guard: isEmailSettings }),
    save: (body) => ask({ method: "PUT", url: settings, body, guard: isEmailSettings }),
    use: (version) =>
      ask({ method: "PUT", url: `${settings}/use`, body: { version }, guard: isEmailSettings }),
    check: () => ask({ url: check, guard: isEmailCheckAnswer }),
    startCheck: () => ask({ method: "POST", url: check, guard: isEmailCheckAnswer }),
    logo: () => ask({ url: logo, guard: isLogoAnswer }),
    saveLogo: (file) =>
      sendFile({ url: logo, file, guard: isLogoAnswer, signal: new AbortController().signal }),
    removeLogo: () => ask({ method: "DELETE", url: logo, guard: isLogoAnswer }),
    logoUrl: ({ version }) => `${logo}/content${queryOf({ version })}`,
  };
}
