import type { ConversationSummary, Customer } from "@shopbell/protocol/staff";
import { compareRows } from "@shopbell/sync/inbox-lists";
import { useLocation } from "wouter";
import { messagesPath, useView } from "../conversations/view.ts";
import { customerName } from "../customer/customer-name.ts";
import { useLive, useLiveState } from "../live/live.ts";
import { MOST_LETTERS, searchPath } from "../search/search-path.ts";
import { groupsFor, settingsPath } from "../settings/pages.ts";
import { seesConversations } from "../store/permissions.ts";
import { texts } from "../texts/en.ts";
import { type Command, commandsNow } from "./commands.ts";
import { rankOf } from "./matching.ts";
import { recentOf } from "./recent.ts";

export type Entry =
  | { readonly kind: "command"; readonly id: string; readonly command: Command }
  | {
      readonly kind: "person";
      readonly id: string;
      readonly customer: Customer;
      readonly run: () => void;
    };

export interface EntryGroup {
  readonly title: string;
  readonly entries: readonly Entry[];
}

const MOST_PEOPLE = 6;

/** What the palette offers for what was typed; when nothing was, what this person used last comes before the places. */
export function useEntries(query: string): readonly EntryGroup[] {
  const { staff, store } = useLive();
  const people = usePeople();
  const search = useSearchCommand(query);
  const commands = commandsNow().map(commandEntry);
  const here = commands.filter(({ command }) => command.group === "conversation");
  const pages = useSettingsPages().map(commandEntry);
  const places = [...commands.filter(({ command }) => command.group === "place"), ...pages];
  if (query.trim() !== "") {
    return filled([
      { title: texts.commands.here, entries: matching(query, here) },
      { title: texts.commands.places, entries: matching(query, places) },
      { title: texts.commands.people, entries: matching(query, people).slice(0, MOST_PEOPLE) },
      {
        title: texts.commands.messages,
        entries: seesConversations(store) ? [commandEntry(search)] : [],
      },
    ]);
  }
  const known = new Map<string, Entry>([...places, ...people].map((entry) => [entry.id, entry]));
  const recent = recentOf(staff.id, store.id).flatMap((id) => known.get(id) ?? []);
  return filled([
    { title: texts.commands.here, entries: here },
    { title: texts.commands.recent, entries: recent },
    {
      title: texts.commands.places,
      entries: places.filter((entry) => !recent.includes(entry)),
    },
  ]);
}

/** The customers of all conversations this page knows, those who wrote last first. */
function usePeople(): readonly Entry[] {
  const conversations = useLiveState((state) => state.inbox.conversations);
  const [, navigate] = useLocation();
  const view = useView();
  return [...conversations.values()].sort(compareRows).map(
    (summary: ConversationSummary): Entry => ({
      kind: "person",
      id: summary.id,
      customer: summary.customer,
      run: () => navigate(messagesPath(view, summary.id)),
    }),
  );
}

/** Here and not among everybody's places, so that their texts are loaded with the palette. */
function useSettingsPages(): readonly Command[] {
  const { store } = useLive();
  const [, navigate] = useLocation();
  return groupsFor(store)
    .flatMap(({ pages }) => pages)
    .map(({ name, title }) => ({
      id: `settings.${name}`,
      group: "place",
      name: title,
      icon: "settings",
      run: () => navigate(settingsPath(name)),
    }));
}

/** What is not found by a name may have been said. */
function useSearchCommand(query: string): Command {
  const [, navigate] = useLocation();
  const wanted = query.trim().slice(0, MOST_LETTERS);
  return {
    id: "search",
    group: "search",
    name: texts.commands.search(wanted),
    icon: "search",
    run: () => navigate(searchPath({ view: "all", query: wanted })),
  };
}

function commandEntry(command: Command) {
  return { kind: "command" as const, id: command.id, command };
}

function matching<E extends Entry>(query: string, entries: readonly E[]): readonly E[] {
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(query, textsOf(entry));
    return rank === null ? [] : [{ entry, rank }];
  });
  return ranked.sort((one, other) => one.rank - other.rank).map(({ entry }) => entry);
}

function textsOf(entry: Entry): readonly (string | null)[] {
  if (entry.kind === "command") return [entry.command.name];
  return [customerName(entry.customer), entry.customer.email];
}

function filled(groups: readonly EntryGroup[]): readonly EntryGroup[] {
  return groups.filter(({ entries }) => entries.length > 0);
}
