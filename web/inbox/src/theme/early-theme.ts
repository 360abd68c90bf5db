// Runs before the first paint, as a file of its own that blocks: no flash of the other theme, and no inline script.
import { followTheme } from "./theme.ts";

followTheme();
