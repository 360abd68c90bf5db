const NOT_TAKEN: Readonly<Record<string, string>> = {
  file_too_large: "larger than 1 MB",
  file_type_not_accepted: "not an image or a video",
  file_damaged: "damaged",
  image_too_large: "too many pixels",
  video_too_long: "longer than 1 minute",
  video_length_unknown: "does not say how long it is",
  too_many_files: "more than 10 files",
  file_name_invalid: "no usable name",
};

/** What is said of messages that came by e-mail; fetched with the first of them. */
export const mailTexts = {
  known: "By e-mail",
  unverified: "address not verified",
  another: "From another address:",
  anotherHint: "Replies go to the address of this conversation.",
  claim: "This mail says it answers another conversation",
  claimHint:
    "It was not sent from the address which that conversation is with, so it began its own.",
  original: "Show original",
  all: "Show all…",
  folded: "The message is not the whole e-mail: quoted text and signature are left out",
  cutOff: "This e-mail was too long or had too many parts. Not all of it could be taken.",
  notTaken: (name: string, code: string) =>
    `${name} was not taken: ${NOT_TAKEN[code] ?? "it cannot be shown here"}`,
  title: "Original e-mail",
  subject: "Subject",
  from: "From",
  noSubject: "No subject",
  frame: "The e-mail as it came",
};
