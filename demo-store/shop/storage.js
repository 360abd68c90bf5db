/** What this browser keeps for the shop. A browser that refuses to keep anything gets a shop that forgets. */
export function read(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** All that the shop keeps. */
export function forgetEverything() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("hearthlow.")) localStorage.removeItem(key);
  } catch {
    // Forbidden: then there is nothing.
  }
}

export function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full or forbidden: the page goes on, and the next one starts empty.
  }
}
