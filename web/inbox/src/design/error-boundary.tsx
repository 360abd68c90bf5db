import { Component, type ReactNode } from "react";
import { texts } from "../texts/en.ts";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly broken: boolean;
}

/** Stands in for a page that broke, or of which a part could not be fetched: drafts and unsent replies are on the device. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { broken: false };

  static getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <EmptyState
        title={texts.problem.title}
        actions={
          <Button kind="secondary" onClick={() => window.location.reload()}>
            {texts.connection.reload}
          </Button>
        }
      >
        <span role="alert">{texts.problem.broken}</span>
      </EmptyState>
    );
  }
}
