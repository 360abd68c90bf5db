import style from "./icon.module.css";

/** Line drawings on a grid of 20 units. */
const DRAWINGS = {
  cross: "m5.5 5.5 9 9M14.5 5.5l-9 9",
  back: "m12 6-4 4 4 4",
  plane: "M16.6 3.4 3.4 8.5l5.4 2.7 2.7 5.4ZM8.8 11.2l3.4-3.4",
  up: "M10 16V4.4M5 9.2l5-4.9 5 4.9",
  down: "M10 4v11.6M5 10.8l5 4.9 5-4.9",
  alert: "M3.25 10a6.75 6.75 0 1 0 13.5 0 6.75 6.75 0 1 0-13.5 0M10 6.8v3.7M10 13.1v.01",
  clock: "M3.25 10a6.75 6.75 0 1 0 13.5 0 6.75 6.75 0 1 0-13.5 0M10 6.2V10l2.5 1.7",
  retry: "M15.9 10.2a5.9 5.9 0 1 1-1.5-4.1l1.8 1.9M16.4 4v4.1h-4.1",
  offline:
    "M3.5 3.5l13 13M5.7 11.4a6 6 0 0 1 2.2-1.4M12.6 10.2c.6.3 1.2.7 1.7 1.2M3.2 8.4a9.8 9.8 0 0 1 2.6-1.7M9 5.75a9.8 9.8 0 0 1 7.8 2.65M8.4 14.1a2.3 2.3 0 0 1 3.2 0M10 16.6v.01",
  image:
    "M3.25 5.5a1.75 1.75 0 0 1 1.75-1.75h10a1.75 1.75 0 0 1 1.75 1.75v9a1.75 1.75 0 0 1-1.75 1.75H5a1.75 1.75 0 0 1-1.75-1.75zM7.2 7.7v.01m-3.6 6.4 3.7-3.7 2.6 2.6 2.9-2.9 3.6 3.6",
  smile:
    "M3.25 10a6.75 6.75 0 1 0 13.5 0 6.75 6.75 0 1 0-13.5 0M7.2 11.5c.6 1 1.6 1.55 2.8 1.55s2.2-.55 2.8-1.55M7.6 8v.4M12.4 8v.4",
  closed: "M3.25 10a6.75 6.75 0 1 0 13.5 0 6.75 6.75 0 1 0-13.5 0M5.3 5.3l9.4 9.4",
} as const;

export interface IconProps {
  readonly name: keyof typeof DRAWINGS;
  readonly size: number;
  readonly stroke?: number;
  /** Points along the line of reading, so it turns round in a language read from right to left. */
  readonly flips?: boolean;
}

export function Icon({ name, size, stroke = 1.6, flips = false }: IconProps) {
  return (
    <svg
      class={flips ? `${style.icon} ${style.flips}` : style.icon}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      stroke-width={stroke}
      aria-hidden="true"
    >
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
