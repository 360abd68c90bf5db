import type {
  EarlierEmailSettings,
  EmailCheck,
  EmailCheckAnswer,
  EmailCheckStep,
  EmailSettings,
  ForwardingMail,
  LogoAnswer,
  SavedEmailSettings,
  StoreLogo,
  StoreMailServer,
} from "./email.ts";
import { isCount, isListOf, isNullable, isObject, isOneOf, isText, isTruth } from "./guard.ts";

const isServer = isObject<StoreMailServer>({
  host: isText,
  port: isCount,
  security: isOneOf("tls", "starttls", "none"),
  user: isNullable(isText),
  hasPassword: isTruth,
});

const isSaved = isObject<SavedEmailSettings>({
  version: isCount,
  fromName: isText,
  fromAddress: isText,
  plusAddressing: isTruth,
  smtp: isServer,
  arrival: isOneOf("imap", "forwarding", "none"),
  imap: isNullable(isServer),
  folder: isNullable(isText),
  savedAt: isText,
  workedAt: isNullable(isText),
});

export const isEmailSettings = isObject<EmailSettings>({
  saved: isNullable(isSaved),
  used: isText,
  earlier: isNullable(
    isObject<EarlierEmailSettings>({
      version: isCount,
      fromAddress: isText,
      smtpHost: isText,
      workedAt: isNullable(isText),
    }),
  ),
  installation: isObject<EmailSettings["installation"]>({
    from: isNullable(isText),
    reads: isTruth,
  }),
  forwardTo: isNullable(isText),
  forwardingMails: isListOf(
    isObject<ForwardingMail>({
      from: isText,
      subject: isText,
      text: isText,
      receivedAt: isText,
    }),
  ),
});

export const isEmailCheckAnswer = isObject<EmailCheckAnswer>({
  check: isNullable(
    isObject<EmailCheck>({
      id: isText,
      version: isCount,
      startedAt: isText,
      endedAt: isNullable(isText),
      worked: isNullable(isTruth),
      steps: isListOf(
        isObject<EmailCheckStep>({
          step: isText,
          state: isText,
          code: isNullable(isText),
          said: isNullable(isText),
        }),
      ),
    }),
  ),
});

export const isLogoAnswer = isObject<LogoAnswer>({
  logo: isNullable(isObject<StoreLogo>({ version: isText, width: isCount, height: isCount })),
});
