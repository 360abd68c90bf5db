declare module "virtual:emoji" {
  /** In the order of Unicode: the sign, its name, its group, its codes without colons, and other words for it. */
  export const emoji: readonly (readonly [string, string, number, readonly string[], string])[];
}
