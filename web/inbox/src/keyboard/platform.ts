/** Where Cmd is what Ctrl is elsewhere. */
export const isApple = /Mac|iP(hone|ad|od)/.test(navigator.platform);
