package dev.shopbell.benchmark;

import java.nio.file.Path;
import java.util.Optional;

/// Something to measure.
public interface Scenario {

    String name();

    /// What this machine lacks to run it, as a sentence that says what to do; asked before anything
    /// is started.
    Optional<String> missing();

    /// `folder` is empty, and nobody looks at it afterwards.
    Result run(Length length, Path folder) throws Exception;
}
