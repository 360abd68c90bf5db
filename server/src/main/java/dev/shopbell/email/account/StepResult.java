package dev.shopbell.email.account;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a step went.
///
/// @param code the stable word for what is wrong, or notable; null when nothing is
/// @param said what the other side said to it: one line, see [SaidByServer]
record StepResult(CheckStep step, State state, @Nullable String code, @Nullable String said) {

    enum State {
        WAITING,
        RUNNING,
        OK,
        /// Mail goes, but not as well as it could.
        WARNING,
        FAILED,
        /// Could not be tried, because of what failed before.
        SKIPPED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static StepResult of(CheckStep step, State state) {
        return new StepResult(step, state, null, null);
    }

    static StepResult warning(CheckStep step, String code) {
        return new StepResult(step, State.WARNING, code, null);
    }
}
