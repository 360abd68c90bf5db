import { useEffect, useRef } from "react";
import type { IconName } from "../design/icon.tsx";
import { useBindings } from "../keyboard/use-shortcut.ts";

/** Something one can do here and now: chosen by name in the palette, or by its keys. */
export interface Command {
  /** The same on every page and every day: what was used last is remembered by it. */
  readonly id: string;
  readonly group: "conversation" | "place" | "search";
  readonly name: string;
  readonly icon: IconName;
  /** As in [Binding]. */
  readonly keys?: string;
  readonly run: () => void;
}

const sources: (() => readonly Command[])[] = [];

/** Offers commands for as long as the component is there: what cannot be done now is left out of the list. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const source = () => latest.current;
    sources.push(source);
    return () => {
      sources.splice(sources.indexOf(source), 1);
    };
  }, []);
  useBindings(commands.flatMap(({ keys, run }) => (keys ? [{ keys, run }] : [])));
}

/** What can be done now. */
export function commandsNow(): readonly Command[] {
  return sources.flatMap((source) => source());
}
