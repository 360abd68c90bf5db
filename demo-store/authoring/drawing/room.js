import { BACKDROP } from "./materials.js";

/** A soft wall and floor for a picture of one thing. */
export function backdrop(sheet, tone, { width = 600, height = 600, floor = 430 } = {}) {
  const [near, far] = BACKDROP[tone];
  const wall = sheet.linear([[0, near], [1, far]], [0, 0, 0.5, 1]);
  const light = sheet.radial([[0, "#FFFFFF", 0.7], [1, "#FFFFFF", 0]]);
  const ground = sheet.linear([[0, "#FFFFFF", 0.3], [1, "#FFFFFF", 0.02]], [0, 0, 0, 1]);
  return (
    `<rect width="${width}" height="${height}" fill="${wall}"/>` +
    `<ellipse cx="${width * 0.3}" cy="${height * 0.26}" rx="${width * 0.6}" ry="${height * 0.5}" fill="${light}" opacity=".55"/>` +
    `<rect y="${floor}" width="${width}" height="${height - floor}" fill="${ground}"/>`
  );
}

/** A room with morning light from a window on the left, and an oak table from `table` downwards. */
export function room(sheet, { width = 620, height = 700, table = 498, tone = ["#EFE9DD", "#D4C8B3"] } = {}) {
  const wall = sheet.linear([[0, tone[0]], [1, tone[1]]], [0, 0, 1, 1]);
  const wood = sheet.linear([[0, "#CBB899"], [1, "#AB9472"]], [0, 0, 0, 1]);
  const sun = sheet.linear([[0, "#FFFBF0", 0.95], [1, "#FFFBF0", 0.12]], [0, 0, 1, 1]);
  const gloss = sheet.radial([[0, "#FFF3DC", 0.5], [1, "#FFF3DC", 0]]);
  const step = 620;
  const beams = [];
  for (let x = 0; x < width; x += step) {
    beams.push(`<path d="M${x - 40} 40 ${x + 150} -20 ${x + 330} 360 ${x + 120} 420Z"/><path d="M${x + 190} -34 ${x + 330} -70 ${x + 520} 300 ${x + 370} 350Z"/>`);
  }
  const grain = [];
  for (let y = table + 30, i = 0; y < height; y += 38 + (i % 2) * 14, i += 1) {
    const sway = i % 2 ? 7 : -7;
    grain.push(`<path d="M0 ${y}C${width * 0.25} ${y + sway} ${width * 0.55} ${y - sway} ${width} ${y + sway * 0.4}"/>`);
  }
  return (
    `<rect width="${width}" height="${height}" fill="${wall}"/>` +
    `<g filter="${sheet.blur(9)}" fill="${sun}">${beams.join("")}</g>` +
    `<rect y="${table}" width="${width}" height="${height - table}" fill="${wood}"/>` +
    `<ellipse cx="${width * 0.26}" cy="${table + 40}" rx="${width * 0.4}" ry="70" fill="${gloss}" opacity=".7"/>` +
    `<rect y="${table}" width="${width}" height="2" fill="#FFF6E4" opacity=".55"/>` +
    `<rect y="${table + 2}" width="${width}" height="10" fill="${sheet.linear([[0, "#7A6444", 0.16], [1, "#7A6444", 0]], [0, 0, 0, 1])}"/>` +
    `<g stroke="#86704F" stroke-width="1" opacity=".24" fill="none">${grain.join("")}</g>`
  );
}
