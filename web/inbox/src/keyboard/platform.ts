/** Where Cmd is what Ctrl is elsewhere. */
export const isApple = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** Sends what is written and resolves the conversation with it. */
export const SEND_AND_RESOLVE = isApple ? "⌘+Shift+Enter" : "Ctrl+Shift+Enter";
