import { type FileProblem, megabytes } from "@shopbell/sync/uploads/problems";

/** What is said of files, fetched with what shows them. */
export interface FileWords {
  readonly attachments: string;
  readonly drop: string;
  readonly shrink: string;
  readonly tryNow: string;
  readonly checking: string;
  readonly cutOff: string;
  readonly remove: (name: string) => string;
  readonly uploading: (percent: number) => string;
  readonly kilobytes: (count: number) => string;
  /** What is wrong with which file, and what the limit is. */
  readonly wrong: (name: string, problem: FileProblem) => string;
  /** The same of a message that was sent with it. */
  readonly refused: (code: string) => string | null;
  readonly discard: string;
  readonly by: (what: string, name: string, time: string) => string;
  readonly yours: (what: string, time: string) => string;
  readonly open: (alt: string) => string;
  readonly viewer: string;
  readonly close: string;
  readonly download: string;
  readonly previous: string;
  readonly next: string;
  readonly place: (at: number, count: number) => string;
  readonly unavailable: string;
}

const size = (bytes: number) => megabytes(bytes).toFixed(1).replace(/\.0$/, "");

function length(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${`${whole % 60}`.padStart(2, "0")}`;
}

const IMAGES = "Images can be up to 1 MB";
const VIDEOS = "Videos can be up to 1 MB and 1 minute";
const USE = "Use an image or a video";

const ENGLISH_CODES: Readonly<Record<string, string>> = {
  file_too_large: "is too large. Files can be up to 1 MB",
  file_type_not_accepted: `cannot be sent. ${USE}`,
  file_damaged: "is damaged. Try another file",
  image_too_large: "has too many pixels. Use a smaller image",
  video_too_long: `is too long. ${VIDEOS}`,
  video_length_unknown: `does not say how long it is. ${VIDEOS}`,
  file_name_invalid: "has a name that cannot be sent. Rename it",
  attachment_not_found: "is not there any more. Add it again",
};

const english: FileWords = {
  attachments: "Attachments",
  drop: "Drop photos and videos here",
  shrink: "Shrink to fit",
  tryNow: "Try now",
  checking: "Checking",
  cutOff: "Cut off. Trying again",
  remove: (name) => `Remove ${name}`,
  uploading: (percent) => `Uploading, ${percent} %`,
  kilobytes: (count) => `${count} KB`,
  wrong(name, problem) {
    switch (problem.kind) {
      case "too_large":
        return `${name} is ${size(problem.bytes)} MB. ${problem.of === "image" ? IMAGES : VIDEOS}`;
      case "too_long":
        return `${name} is ${length(problem.seconds)} long. ${VIDEOS}`;
      case "wrong_type":
        return `${name} cannot be sent. ${USE}`;
      case "unreadable":
        return `${name} cannot be opened here. Use a JPEG or PNG image`;
      case "too_many":
        return `${name} is one too many. A message takes up to 10 files`;
      case "refused":
        return `${name} ${ENGLISH_CODES[problem.code] ?? "could not be sent. Try another file"}`;
    }
  },
  refused: (code) => (ENGLISH_CODES[code] ? `The file ${ENGLISH_CODES[code]}` : null),
  discard: "Remove",
  by: (what, name, time) => `${what} from ${name}, ${time}`,
  yours: (what, time) => `${what} from you, ${time}`,
  open: (alt) => `Open: ${alt}`,
  viewer: "Photos and videos",
  close: "Close",
  download: "Download",
  previous: "Previous",
  next: "Next",
  place: (at, count) => `${at} of ${count}`,
  unavailable: "This file cannot be shown.",
};

const apart = (name: string) => `\u2068${name}\u2069`;
const AR_IMAGES = "الحد الأقصى للصور 1 ميغابايت";
const AR_VIDEOS = "الحد الأقصى للفيديو 1 ميغابايت ودقيقة واحدة";
const AR_USE = "استخدم صورة أو فيديو";

const ARABIC_CODES: Readonly<Record<string, string>> = {
  file_too_large: "أكبر من المسموح. الحد الأقصى للملفات 1 ميغابايت",
  file_type_not_accepted: `لا يمكن إرساله. ${AR_USE}`,
  file_damaged: "تالف. جرّب ملفاً آخر",
  image_too_large: "أبعاده كبيرة جداً. استخدم صورة أصغر",
  video_too_long: `أطول من المسموح. ${AR_VIDEOS}`,
  video_length_unknown: `مدته غير معروفة. ${AR_VIDEOS}`,
  file_name_invalid: "اسمه لا يمكن إرساله. غيّر الاسم",
  attachment_not_found: "لم يعد موجوداً. أضفه مرة أخرى",
};

const arabic: FileWords = {
  attachments: "المرفقات",
  drop: "أفلت الصور والفيديوهات هنا",
  shrink: "تصغير الصورة",
  tryNow: "المحاولة الآن",
  checking: "جارٍ الفحص",
  cutOff: "انقطع الاتصال. جارٍ المحاولة مجدداً",
  remove: (name) => `إزالة ${apart(name)}`,
  uploading: (percent) => `جارٍ الرفع، ${percent} %`,
  kilobytes: (count) => `${count} كيلوبايت`,
  wrong(name, problem) {
    const file = apart(name);
    switch (problem.kind) {
      case "too_large":
        return `حجم ${file} هو ${size(problem.bytes)} ميغابايت. ${problem.of === "image" ? AR_IMAGES : AR_VIDEOS}`;
      case "too_long":
        return `مدة ${file} هي ${length(problem.seconds)}. ${AR_VIDEOS}`;
      case "wrong_type":
        return `لا يمكن إرسال ${file}. ${AR_USE}`;
      case "unreadable":
        return `لا يمكن فتح ${file} هنا. استخدم صورة JPEG أو PNG`;
      case "too_many":
        return `${file} زائد عن الحد. تتسع الرسالة لعشرة ملفات`;
      case "refused":
        return `${file} ${ARABIC_CODES[problem.code] ?? "تعذّر إرساله. جرّب ملفاً آخر"}`;
    }
  },
  refused: (code) => (ARABIC_CODES[code] ? `الملف ${ARABIC_CODES[code]}` : null),
  discard: "إزالة",
  by: (what, name, time) => `${what} من ${apart(name)}، ${time}`,
  yours: (what, time) => `${what} منك، ${time}`,
  open: (alt) => `فتح: ${alt}`,
  viewer: "الصور والفيديوهات",
  close: "إغلاق",
  download: "تنزيل",
  previous: "السابق",
  next: "التالي",
  place: (at, count) => `${at} من ${count}`,
  unavailable: "لا يمكن عرض هذا الملف.",
};

export const fileWords: Readonly<Record<"en" | "ar", FileWords>> = { en: english, ar: arabic };

/** In the language of the panel. */
export function useFileWords(): FileWords {
  return document.documentElement.lang === "ar" ? arabic : english;
}
