package dev.shopbell.email.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A test of e-mail, while it runs and afterwards.
///
/// @param version of the settings that were tested; 0: the installation's
/// @param worked null while it runs
record CheckView(
        UUID id,
        int version,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Boolean worked,
        List<StepResult> steps) {}
