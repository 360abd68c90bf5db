import { redrawn } from "./picture.ts";

/** What a browser finds out about a video before it is sent. What it does not find out is the server's to decide. */
export interface Film {
  readonly seconds: number | null;
  readonly width: number;
  readonly height: number;
  readonly poster: Blob | null;
}

const PATIENCE_MS = 8_000;
const POSTER_EDGE = 640;
/** Recorders do not say how long a video is; asked for a place behind its end, the browser looks. */
const BEHIND_THE_END = 1e7;
/** The very first frame is often black. */
const POSTER_AT = 0.1;

/** Looks at a video without showing it. */
export async function lookAtFilm(video: Blob): Promise<Film> {
  const url = URL.createObjectURL(video);
  const element = document.createElement("video");
  element.muted = true;
  element.preload = "auto";
  element.playsInline = true;
  try {
    element.src = url;
    const isThere = await happened(element, "loadedmetadata");
    const seconds = isThere ? await lengthOf(element) : null;
    const { videoWidth: width, videoHeight: height } = element;
    const poster = isThere && width > 0 ? await posterOf(element, seconds) : null;
    return { seconds, width, height, poster };
  } finally {
    element.removeAttribute("src");
    element.load();
    URL.revokeObjectURL(url);
  }
}

async function lengthOf(element: HTMLVideoElement): Promise<number | null> {
  if (element.duration === Number.POSITIVE_INFINITY) {
    const isKnown = happened(element, "durationchange");
    element.currentTime = BEHIND_THE_END;
    await isKnown;
  }
  return Number.isFinite(element.duration) ? element.duration : null;
}

async function posterOf(element: HTMLVideoElement, seconds: number | null): Promise<Blob | null> {
  const isThere = happened(element, "seeked");
  element.currentTime = Math.min(POSTER_AT, (seconds ?? 0) / 2);
  if (!(await isThere)) return null;
  const { videoWidth, videoHeight } = element;
  return (await redrawn(element, videoWidth, videoHeight, POSTER_EDGE, 0.8))?.file ?? null;
}

/** Whether it came to that in time and without an error. */
function happened(element: HTMLVideoElement, event: string): Promise<boolean> {
  return new Promise((resolve) => {
    const over = (did: boolean) => {
      clearTimeout(timer);
      element.removeEventListener(event, onEvent);
      element.removeEventListener("error", onError);
      resolve(did);
    };
    const onEvent = () => over(true);
    const onError = () => over(false);
    const timer = setTimeout(() => over(false), PATIENCE_MS);
    element.addEventListener(event, onEvent);
    element.addEventListener("error", onError);
  });
}
