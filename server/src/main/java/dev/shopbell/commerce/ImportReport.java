package dev.shopbell.commerce;

import java.time.Instant;
import java.util.List;

/// How far an import has come: how many lines were taken, what was in them, and the first mistakes.
public record ImportReport(
        ImportId id,
        long lines,
        long customers,
        long products,
        long orders,
        long wrong,
        Instant startedAt,
        Instant changedAt,
        List<ImportMistake> mistakes) {

    public ImportReport {
        mistakes = List.copyOf(mistakes);
    }
}
