import { LINEN } from "./materials.js";
import { round } from "./sheet.js";

/** The weave, just visible: threads both ways. */
const weave = (sheet, colour, transform) =>
  sheet.pattern(5, 5, `<path d="M0 1H5M1 0V5" stroke="${colour}" stroke-width="1" opacity=".2"/><path d="M0 3.500H5M3.500 0V5" stroke="#FFFFFF" stroke-width=".8" opacity=".22"/>`, transform);

/** Four folded napkins, one on another, seen from a corner. Stands on (0, 0). */
export function napkins(sheet, option, { count = 4 } = {}) {
  const cloth = LINEN[option];
  const thick = 24;
  const layers = Array.from({ length: count }, (_, i) => {
    const up = -i * (thick + 4);
    const shift = [0, 5, -4, 3][i % 4];
    const last = i === count - 1;
    const [left, right, front, back] = [`${-196 + shift} ${-96 + up}`, `${200 + shift} ${-104 + up}`, `${6 + shift} ${-8 + up}`, `${2 + shift} ${-186 + up}`];
    const down = (x, y) => `${x + shift} ${y + up}`;
    return (
      // the folded edge on the left is round, the open edges on the right show the two halves of the cloth
      `<path d="M${left}C${down(-214, -88)} ${down(-214, -70)} ${down(-196, -70)}L${down(4, 18)}C${down(8, 20)} ${down(10, 16)} ${front}Z" fill="${sheet.linear([[0, cloth.light], [0.35, cloth.mid], [1, cloth.dark]], [0, 0, 0.25, 1])}"/>` +
      `<path d="M${front}L${down(6, 18)}L${down(200, -80)}V${-104 + up}Z" fill="${sheet.linear([[0, cloth.dark], [1, cloth.deep]])}"/>` +
      `<path d="M${down(6, 5)}L${down(200, -92)}" stroke="${cloth.deep}" stroke-width="2.500" opacity=".8"/>` +
      `<path d="M${left}L${back}L${right}L${front}Z" fill="${sheet.linear([[0, cloth.light], [0.6, cloth.mid], [1, cloth.dark]], [0.1, 0, 0.9, 1])}"/>` +
      (last
        ? `<path d="M${left}L${back}L${right}L${front}Z" fill="${weave(sheet, cloth.deep, "matrix(.9 .42 -.9 .42 0 0)")}" opacity=".8"/>` +
          `<g stroke="${cloth.stripe}" fill="none" opacity=".9"><path d="M${down(-144, -120)}L${down(58, -33)}" stroke-width="8"/><path d="M${down(-126, -129)}L${down(78, -43)}" stroke-width="3.500"/></g>` +
          `<g fill="none" stroke="${cloth.deep}" stroke-width="1.300" stroke-dasharray="4 3.500" opacity=".55"><path d="M${down(-184, -95)}L${down(5, -15)}L${down(186, -103)}"/></g>` +
          `<path d="M${left}L${front}L${right}" fill="none" stroke="#FFFFFF" stroke-width="2" opacity=".45"/>`
        : "")
    );
  });
  return layers.join("");
}

/** A pair of towels over a wooden rail. (0, 0) is the middle of the rail. */
export function teaTowels(sheet, option) {
  const rail = sheet.linear([[0, "#E4C89F"], [0.45, "#C79F6F"], [1, "#8C6638"]], [0, 0, 0, 1]);
  const hook = (x) => `<path d="M${x} -44V-6" stroke="#3A3F40" stroke-width="7" stroke-linecap="round"/><circle cx="${x}" cy="-46" r="9" fill="#3A3F40"/>`;
  return (
    `<rect x="-250" y="14" width="510" height="16" rx="8" fill="#3A2E1E" opacity=".16"/>` +
    towel(sheet, -118, 196, 372, LINEN[option], 0) +
    hook(-216) + hook(216) +
    `<rect x="-252" y="-9" width="504" height="19" rx="9.500" fill="${rail}"/>` +
    overTheRail(sheet, -118, 196, LINEN[option]) +
    towel(sheet, 104, 168, 306, LINEN[option], 1) +
    overTheRail(sheet, 104, 168, LINEN[option])
  );
}

function towel(sheet, x, width, long, cloth, which) {
  const [l, r] = [x - width / 2, x + width / 2];
  const folds = sheet.linear([[0, cloth.mid], [0.1, cloth.light], [0.26, cloth.mid], [0.34, cloth.dark], [0.42, cloth.light], [0.62, cloth.mid], [0.7, cloth.dark], [0.78, cloth.mid], [0.9, cloth.light], [1, cloth.dark]]);
  const path = `M${l + 2} -8H${r - 2}C${r + 1} ${long * 0.4} ${r - 4} ${long * 0.7} ${r + 4} ${long}C${r - 30} ${long + 8} ${r - 50} ${long - 5} ${x + 14} ${long + 4}C${x - 20} ${long + 10} ${l + 30} ${long - 4} ${l - 4} ${long + 6}C${l + 4} ${long * 0.6} ${l - 1} ${long * 0.3} ${l + 2} -8Z`;
  const stripe = (y, thick) => `<path d="M${l - 6} ${y}C${l + 40} ${y + 6} ${x - 20} ${y - 4} ${x} ${y}C${x + 30} ${y + 6} ${r - 30} ${y - 6} ${r + 6} ${y}" stroke-width="${thick}"/>`;
  const stripes = which === 0
    ? [long - 92, long - 74, long - 56].map((y, i) => stripe(y, [4, 11, 4][i])).join("")
    : [60, 100, 140, 180, 220, 260].map((y) => stripe(y, 4)).join("");
  return (
    `<path d="${path}" fill="#3A2E1E" opacity=".17" transform="translate(16 14)" filter="${sheet.blur(6)}"/>` +
    sheet.inside(
      path,
      `<path d="${path}" fill="${folds}"/><path d="${path}" fill="${weave(sheet, cloth.deep, "")}" opacity=".55"/>` +
        `<g fill="none" stroke="${cloth.stripe}" opacity=".9">${stripes}</g>` +
        `<path d="M${l} ${long - 16}C${x - 40} ${long - 8} ${x + 40} ${long - 20} ${r} ${long - 14}" fill="none" stroke="${cloth.deep}" stroke-width="1.300" stroke-dasharray="4 3.500" opacity=".5"/>` +
        `<path d="${path}" fill="${sheet.linear([[0, "#2A1E10", 0.26], [0.1, "#2A1E10", 0], [0.85, "#2A1E10", 0], [1, "#2A1E10", 0.12]], [0, 0, 0, 1])}"/>`,
    )
  );
}

function overTheRail(sheet, x, width, cloth) {
  const [l, r] = [x - width / 2 + 1, x + width / 2 - 1];
  const round = sheet.linear([[0, cloth.mid], [0.4, cloth.light], [1, cloth.dark]], [0, 0, 0, 1]);
  return `<path d="M${l} 14V-8C${l} -16 ${l + 4} -17 ${l + 8} -17H${r - 8}C${r - 4} -17 ${r} -16 ${r} -8V14Z" fill="${round}"/>`;
}

/** An apron on a peg. (0, 0) is the peg. */
export function apron(sheet, option) {
  const cloth = LINEN[option];
  const folds = sheet.linear([[0, cloth.dark], [0.12, cloth.light], [0.3, cloth.mid], [0.38, cloth.dark], [0.46, cloth.light], [0.66, cloth.mid], [0.74, cloth.dark], [0.82, cloth.mid], [0.93, cloth.light], [1, cloth.dark]]);
  const body = "M-62 92C-30 98 30 98 62 92C70 140 84 176 128 196C136 262 134 330 142 404C90 418 40 404 2 412C-50 420 -96 404 -142 410C-134 330 -138 262 -130 198C-86 176 -70 140 -62 92Z";
  const pocket = "M-66 236C-26 244 26 244 66 236C68 268 66 296 64 324C22 332 -24 332 -64 324C-66 296 -68 268 -66 236Z";
  const strap = (d) =>
    `<path d="${d}" fill="none" stroke="${cloth.deep}" stroke-width="13" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${cloth.mid}" stroke-width="10" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${cloth.light}" stroke-width="3" opacity=".6" transform="translate(-2 0)"/>`;
  const stitch = (d) => `<path d="${d}" fill="none" stroke="${cloth.stripe}" stroke-width="1.500" stroke-dasharray="5 4" opacity=".75"/>`;
  return (
    `<g fill="#3A2E1E" opacity=".18" filter="${sheet.blur(8)}"><path d="${body}" transform="translate(22 16)"/></g>` +
    `<path d="M8 10C30 40 44 66 62 98" fill="none" stroke="#3A2E1E" stroke-width="9" opacity=".12" transform="translate(12 8)"/>` +
    strap("M-128 206C-170 250 -150 330 -164 392") + strap("M128 204C160 262 150 300 158 356") +
    strap("M-54 98C-40 54 -16 14 0 2C16 14 40 54 54 98") +
    sheet.inside(
      body,
      `<path d="${body}" fill="${folds}"/><path d="${body}" fill="${weave(sheet, cloth.deep, "")}" opacity=".55"/>` +
        `<path d="M-62 92C-30 98 30 98 62 92V112C30 118 -30 118 -62 112Z" fill="#FFFFFF" opacity=".16"/>` +
        `<path d="${body}" fill="${sheet.linear([[0, "#2A1E10", 0.08], [0.3, "#2A1E10", 0], [0.75, "#2A1E10", 0.02], [1, "#2A1E10", 0.2]], [0, 0, 0, 1])}"/>`,
    ) +
    stitch("M-56 113C-30 119 30 119 56 113") + stitch("M-132 394C-90 400 -50 404 2 398C40 392 90 404 132 392") +
    `<path d="${pocket}" fill="#2A1E10" opacity=".16" transform="translate(5 7)"/>` +
    `<path d="${pocket}" fill="${folds}"/><path d="${pocket}" fill="${weave(sheet, cloth.deep, "")}" opacity=".55"/>` +
    `<path d="M-66 236C-26 244 26 244 66 236L66 252C26 260 -26 260 -66 252Z" fill="#FFFFFF" opacity=".18"/>` +
    stitch("M-61 246C-58 276 -60 300 -58 318C-22 325 22 325 58 318C60 296 62 270 61 246") + stitch("M0 244V326") +
    `<ellipse cx="5" cy="6" rx="20" ry="17" fill="#3A2E1E" opacity=".2"/>` +
    `<circle cx="0" cy="-2" r="17" fill="${sheet.radial([[0, "#EBD2AB"], [0.6, "#C79F6F"], [1, "#8C6638"]], [0.35, 0.3, 0.75])}"/>`
  );
}

/** A parcel in brown paper with twine and a card, as every order leaves the workshop. */
export function parcel(sheet) {
  const front = sheet.linear([[0, "#D9B68B"], [1, "#B98F60"]], [0, 0, 1, 1]);
  const twine = (d, w = 5) => `<path d="${d}" fill="none" stroke="#7C6848" stroke-width="${w + 2}" opacity=".35" transform="translate(1 3)"/><path d="${d}" fill="none" stroke="#EFE6D2" stroke-width="${w}" stroke-linecap="round"/><path d="${d}" fill="none" stroke="#B6A98C" stroke-width="${w}" stroke-dasharray="2 6" opacity=".7"/>`;
  return (
    `<path d="M-190 -150 0 -62V40L-190 -52Z" fill="${front}"/>` +
    `<path d="M190 -160 0 -62V40L190 -62Z" fill="${sheet.linear([[0, "#AB8152"], [1, "#8C663C"]])}"/>` +
    `<path d="M-190 -150 0 -240 190 -160 0 -62Z" fill="${sheet.linear([[0, "#EBCDA6"], [1, "#C79E6E"]], [0, 0, 1, 1])}"/>` +
    `<path d="M-190 -150 0 -62 190 -160" fill="none" stroke="#F6E2C4" stroke-width="2.500" opacity=".7"/>` +
    `<path d="M-120 -118C-100 -96 -110 -70 -126 -40M60 -90C70 -60 50 -40 64 -10M-30 -226C-10 -200 10 -190 40 -182" fill="none" stroke="#8A6337" stroke-width="1.500" opacity=".28"/>` +
    twine("M-98 -107V-6") + twine("M-98 -107 96 -200") + twine("M96 -111V-12") + twine("M96 -111 -94 -195") +
    `<g transform="translate(56 -142) rotate(14)"><path d="M-58 -30 52 -22 46 34 -62 24Z" fill="#3A2A14" opacity=".22" transform="translate(5 6)"/><path d="M-58 -30 52 -22 46 34 -62 24Z" fill="#FFFDF7"/><g stroke="#6A7A66" stroke-width="2" fill="none" stroke-linecap="round"><path d="M-42 -12C-34 -20 -28 -4 -20 -12S-4 -16 4 -10 20 -14 30 -9"/><path d="M-44 2C-34 -5 -26 9 -16 2S4 0 12 5"/><path d="M-46 14C-40 9 -34 17 -28 13"/></g></g>` +
    `<g transform="translate(-2 -154)"><path d="M0 0C-44 -50 -84 -24 -48 2C-34 12 -12 8 0 0C38 -46 82 -34 52 -2C38 12 14 8 0 0Z" fill="none" stroke="#7C6848" stroke-width="6" opacity=".3" transform="translate(2 5)"/><path d="M0 0C-44 -50 -84 -24 -48 2C-34 12 -12 8 0 0C38 -46 82 -34 52 -2C38 12 14 8 0 0ZM0 0C-12 14 -26 22 -44 30M0 0C14 16 24 20 38 34" fill="none" stroke="#EFE6D2" stroke-width="5" stroke-linecap="round"/><circle r="7" fill="#DDD1B6"/></g>`
  );
}

export const softShadowOnTable = (sheet, width) => {
  const cast = sheet.radial([[0, "#3F3120", 0.5], [0.55, "#3F3120", 0.26], [1, "#3F3120", 0]]);
  return `<ellipse cx="${round(width * 0.12)}" cy="${round(-width * 0.28)}" rx="${round(width * 1.3)}" ry="${round(width * 0.5)}" fill="${cast}"/>`;
};
