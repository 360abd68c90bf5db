package dev.shopbell.commerce;

import java.time.Instant;
import java.util.List;

/// How far an import has come: how many lines were taken, what was in them, and mistakes behind a
/// line: a hundred at most, of the first ten thousand that there were.
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
