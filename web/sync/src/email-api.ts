import type { EmailCheckAnswer, EmailSettings, EmailSettingsDraft } from "@shopbell/protocol/email";
import { isEmailCheckAnswer, isEmailSettings } from "@shopbell/protocol/email-guards";
import { ask, type Outcome } from "./http.ts";

/** What one may ask about a store's e-mail. */
export interface EmailApi {
  settings(): Promise<Outcome<EmailSettings>>;
  /** Keeps them beside what is used, until a test of them worked. */
  save(draft: EmailSettingsDraft): Promise<Outcome<EmailSettings>>;
  /** From now on mail goes by these; 0: by the installation's. */
  use(version: number): Promise<Outcome<EmailSettings>>;
  check(): Promise<Outcome<EmailCheckAnswer>>;
  startCheck(): Promise<Outcome<EmailCheckAnswer>>;
}

export function createEmailApi(store: string, base = ""): EmailApi {
  const root = `${base}/api/staff/stores/${store}`;
  const settings = `${root}/email-settings`;
  const check = `${root}/email-check`;
  return {
    settings: () => ask({ url: settings, guard: isEmailSettings }),
    save: (body) => ask({ method: "PUT", url: settings, body, guard: isEmailSettings }),
    use: (version) =>
      ask({ method: "PUT", url: `${settings}/use`, body: { version }, guard: isEmailSettings }),
    check: () => ask({ url: check, guard: isEmailCheckAnswer }),
    startCheck: () => ask({ method: "POST", url: check, guard: isEmailCheckAnswer }),
  };
}
