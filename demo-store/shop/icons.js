import { html } from "./html.js";

const icon = (shape, size = 20) =>
  html`<svg class="icon" width="${size}" height="${size}" viewBox="0 0 20 20" aria-hidden="true">${shape}</svg>`;

export const ICONS = {
  menu: icon(html`<path d="M3 6.500h14M3 13.500h14"/>`, 22),
  search: icon(html`<circle cx="9" cy="9" r="5.100"/><path d="m12.800 12.800 3.450 3.450"/>`),
  orders: icon(html`<circle cx="10" cy="7" r="3"/><path d="M4.250 16.250c.6-2.800 2.900-4.400 5.750-4.400s5.150 1.600 5.750 4.400"/>`),
  cart: icon(
    html`<path d="M5.100 6.900h9.800l.85 8.100a1.350 1.350 0 0 1-1.350 1.500H5.600A1.350 1.350 0 0 1 4.250 15Z"/><path d="M7.250 9V6.100a2.750 2.750 0 0 1 5.500 0V9"/>`,
  ),
  plus: icon(html`<path d="M10 4.500v11" class="upright"/><path d="M4.500 10h11"/>`, 18),
  minus: icon(html`<path d="M4.500 10h11"/>`, 18),
  forward: icon(html`<path d="M4 10h11.600M10.800 5l4.900 5-4.900 5"/>`, 18),
  check: icon(html`<path d="m4.500 10.600 3.600 3.600 7.400-8.200"/>`, 18),
};
