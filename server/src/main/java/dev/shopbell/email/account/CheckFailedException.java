package dev.shopbell.email.account;

import org.jspecify.annotations.Nullable;

/// A step went wrong. The cause stays where it was caught: servers repeat addresses.
final class CheckFailedException extends Exception {

    private final String code;
    private final @Nullable String said;

    CheckFailedException(String code) {
        this(code, null);
    }

    CheckFailedException(String code, @Nullable String said) {
        super(code, null, false, false);
        this.code = code;
        this.said = said == null ? null : SaidByServer.line(said);
    }

    StepResult at(CheckStep step) {
        return new StepResult(step, StepResult.State.FAILED, code, said);
    }
}
