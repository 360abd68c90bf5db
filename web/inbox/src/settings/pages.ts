import type { Membership } from "@shopbell/protocol/staff";
import { settingsTexts } from "../texts/en-settings.ts";

export type PageName =
  | "customer-information"
  | "faqs"
  | "quick-replies"
  | "email"
  | "discounts"
  | "staff"
  | "audit"
  | "widget"
  | "api-keys"
  | "identity"
  | "webhooks"
  | "notifications"
  | "account";

interface Page {
  readonly name: PageName;
  readonly title: string;
  /** One of these permissions is enough; none is needed where there are none. */
  readonly needs: readonly string[];
}

interface Group {
  readonly title: string;
  readonly pages: readonly Page[];
}

const GROUPS: readonly Group[] = [
  {
    title: settingsTexts.storeChat,
    pages: [
      {
        name: "customer-information",
        title: settingsTexts.customerInformation,
        needs: ["inbox_administration"],
      },
      { name: "faqs", title: settingsTexts.faqs, needs: ["inbox_administration"] },
    ],
  },
  {
    title: settingsTexts.replies,
    pages: [
      {
        name: "quick-replies",
        title: settingsTexts.quickReplies,
        needs: ["inbox_administration"],
      },
      { name: "email", title: settingsTexts.email, needs: ["inbox_administration"] },
      { name: "discounts", title: settingsTexts.discounts, needs: ["inbox_administration"] },
    ],
  },
  {
    title: settingsTexts.team,
    pages: [
      {
        name: "staff",
        title: settingsTexts.staff.page,
        needs: ["staff_management", "inbox_administration"],
      },
      { name: "audit", title: settingsTexts.audit.page, needs: ["inbox_administration"] },
    ],
  },
  {
    title: settingsTexts.developers,
    pages: [
      { name: "widget", title: settingsTexts.widget, needs: ["inbox_administration"] },
      { name: "api-keys", title: settingsTexts.apiKeys, needs: ["inbox_administration"] },
      { name: "identity", title: settingsTexts.identity, needs: ["inbox_administration"] },
      { name: "webhooks", title: settingsTexts.webhooks, needs: ["inbox_administration"] },
    ],
  },
  {
    title: settingsTexts.you,
    pages: [
      {
        name: "notifications",
        title: settingsTexts.notifications,
        needs: ["conversation_management"],
      },
      { name: "account", title: settingsTexts.account.page, needs: [] },
    ],
  },
];

/** The pages this person may use, in their groups. */
export function groupsFor({ permissions }: Membership): readonly Group[] {
  return GROUPS.map((group) => ({
    ...group,
    pages: group.pages.filter(
      ({ needs }) => needs.length === 0 || needs.some((need) => permissions.includes(need)),
    ),
  })).filter(({ pages }) => pages.length > 0);
}

export function settingsPath(name: PageName | "roles"): string {
  return `/inbox/settings/${name}`;
}
