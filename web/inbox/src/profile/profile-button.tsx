import type { ReactNode } from "react";
import { useLive } from "../live/live.ts";
import { useProfileOpen } from "./profile-open.ts";

interface Props {
  readonly conversation: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** Shows and hides who writes. */
export function ProfileButton({ conversation, className, children }: Props) {
  const { staff } = useLive();
  const { isOpen, toggle } = useProfileOpen(staff.id, conversation);
  return (
    <button
      type="button"
      className={className}
      aria-expanded={isOpen}
      data-opens-profile=""
      onClick={toggle}
    >
      {children}
    </button>
  );
}
