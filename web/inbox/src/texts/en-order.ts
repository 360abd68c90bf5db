/** What is said while a list is sorted by hand. */
export const orderTexts = {
  move: (title: string) => `Move ${title}`,
  moveHint: "Press Space to lift, arrows to move, Space to drop.",
  moveUp: "Move up",
  moveDown: "Move down",
  moreOf: (title: string) => `Order of ${title}`,
  lifted: (title: string, at: number, of: number) =>
    `${title} lifted, ${at} of ${of}. Move it with the arrows, drop it with Space.`,
  movedTo: (title: string, at: number, of: number) => `${title}, ${at} of ${of}`,
  dropped: (title: string, at: number, of: number) => `${title} is now ${at} of ${of}.`,
  putBack: (title: string) => `${title} is back in its place.`,
};
