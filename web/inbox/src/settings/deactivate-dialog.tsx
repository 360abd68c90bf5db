import type { TeamMember } from "@shopbell/protocol/team";
import { settingsTexts } from "../texts/en-settings.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { problemText } from "./problem-text.ts";
import type { Team } from "./team.ts";

interface Props {
  readonly team: Team;
  readonly member: TeamMember;
  readonly onClose: () => void;
}

export function DeactivateDialog({ team, member, onClose }: Props) {
  const deactivate = async () => {
    const outcome = await team.api.deactivate(member.id);
    if (outcome.kind !== "done") return problemText(outcome);
    await team.changed(settingsTexts.staff.isDeactivated(member.name));
    return null;
  };
  return (
    <ConfirmDialog
      title={settingsTexts.confirm.deactivateTitle(member.name)}
      text={settingsTexts.confirm.deactivate}
      submit={settingsTexts.staff.deactivate}
      onConfirm={deactivate}
      onClose={onClose}
    />
  );
}
