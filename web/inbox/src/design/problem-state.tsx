import { texts } from "../texts/en.ts";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { Icon } from "./icon.tsx";

interface Props {
  readonly text: string;
  readonly onRetry: () => void;
}

/** Something could not be loaded; the reader may ask again. */
export function ProblemState({ text, onRetry }: Props) {
  return (
    <EmptyState
      title={texts.problem.title}
      actions={
        <Button kind="secondary" onClick={onRetry}>
          <Icon name="retry" />
          {texts.problem.retry}
        </Button>
      }
    >
      <span role="alert">{text}</span>
    </EmptyState>
  );
}
