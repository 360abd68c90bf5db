import type { FileProblem } from "@shopbell/sync/uploads/problems";
import { megabytes } from "@shopbell/sync/uploads/problems";

const KB = 1024;

function size(bytes: number): string {
  return bytes < 1000 * KB
    ? `${Math.max(1, Math.round(bytes / KB))} KB`
    : `${megabytes(bytes).toFixed(1).replace(/\.0$/, "")} MB`;
}

function length(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${`${whole % 60}`.padStart(2, "0")}`;
}

/** What is wrong with which file, and what one can do. */
type Wrong = readonly [what: string, limit: string];

const IMAGES = "Images can be up to 1 MB";
const VIDEOS = "Videos can be up to 1 MB and 1 minute";
const USE = "Use an image or a video";

const REFUSALS: Readonly<Record<string, readonly [of: string, limit: string]>> = {
  file_too_large: ["is too large", "Files can be up to 1 MB"],
  file_type_not_accepted: ["cannot be sent", USE],
  file_damaged: ["is damaged", "Try another file"],
  image_too_large: ["has too many pixels", "Use a smaller image"],
  video_too_long: ["is too long", VIDEOS],
  video_length_unknown: ["does not say how long it is", VIDEOS],
  file_name_invalid: ["has a name that cannot be sent", "Rename it"],
};

function wrong(name: string, problem: FileProblem): Wrong {
  switch (problem.kind) {
    case "too_large":
      return [`${name} is ${size(problem.bytes)}`, problem.of === "image" ? IMAGES : VIDEOS];
    case "too_long":
      return [`${name} is ${length(problem.seconds)} long`, VIDEOS];
    case "wrong_type":
      return [`${name} cannot be sent`, USE];
    case "unreadable":
      return [`${name} cannot be opened here`, "Use a JPEG or PNG image"];
    case "too_many":
      return [`${name} is one too many`, "A message takes up to 10 files"];
    case "refused": {
      const [what, limit] = REFUSALS[problem.code] ?? ["could not be sent", "Try another file"];
      return [`${name} ${what}`, limit];
    }
  }
}

/** What is said of files; fetched with what shows them. */
export const fileTexts = {
  row: "Attachments",
  drop: "Drop images and videos to attach them",
  by: (what: string, name: string, time: string) => `${what} from ${name}, ${time}`,
  open: (alt: string) => `Open: ${alt}`,
  more: (count: number) => `+${count}`,
  size,
  length,
  wrong,
  checking: "Checking",
  waiting: "Waiting",
  uploading: (part: number) => `Uploading, ${Math.round(part * 100)} %`,
  progress: (name: string) => `Upload of ${name}`,
  retrying: "Cut off. Trying again",
  retry: "Try now",
  shrink: "Shrink to fit",
  remove: (name: string) => `Remove ${name}`,
  describe: "Describe",
  described: (alt: string) => `“${alt}”`,
  describeLabel: (name: string) => `What ${name} shows`,
  describeHint: "For those who cannot see it",
  notDescribed: "The description could not be saved.",
  ready: (name: string) => `${name} is attached`,
  viewer: "Images and videos",
  previous: "Previous",
  next: "Next",
  close: "Close",
  download: "Download",
  place: (at: number, count: number) => `${at} of ${count}`,
  unavailable: "This file cannot be shown.",
};
