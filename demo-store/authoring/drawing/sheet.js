/**
 * One sheet of paper to draw on. It numbers gradients and clip paths so that many drawings fit on one sheet, and
 * writes each only once.
 */
export class Sheet {
  #definitions = new Map();

  /** A gradient from left to right, or along `[x1, y1, x2, y2]` of the painted shape. Stops: `[offset, colour, opacity?]`. */
  linear(stops, [x1, y1, x2, y2] = [0, 0, 1, 0]) {
    return this.#paint(`<linearGradient ID x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopsOf(stops)}</linearGradient>`);
  }

  /** A gradient from the centre outwards, or from `[cx, cy, r]` of the painted shape. */
  radial(stops, [cx, cy, r] = [0.5, 0.5, 0.5]) {
    return this.#paint(`<radialGradient ID cx="${cx}" cy="${cy}" r="${r}">${stopsOf(stops)}</radialGradient>`);
  }

  pattern(width, height, content, transform = "") {
    const turned = transform && ` patternTransform="${transform}"`;
    return this.#paint(
      `<pattern ID width="${width}" height="${height}" patternUnits="userSpaceOnUse"${turned}>${content}</pattern>`,
    );
  }

  blur(deviation) {
    return this.#paint(
      `<filter ID x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${deviation}"/></filter>`,
    );
  }

  /** `content` where it lies inside the outline `path`. */
  inside(path, content) {
    return `<g clip-path="${this.#paint(`<clipPath ID><path d="${path}"/></clipPath>`)}">${content}</g>`;
  }

  svg(width, height, content) {
    const definitions = [...this.#definitions.keys()].map((text) => text.replace("ID", `id="${this.#idOf(text)}"`));
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">\n` +
      `<defs>\n${definitions.join("\n")}\n</defs>\n${content}\n</svg>\n`
    );
  }

  #paint(definition) {
    if (!this.#definitions.has(definition)) {
      this.#definitions.set(definition, this.#definitions.size.toString(36));
    }
    return `url(#${this.#idOf(definition)})`;
  }

  #idOf(definition) {
    return `p${this.#definitions.get(definition)}`;
  }
}

const stopsOf = (stops) =>
  stops
    .map(([offset, colour, opacity]) => {
      const seeThrough = opacity === undefined ? "" : ` stop-opacity="${opacity}"`;
      return `<stop offset="${offset}" stop-color="${colour}"${seeThrough}/>`;
    })
    .join("");

/** Numbers that look thrown by hand and are the same every time. */
export function thrown(seed) {
  let state = seed * 2654435761;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const round = (number) => Math.round(number * 10) / 10;

/** A smooth line through points, without the first `M`. */
export function smooth(points) {
  const at = (index) => points[Math.max(0, Math.min(points.length - 1, index))];
  return points
    .slice(1)
    .map((end, i) => {
      const [before, start, after] = [at(i - 1), at(i), at(i + 2)];
      const one = [start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6];
      const two = [end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6];
      return `C${[...one, ...two, ...end].map(round).join(" ")}`;
    })
    .join("");
}

export const place = (x, y, scale, content) =>
  `<g transform="translate(${round(x)} ${round(y)})${scale === 1 ? "" : ` scale(${scale})`}">${content}</g>`;
