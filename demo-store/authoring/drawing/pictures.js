import { PRODUCTS } from "../../shop/products.js";
import * as linen from "./linen.js";
import { backdrop, room } from "./room.js";
import { place, Sheet } from "./sheet.js";
import * as ware from "./stoneware.js";

/*
 * Every picture of the shop. `things` stand on the table: a thing is [x, y, scale, drawing, width of its shadow,
 * blur when it is out of focus].
 */

const pot = (draw, option, width, more) => (sheet) => ware.shadow(sheet, width) + ware[draw](sheet, option, more);
const folded = (draw, option, width) => (sheet) => linen.softShadowOnTable(sheet, width) + linen[draw](sheet, option);

const bowl = (option) => pot("bowl", option, 140);
const bowls = (option, more) => pot("stackOfBowls", option, 140, more);
const mug = (option, more) => pot("mug", option, 92, more);
const vase = (option) => pot("bottleVase", option, 96);
const jug = (option) => pot("jug", option, 110);
const servingBowl = (option) => pot("servingBowl", option, 190);
const mixingBowl = (option) => pot("mixingBowl", option, 190);
const saltPot = (option) => pot("saltPot", option, 122);
const plates = (option, more) => pot("stackOfPlates", option, 185, more);
const napkins = (option) => folded("napkins", option, 200);
const parcel = () => (sheet) => linen.softShadowOnTable(sheet, 195) + linen.parcel(sheet);

const standing = (sheet, things) =>
  things
    .map(([x, y, scale, draw, blur]) => {
      const thing = place(x, y, scale, draw(sheet));
      return blur ? `<g filter="${sheet.blur(blur)}">${thing}</g>` : thing;
    })
    .join("");

function alone(tone, things, more) {
  const sheet = new Sheet();
  return sheet.svg(600, 600, backdrop(sheet, tone, more) + standing(sheet, things));
}

function atHome(things, more) {
  const sheet = new Sheet();
  return sheet.svg(620, 700, room(sheet, more) + standing(sheet, things));
}

/** Per product: the picture of it alone, and the one of it at home. */
const DRAWN = {
  "ash-bowl-set-of-six": [
    (o) => alone("sand", [[204, 446, 0.7, bowls(o, { seed: 5 })], [394, 496, 0.76, bowls(o, { seed: 15 })]], { floor: 380 }),
    (o) =>
      atHome([
        [486, 512, 0.56, vase("cream"), 0.6],
        [160, 524, 0.66, jug(o === "moss" ? "cream" : "moss"), 0.35],
        [292, 572, 0.72, bowls(o)],
        [502, 566, 0.56, mug(o)],
      ]),
  ],
  "ash-bowl-small": [
    (o) => alone("oat", [[300, 452, 1.2, bowl(o)]]),
    (o) => atHome([[470, 516, 0.6, vase("cream"), 0.6], [176, 536, 0.66, napkins("sage"), 0.4], [330, 606, 1.02, bowl(o)]]),
  ],
  "dinner-plate": [
    (o) => alone("mist", [[300, 470, 1.12, pot("plate", o, 176, { radius: 220, tilt: 0.56 })]], { floor: 330 }),
    (o) =>
      atHome([
        [172, 522, 0.6, jug("cream"), 0.5],
        [492, 532, 0.6, mug(o), 0.3],
        [310, 600, 1.06, plates(o, { tilt: 0.32 })],
        [312, 520, 0.5, bowl(o)],
      ]),
  ],
  "breakfast-mug": [
    (o) => alone("mist", [[280, 462, 1.62, mug(o)]]),
    (o) => atHome([[168, 520, 0.74, jug("cream"), 0.6], [420, 540, 0.94, mug(o, { seed: 14 }), 0.2], [250, 606, 1.12, mug(o)]]),
  ],
  "serving-bowl": [
    (o) => alone("blush", [[300, 440, 1.12, servingBowl(o)]]),
    (o) =>
      atHome([
        [478, 512, 0.66, vase("cream"), 0.6],
        [120, 520, 0.54, bowls("ash"), 0.5],
        [300, 612, 1.1, (sheet) => servingBowl(o)(sheet) + ware.lemons(sheet)],
      ]),
  ],
  "bottle-vase": [
    (o) => alone("oat", [[300, 486, 0.96, vase(o)]], { floor: 440 }),
    (o) => atHome([[132, 530, 0.62, plates("ash"), 0.5], [352, 572, 1, vase(o)], [178, 618, 0.6, bowl("ash")]]),
  ],
  "jug-one-litre": [
    (o) => alone("sage", [[292, 486, 1.24, jug(o)]], { floor: 440 }),
    (o) => atHome([[476, 516, 0.66, mixingBowl(o === "cream" ? "moss" : "cream"), 0.6], [250, 584, 1.14, jug(o)], [468, 616, 0.7, mug("ash")]]),
  ],
  "mixing-bowl": [
    (o) => alone("sand", [[300, 466, 1.12, mixingBowl(o)]]),
    (o) => atHome([[140, 518, 0.74, jug(o === "moss" ? "cream" : "moss"), 0.5], [340, 590, 0.98, mixingBowl(o)], [122, 622, 0.62, saltPot("ink")]]),
  ],
  "salt-pot": [
    (o) => alone("mist", [[300, 466, 1.56, saltPot(o)]]),
    (o) => atHome([[430, 522, 0.78, mixingBowl("cream"), 0.7], [128, 516, 0.54, vase("cream"), 0.7], [272, 608, 1.2, saltPot(o)]]),
  ],
  "linen-napkins": [
    (o) => alone("sage", [[300, 412, 1.16, napkins(o)]], { floor: 250 }),
    (o) => atHome([[470, 520, 0.72, plates("ash"), 0.5], [140, 514, 0.56, vase("cream"), 0.6], [288, 640, 1.14, napkins(o)]]),
  ],
  "tea-towels": [
    (o) => alone("oat", [[296, 112, 1.04, hanging("teaTowels", o)]], { floor: 600 }),
    (o) => atHome([[304, 148, 1.02, hanging("teaTowels", o)], [196, 634, 0.62, bowls("ash")], [470, 628, 0.54, jug("moss")]], { table: 590 }),
  ],
  "linen-apron": [
    (o) => alone("blush", [[300, 84, 1.12, hanging("apron", o)]], { floor: 600 }),
    (o) => atHome([[300, 84, 1.16, hanging("apron", o)], [470, 652, 0.5, mixingBowl("cream")], [130, 656, 0.56, mug("ash")]], { table: 606 }),
  ],
};

const hanging = (draw, option) => (sheet) => linen[draw](sheet, option);

function welcome() {
  const sheet = new Sheet();
  const things = [
    [1296, 494, 0.66, vase("cream"), 0.6],
    [700, 490, 0.72, plates("ash"), 0.6],
    [860, 512, 0.86, jug("moss"), 0.4],
    [1190, 534, 0.7, saltPot("ink"), 0.2],
    [1030, 584, 0.96, bowls("ash")],
    [1268, 606, 0.78, mug("ash")],
    [742, 622, 0.72, napkins("sage")],
  ];
  return sheet.svg(1440, 660, room(sheet, { width: 1440, height: 660, table: 474 }) + standing(sheet, things));
}

/** Two boards in the workshop with this week's firing. */
function shelf() {
  const sheet = new Sheet();
  const board = (y) =>
    `<rect x="0" y="${y + 22}" width="960" height="34" fill="#3A2E1E" opacity=".12" filter="${sheet.blur(9)}"/>` +
    `<rect x="0" y="${y}" width="960" height="26" fill="${sheet.linear([[0, "#D6BC92"], [0.5, "#C09C6C"], [1, "#9C7A4B"]], [0, 0, 0, 1])}"/>` +
    `<path d="M0 ${y + 9}C240 ${y + 5} 420 ${y + 13} 960 ${y + 8}M0 ${y + 17}C300 ${y + 20} 560 ${y + 13} 960 ${y + 18}" fill="none" stroke="#7E5F38" opacity=".3"/>`;
  const upper = [
    [96, 276, 0.5, bowls("ash", { seed: 2 })], [232, 276, 0.56, mug("moss")], [352, 276, 0.56, mug("ash")], [472, 276, 0.56, mug("ink")],
    [620, 276, 0.54, vase("cream")], [722, 276, 0.48, vase("rust")], [862, 276, 0.6, jug("moss")],
  ];
  const lower = [
    [132, 562, 0.56, mixingBowl("cream")], [330, 562, 0.58, plates("ash", { tilt: 0.22 })], [512, 562, 0.56, saltPot("ash")],
    [672, 562, 0.56, bowls("ink", { seed: 8 })], [838, 562, 0.5, servingBowl("rust")],
  ];
  return sheet.svg(
    960,
    640,
    room(sheet, { width: 960, height: 640, table: 900, tone: ["#F1ECE2", "#DAD0BE"] }) +
      board(274) + standing(sheet, upper) + board(560) + standing(sheet, lower),
  );
}

/** The arch over the fire, as in the browser's tab. */
const mark = () => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 22 22" width="22" height="22">
<rect width="22" height="22" rx="6" fill="#2F4A3E"/>
<path d="M5.600 15.800V11a5.400 5.400 0 0 1 10.800 0v4.800" fill="none" stroke="#F3EFE6" stroke-width="1.700" stroke-linecap="round"/>
<path d="M11 15.800c-1.500 0-2.400-1-2.400-2.250 0-1.500 1.600-2 2.400-3.800.8 1.800 2.400 2.300 2.400 3.800 0 1.250-.9 2.250-2.400 2.250Z" fill="#E3B98F"/>
</svg>
`;

/** Every file under pictures/, by its path. */
export function pictures() {
  const drawn = [
    ["mark.svg", mark()],
    ["welcome.svg", welcome()],
    ["shelf.svg", shelf()],
    ["parcel.svg", alone("oat", [[300, 424, 1.16, parcel()]], { floor: 240 })],
  ];
  for (const product of PRODUCTS) {
    const [plain, home] = DRAWN[product.slug];
    for (const { id } of product.choice.options) {
      drawn.push([`${product.slug}/${id}.svg`, plain(id)], [`${product.slug}/${id}-at-home.svg`, home(id)]);
    }
  }
  return drawn.map(([path, content]) => [`pictures/${path}`, content]);
}
