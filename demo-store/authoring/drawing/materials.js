/** What the things are made of. `light` faces the window on the left, `dark` turns away from it. */
export const GLAZE = {
  ash: { light: "#F4F2EC", mid: "#DEDACF", dark: "#A9A293", bounce: "#C2BBAC", well: "#AFA899", floor: "#D6D1C5", edge: "#8C7355", fleck: "#5B4A36" },
  moss: { light: "#9DAE98", mid: "#73886F", dark: "#43533F", bounce: "#5B6C57", well: "#485947", floor: "#7C8F78", edge: "#6B5536", fleck: "#2B3328" },
  ink: { light: "#76818C", mid: "#47515B", dark: "#20262C", bounce: "#39424A", well: "#262D34", floor: "#525C66", edge: "#5A4636", fleck: "#DDE3E8" },
  cream: { light: "#FFFCF5", mid: "#F0E8DA", dark: "#BFB198", bounce: "#D8CCB6", well: "#C4B69E", floor: "#E8DFCE", edge: "#A5865F", fleck: "#7A6548" },
  rust: { light: "#D9A382", mid: "#B87453", dark: "#7A4630", bounce: "#97604A", well: "#7F4A33", floor: "#B97A5B", edge: "#5E3524", fleck: "#3C2016" },
};

export const CLAY = { light: "#CFA381", mid: "#B4825E", dark: "#84583C", bounce: "#9C6D4C" };

export const OAK = { light: "#E0C39A", mid: "#C79F6F", dark: "#94703F", bounce: "#AE8656", grain: "#7E5B33" };

export const LINEN = {
  oat: { light: "#F8F3E9", mid: "#E8DFCF", dark: "#C3B59C", deep: "#9E8F76", stripe: "#7C8C76" },
  sage: { light: "#C6D0BD", mid: "#A6B39B", dark: "#7D8C74", deep: "#5E6C57", stripe: "#F1ECE0" },
  slate: { light: "#9BA5AE", mid: "#78838D", dark: "#545E68", deep: "#3C454E", stripe: "#E9E4D8" },
};

/** Soft walls for pictures of one thing. */
export const BACKDROP = {
  sand: ["#F4EEE4", "#E3D8C7"],
  sage: ["#EAEEE5", "#CFD8C8"],
  mist: ["#EBEEF0", "#D0D7DC"],
  blush: ["#F6EBE4", "#E5D2C6"],
  oat: ["#F7F3EB", "#E6DECF"],
};

/** Roundness: how a material runs from the lit side over the highlight to the shadow and the light bounced back. */
export const roundness = (sheet, { light, mid, dark, bounce }) =>
  sheet.linear([[0, mid], [0.2, light], [0.5, mid], [0.86, dark], [1, bounce]], [0, 0, 1, 0.12]);
