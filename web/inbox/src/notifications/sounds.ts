import type { Sound } from "@shopbell/protocol/notification";

interface Tone {
  readonly hertz: number;
  readonly at: number;
  readonly seconds: number;
  readonly wave: OscillatorType;
}

/** Drawn, not recorded: nothing has to be loaded before it can be heard. */
const TONES: { readonly [S in Exclude<Sound, "none">]: readonly Tone[] } = {
  knock: [
    { hertz: 196, at: 0, seconds: 0.09, wave: "triangle" },
    { hertz: 174, at: 0.13, seconds: 0.12, wave: "triangle" },
  ],
  bell: [
    { hertz: 880, at: 0, seconds: 0.9, wave: "sine" },
    { hertz: 1760, at: 0, seconds: 0.5, wave: "sine" },
  ],
  chime: [
    { hertz: 523, at: 0, seconds: 0.35, wave: "sine" },
    { hertz: 659, at: 0.14, seconds: 0.35, wave: "sine" },
    { hertz: 784, at: 0.28, seconds: 0.6, wave: "sine" },
  ],
};

const LOUDNESS = 0.25;
const RISE = 0.008;
const SILENT = 0.0001;

let context: AudioContext | null = null;

/** Says whether it could be heard: a page nobody has touched yet stays silent. */
export async function play(sound: Sound): Promise<boolean> {
  if (sound === "none" || typeof AudioContext === "undefined") return false;
  context ??= new AudioContext();
  const running = context;
  // Without a gesture this waits for one, and a late sound is worse than none.
  if (running.state === "suspended" && !navigator.userActivation?.hasBeenActive) return false;
  await running.resume();
  for (const tone of TONES[sound]) ring(running, tone);
  return true;
}

function ring(audio: AudioContext, { hertz, at, seconds, wave }: Tone): void {
  const begin = audio.currentTime + at;
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.type = wave;
  oscillator.frequency.value = hertz;
  volume.gain.setValueAtTime(SILENT, begin);
  volume.gain.exponentialRampToValueAtTime(LOUDNESS, begin + RISE);
  volume.gain.exponentialRampToValueAtTime(SILENT, begin + seconds);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(begin);
  oscillator.stop(begin + seconds);
}
