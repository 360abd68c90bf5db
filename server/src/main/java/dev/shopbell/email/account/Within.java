package dev.shopbell.email.account;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/// A step of a test that a server does not answer in time has failed.
final class Within {

    private Within() {}

    static <T> T run(Duration time, Callable<T> work) throws Exception {
        try {
            return dev.shopbell.platform.mail.Within.run(time, work);
        } catch (TimeoutException _) {
            throw new CheckFailedException("no_answer");
        }
    }
}
