package dev.shopbell.email.account;

import dev.shopbell.email.account.StepResult.State;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/// How far a test has come. Every change is told at once.
final class CheckProgress {

    private static final Logger LOG = Logger.getLogger("shopbell.mail");
    private static final Duration MOST_FOR_A_STEP = Duration.ofSeconds(30);

    private final List<StepResult> results = new ArrayList<>();
    private final Consumer<List<StepResult>> listener;

    CheckProgress(List<CheckStep> steps, Consumer<List<StepResult>> listener) {
        steps.forEach(step -> results.add(StepResult.of(step, State.WAITING)));
        this.listener = listener;
    }

    /// What a step does.
    interface Attempt {
        void run() throws Exception;
    }

    /// Whether it went well. When it was not possible, because of what failed before, it is
    /// skipped.
    boolean attempt(CheckStep step, boolean isPossible, Attempt attempt) {
        if (!isPossible) {
            set(StepResult.of(step, State.SKIPPED));
            return false;
        }
        set(StepResult.of(step, State.RUNNING));
        StepResult result = within(step, attempt);
        set(result);
        return result.state() == State.OK;
    }

    private static StepResult within(CheckStep step, Attempt attempt) {
        try {
            Within.run(
                    MOST_FOR_A_STEP,
                    () -> {
                        attempt.run();
                        return step;
                    });
            return StepResult.of(step, State.OK);
        } catch (CheckFailedException e) {
            return e.at(step);
        } catch (IOException _) {
            return new CheckFailedException("hung_up").at(step);
        } catch (Exception e) {
            LOG.errorf(e, "email_check step=%s broke", step.word());
            return new CheckFailedException("broken").at(step);
        }
    }

    /// Of a step that this kind of test does not have, nothing is kept.
    void set(StepResult result) {
        results.replaceAll(known -> known.step() == result.step() ? result : known);
        listener.accept(results());
    }

    List<StepResult> results() {
        return List.copyOf(results);
    }

    boolean hasFailed() {
        return results.stream().anyMatch(result -> result.state() == State.FAILED);
    }
}
