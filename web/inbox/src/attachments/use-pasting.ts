import { useEffect, useRef } from "react";
import { pastedFiles } from "./pasted-files.ts";

/** Takes pasted files, also where no field has the focus: a screenshot is pasted before one has thought of where. */
export function usePasting(onFiles: (files: readonly File[]) => void): void {
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = pastedFiles(event);
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    addEventListener("paste", onPaste);
    return () => removeEventListener("paste", onPaste);
  }, []);
}
