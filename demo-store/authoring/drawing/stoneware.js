import { CLAY, GLAZE, OAK, roundness } from "./materials.js";
import { place, round, smooth, thrown } from "./sheet.js";

/*
 * Stoneware stands on (0, 0): x to both sides of its axis, y upwards is negative. A profile is the right-hand outline
 * from rim to foot, as the potter's rib would cut it: a start point, then Bézier segments.
 */

function outline({ start: [x, y], segments, foot }) {
  const ends = [[x, y], ...segments.map((segment) => segment.slice(4))];
  const left = segments.map(([a, b, c, d, e, f]) => `C${-a} ${b} ${-c} ${d} ${-e} ${f}`);
  const right = segments
    .map(([a, b, c, d], i) => `C${c} ${d} ${a} ${b} ${ends[i][0]} ${ends[i][1]}`)
    .reverse();
  const [footX, footY] = ends.at(-1);
  return `M${-x} ${y}${left.join("")}A${footX} ${foot} 0 0 0 ${footX} ${footY}${right.join("")}Z`;
}

/** The area above the hand-dipped edge of the glaze, `line` at the axis, sagging with the round of the pot. */
function dipped(width, top, line, sag, seed, wave = 5) {
  const random = thrown(seed);
  const [one, two] = [random() * 6, random() * 6];
  const points = [];
  for (let x = -width; x <= width; x += width / 11) {
    const turn = x / width;
    const run = Math.sin(turn * 7 + one) * wave + Math.sin(turn * 16 + two) * wave * 0.45;
    points.push([x, line - sag + sag * Math.sqrt(1 - turn * turn) + run]);
  }
  const edge = `M${points[0].map(round).join(" ")}${smooth(points)}`;
  return { edge, area: `${edge}L${width} ${top}L${-width} ${top}Z` };
}

/** Iron flecks in the glaze: three sizes, each one path of dots. */
function flecks(width, top, bottom, glaze, seed, count) {
  const random = thrown(seed);
  return [1.6, 2.6, 4.2]
    .map((size, i) => {
      const dots = Array.from({ length: Math.round(count / (1 + i * 1.6)) }, () => {
        const [x, y] = [(random() * 2 - 1) * width, top + random() * (bottom - top)];
        return `M${Math.round(x)} ${Math.round(y)}h.1`;
      });
      return `<path d="${dots.join("")}" stroke="${glaze.fleck}" stroke-width="${size}" stroke-linecap="round" opacity="${0.42 - i * 0.06}"/>`;
    })
    .join("");
}

/** Soft shadow on the table: dark where the pot touches it, long on the side away from the window. */
export function shadow(sheet, width, { reach = 1, depth = 0.17, strength = 1 } = {}) {
  const touch = sheet.radial([[0, "#33271A", 0.62], [0.55, "#33271A", 0.3], [1, "#33271A", 0]]);
  const cast = sheet.radial([[0, "#4A3A26", 0.42], [0.5, "#4A3A26", 0.2], [1, "#4A3A26", 0]]);
  return (
    `<g opacity="${strength}">` +
    `<ellipse cx="${round(width * 0.62 * reach)}" cy="${round(-width * 0.02)}" rx="${round(width * 1.7 * reach)}" ry="${round(width * depth * 1.75)}" fill="${cast}"/>` +
    `<ellipse cx="${round(width * 0.08)}" cy="${round(-width * 0.02)}" rx="${round(width * 1.22)}" ry="${round(width * depth)}" fill="${touch}"/></g>`
  );
}

/** The mouth of a pot: lip, inner wall in its own shadow, and light on the far side. */
function mouth(sheet, y, rx, ry, lip, glaze, { depth = 0.5 } = {}) {
  const inner = [rx - lip, ry - lip * 0.72];
  const well = sheet.linear([[0, glaze.well], [depth, glaze.floor], [1, glaze.mid]], [0.1, 0, 0.8, 1]);
  const dusk = sheet.radial([[0.55, "#20180E", 0], [1, "#20180E", 0.3]], [0.62, 0.75, 0.85]);
  return (
    `<ellipse cx="0" cy="${y}" rx="${rx}" ry="${ry}" fill="${sheet.linear([[0, glaze.light], [0.45, glaze.mid], [1, glaze.dark]], [0, 0, 1, 0.2])}"/>` +
    `<ellipse cx="0" cy="${y}" rx="${rx - 0.8}" ry="${ry - 0.8}" fill="none" stroke="${glaze.edge}" stroke-width="1.6" opacity=".38"/>` +
    `<ellipse cx="0" cy="${y + lip * 0.16}" rx="${inner[0]}" ry="${inner[1]}" fill="${well}"/>` +
    `<ellipse cx="0" cy="${y + lip * 0.16}" rx="${inner[0]}" ry="${inner[1]}" fill="${dusk}"/>` +
    `<path d="M${-rx + 2} ${y + 2}A${rx - 2} ${ry - 1} 0 0 0 ${rx - 2} ${y + 2}" fill="none" stroke="#FFFFFF" stroke-width="1.6" opacity=".5"/>`
  );
}

/** The outer wall: bare clay, glaze down to its dipped edge, flecks, a satin highlight, darker towards the foot. */
function wall(sheet, path, { glaze, width, top, foot, dip, seed, fleckCount = 20, sag = 14, wave }) {
  const line = dipped(width + 6, top - 60, dip, sag, seed, wave);
  const satin = sheet.radial([[0, "#FFFFFF", 0.55], [1, "#FFFFFF", 0]]);
  const downwards = sheet.linear([[0, "#2A1E10", 0], [0.55, "#2A1E10", 0.02], [1, "#2A1E10", 0.3]], [0, 0, 0, 1]);
  const filled = (paint) => `<rect x="${-width}" y="${top}" width="${2 * width}" height="${foot - top}" fill="${paint}"/>`;
  return sheet.inside(
    path,
    filled(roundness(sheet, CLAY)) +
      sheet.inside(line.area, filled(roundness(sheet, glaze)) + flecks(width, top, dip, glaze, seed, fleckCount)) +
      `<path d="${line.edge}" fill="none" stroke="#4A3220" stroke-width="3.2" opacity=".16" transform="translate(0 2)"/>` +
      `<path d="${line.edge}" fill="none" stroke="${glaze.dark}" stroke-width="2.2" opacity=".55"/>` +
      `<path d="${line.edge}" fill="none" stroke="${glaze.light}" stroke-width="1.1" opacity=".65" transform="translate(0 -2)"/>` +
      `<ellipse cx="${round(-width * 0.52)}" cy="${round(top * 0.58)}" rx="${round(width * 0.26)}" ry="${round(-top * 0.42)}" fill="${satin}" opacity=".6"/>` +
      filled(downwards),
  );
}

const BOWL = { start: [150, -150], segments: [[150, -86, 116, -26, 66, -9], [62, -7, 60, -4, 58, 0]], foot: 12 };

const bowlWall = (sheet, glaze, seed) =>
  wall(sheet, outline(BOWL), { glaze, width: 150, top: -150, foot: 12, dip: -56, seed });

const bowlMouth = (sheet, glaze) => mouth(sheet, -150, 150, 41, 9, glaze);

export const bowl = (sheet, option, { seed = 3 } = {}) =>
  bowlWall(sheet, GLAZE[option], seed) + bowlMouth(sheet, GLAZE[option]);

/** `count` bowls in one another: each stands behind the front wall of the one below it. */
export function stackOfBowls(sheet, option, { count = 3, step = 74, seed = 5 } = {}) {
  const glaze = GLAZE[option];
  const front = "M-152 -150H-150A150 41 0 0 0 150 -150H152V20H-152Z";
  const lip = "M-150 -150A150 41 0 0 0 150 -150H141A141 34.500 0 0 1 -141 -150Z";
  const dusk = sheet.linear([[0, "#2A1E10", 0], [0.5, "#2A1E10", 0.08], [1, "#2A1E10", 0.5]], [0, 0, 0, 1]);
  const inFront = (i) =>
    // the bowl above darkens towards the rim that hides it
    sheet.inside("M-142 -230H142V-150A142 35 0 0 1 -142 -150Z", `<path d="M-150 -190V-150A150 41 0 0 0 150 -150V-190Z" fill="${dusk}"/>`) +
    sheet.inside(front, bowlWall(sheet, glaze, seed + i)) +
    sheet.inside(lip, bowlMouth(sheet, glaze)) +
    `<path d="M-141 -150A141 34.500 0 0 0 141 -150" fill="none" stroke="#2A1E10" stroke-width="2.500" opacity=".3"/>`;
  const pile = (i) =>
    i === count - 1
      ? bowl(sheet, option, { seed: seed + i })
      : bowlMouth(sheet, glaze) + place(0, -step, 1, pile(i + 1)) + inFront(i);
  return pile(0);
}

export function mug(sheet, option, { seed = 11 } = {}) {
  const glaze = GLAZE[option];
  const profile = { start: [88, -176], segments: [[88, -120, 89, -70, 86, -30], [84, -12, 78, -2, 70, 0]], foot: 17 };
  const grip = "M84 -142C142 -156 158 -112 148 -82C140 -56 112 -42 82 -48";
  const handle =
    `<path d="${grip}" fill="none" stroke="${glaze.dark}" stroke-width="25" stroke-linecap="round"/>` +
    `<path d="${grip}" fill="none" stroke="${glaze.mid}" stroke-width="19" stroke-linecap="round" transform="translate(-1.500 -1.500)"/>` +
    `<path d="${grip}" fill="none" stroke="${glaze.light}" stroke-width="6" stroke-linecap="round" opacity=".8" transform="translate(-3 -5)"/>`;
  return (
    handle +
    wall(sheet, outline(profile), { glaze, width: 88, top: -176, foot: 17, dip: -58, seed, sag: 20 }) +
    mouth(sheet, -176, 88, 24, 7, glaze)
  );
}

export function servingBowl(sheet, option, { seed = 21 } = {}) {
  const glaze = GLAZE[option];
  const profile = { start: [214, -128], segments: [[206, -74, 152, -22, 86, -8], [82, -6, 80, -4, 78, 0]], foot: 15 };
  return (
    wall(sheet, outline(profile), { glaze, width: 214, top: -128, foot: 15, dip: -48, seed, sag: 20, fleckCount: 26 }) +
    mouth(sheet, -128, 214, 62, 10, glaze, { depth: 0.55 })
  );
}

export function bottleVase(sheet, option, { seed = 31, branch = true } = {}) {
  const glaze = GLAZE[option];
  const profile = {
    start: [26, -292],
    segments: [[20, -270, 24, -246, 30, -226], [40, -198, 104, -168, 104, -92], [104, -40, 76, -4, 46, 0]],
    foot: 11,
  };
  return (
    (branch ? oliveBranch(sheet) : "") +
    wall(sheet, outline(profile), { glaze, width: 104, top: -292, foot: 11, dip: -14, seed, sag: 8, wave: 2, fleckCount: 30 }) +
    mouth(sheet, -292, 26, 7, 4, glaze)
  );
}

function oliveBranch(sheet) {
  const stem = "M0 -290C-6 -340 2 -400 34 -452M0 -300C-14 -348 -40 -376 -72 -396M4 -316C24 -350 58 -366 92 -368";
  const leaves = [
    [34, -454, 24], [14, -420, -38], [24, -400, 52], [-4, -372, -30], [10, -352, 44], [-72, -398, -64], [-48, -382, 18],
    [-40, -366, -58], [-18, -344, 16], [92, -370, 82], [66, -372, 34], [54, -354, 100], [32, -346, 20],
  ];
  const leaf = sheet.linear([[0, "#A7AC85"], [0.5, "#868B62"], [1, "#62693F"]], [0, 0, 1, 0.3]);
  return (
    `<path d="${stem}" fill="none" stroke="#6F6A45" stroke-width="4" stroke-linecap="round"/>` +
    leaves
      .map(([x, y, turn], i) => {
        const long = 34 + (i % 3) * 5;
        return `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M0 4C-11 ${-long * 0.35} -9 ${-long * 0.8} 0 ${-long}C9 ${-long * 0.8} 11 ${-long * 0.35} 0 4Z" fill="${leaf}"/><path d="M0 2V${-long * 0.8}" stroke="#F2F0D8" stroke-width="1" opacity=".35"/></g>`;
      })
      .join("")
  );
}

export function jug(sheet, option, { seed = 41 } = {}) {
  const glaze = GLAZE[option];
  const body =
    "M-74 -300C-62 -272 -56 -250 -64 -222C-80 -176 -112 -138 -112 -86C-112 -32 -84 -4 -60 0A60 13 0 0 0 60 0" +
    "C84 -4 112 -32 112 -86C112 -138 80 -176 66 -222C58 -250 62 -272 70 -296Z";
  const lip = "M-96 -316C-74 -322 -40 -324 0 -322C40 -322 70 -314 72 -300C72 -288 40 -280 2 -280C-38 -280 -62 -288 -72 -298C-78 -306 -92 -308 -96 -316Z";
  const inner = "M-84 -313C-66 -317 -36 -318 0 -316C36 -316 62 -309 63 -300C62 -291 36 -286 2 -286C-34 -286 -56 -292 -66 -301C-70 -306 -78 -309 -84 -313Z";
  const grip = "M64 -268C128 -284 152 -226 140 -180C130 -146 112 -128 92 -122";
  return (
    `<path d="${grip}" fill="none" stroke="${glaze.dark}" stroke-width="25" stroke-linecap="round"/>` +
    `<path d="${grip}" fill="none" stroke="${glaze.mid}" stroke-width="18" stroke-linecap="round" transform="translate(-1.500 -2)"/>` +
    `<path d="${grip}" fill="none" stroke="${glaze.light}" stroke-width="5" stroke-linecap="round" opacity=".7" transform="translate(-4 -6)"/>` +
    `<path d="M-74 -300C-84 -304 -92 -310 -96 -316C-88 -296 -74 -286 -66 -270Z" fill="${glaze.light}"/>` +
    wall(sheet, body, { glaze, width: 112, top: -300, foot: 13, dip: -34, seed, sag: 16, wave: 4, fleckCount: 30 }) +
    `<path d="${lip}" fill="${sheet.linear([[0, glaze.light], [0.5, glaze.mid], [1, glaze.dark]])}"/>` +
    `<path d="${inner}" fill="${sheet.linear([[0, glaze.well], [0.7, glaze.floor], [1, glaze.mid]], [0, 0, 1, 0.6])}"/>` +
    `<path d="${lip}" fill="none" stroke="${glaze.edge}" stroke-width="1.5" opacity=".4"/>`
  );
}

export function mixingBowl(sheet, option, { seed = 51 } = {}) {
  const glaze = GLAZE[option];
  const profile = { start: [208, -212], segments: [[200, -120, 150, -40, 92, -12], [86, -8, 84, -4, 82, 0]], foot: 15 };
  const path = outline(profile);
  const band = (y, wide, ry) =>
    `<path d="M${-wide} ${y}A${wide} ${ry} 0 0 0 ${wide} ${y}" fill="none" stroke="${option === "cream" || option === "ash" ? "#7A8B75" : "#EFE9DC"}" stroke-width="7" opacity=".72"/>`;
  return (
    wall(sheet, path, { glaze, width: 208, top: -212, foot: 15, dip: -46, seed, sag: 18, fleckCount: 30 }) +
    sheet.inside(path, band(-168, 206, 56) + band(-152, 203, 55)) +
    mouth(sheet, -212, 208, 58, 9, glaze, { depth: 0.6 })
  );
}

export function saltPot(sheet, option, { seed = 61 } = {}) {
  const glaze = GLAZE[option];
  const profile = { start: [104, -128], segments: [[118, -104, 120, -46, 108, -20], [102, -8, 92, -2, 82, 0]], foot: 19 };
  const oak = roundness(sheet, OAK);
  const top = sheet.linear([[0, "#EBD2AB"], [0.5, OAK.mid], [1, OAK.dark]], [0, 0, 1, 0.5]);
  const rings = [84, 66, 46, 26]
    .map((rx) => `<ellipse cx="6" cy="-150" rx="${rx}" ry="${round(rx * 0.24)}" fill="none" stroke="${OAK.grain}" stroke-width="1.2" opacity=".26"/>`)
    .join("");
  return (
    wall(sheet, outline(profile), { glaze, width: 120, top: -128, foot: 19, dip: -40, seed, sag: 20, fleckCount: 24 }) +
    `<ellipse cx="0" cy="-126" rx="106" ry="27" fill="#2A1E10" opacity=".34"/>` +
    `<path d="M-108 -150V-136A108 27 0 0 0 108 -136V-150Z" fill="${oak}"/>` +
    `<ellipse cx="0" cy="-150" rx="108" ry="27" fill="${top}"/>${rings}` +
    `<ellipse cx="4" cy="-152" rx="32" ry="9" fill="#3A2812" opacity=".3"/>` +
    `<path d="M-15 -158C-12 -166 -20 -172 -23 -182A23 13 0 0 1 23 -182C20 -172 12 -166 15 -158A15 5 0 0 1 -15 -158Z" fill="${oak}"/>` +
    `<ellipse cx="0" cy="-184" rx="23" ry="9" fill="${top}"/>`
  );
}

/** A plate seen from above at an angle. */
export function plate(sheet, option, { radius = 220, tilt = 0.5, seed = 71, rise = 14 } = {}) {
  const glaze = GLAZE[option];
  const ry = radius * tilt;
  const face = sheet.linear([[0, glaze.light], [0.5, glaze.mid], [1, glaze.dark]], [0.05, 0, 0.95, 1]);
  const well = sheet.linear([[0, glaze.dark], [0.3, glaze.mid], [1, glaze.light]], [0, 0, 1, 1]);
  const random = thrown(seed);
  const dots = Array.from({ length: 40 }, () => {
    const [turn, out] = [random() * Math.PI * 2, Math.sqrt(random()) * 0.95];
    return `M${Math.round(Math.cos(turn) * out * radius)} ${Math.round(-rise - ry + Math.sin(turn) * out * ry)}h.1`;
  });
  const ellipse = (y, r, more) => `<ellipse cx="0" cy="${round(y - ry)}" rx="${round(r)}" ry="${round(r * tilt)}" ${more}/>`;
  return (
    ellipse(-2, radius * 0.96, `fill="${glaze.dark}"`) +
    ellipse(-rise * 0.5, radius, `fill="${sheet.linear([[0, CLAY.mid], [0.4, CLAY.light], [1, CLAY.dark]])}"`) +
    ellipse(-rise, radius, `fill="${face}"`) +
    ellipse(-rise, radius - 1, `fill="none" stroke="${glaze.edge}" stroke-width="2" opacity=".4"`) +
    ellipse(-rise + 1.5, radius - 3, `fill="none" stroke="#FFFFFF" stroke-width="1.6" opacity=".6"`) +
    ellipse(-rise + 2, radius * 0.7, `fill="${well}" opacity=".75"`) +
    ellipse(-rise + 5, radius * 0.675, `fill="${face}"`) +
    ellipse(-rise + 5, radius * 0.675, `fill="${sheet.radial([[0, "#FFFFFF", 0.4], [0.7, "#FFFFFF", 0]], [0.34, 0.3, 0.6])}"`) +
    `<path d="${dots.join("")}" stroke="${glaze.fleck}" stroke-width="2.4" stroke-linecap="round" opacity=".34"/>`
  );
}

export const stackOfPlates = (sheet, option, { count = 4, radius = 200, tilt = 0.3, step = 15 } = {}) =>
  Array.from({ length: count }, (_, i) =>
    place(0, -i * step, 1, plate(sheet, option, { radius, tilt, rise: 11, seed: 71 + i })),
  ).join("");

/** Lemons in the serving bowl: behind its front wall, so drawn only above the rim. */
export function lemons(sheet) {
  const skin = sheet.radial([[0, "#FBE58A"], [0.55, "#EBC64A"], [1, "#B98E22"]], [0.36, 0.3, 0.78]);
  const lemon = ([x, y, turn]) =>
    `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M-58 0C-50 -28 -26 -38 0 -38C26 -38 46 -28 54 -4C60 -2 62 4 56 8C48 30 26 38 0 38C-28 38 -50 26 -58 0Z" fill="${skin}"/><ellipse cx="-16" cy="-14" rx="20" ry="10" fill="#FFFFFF" opacity=".22"/></g>`;
  const dusk = sheet.linear([[0, "#3A2A08", 0], [1, "#3A2A08", 0.32]], [0, 0, 0, 1]);
  return sheet.inside(
    "M-210 -420H210V-124A203 54 0 0 1 -203 -124Z",
    [[-66, -152, -12], [78, -156, 16], [-128, -116, 14], [128, -118, -20], [4, -118, 6], [4, -196, -30]].map(lemon).join("") +
      `<ellipse cx="0" cy="-124" rx="204" ry="58" fill="${dusk}"/>`,
  );
}
