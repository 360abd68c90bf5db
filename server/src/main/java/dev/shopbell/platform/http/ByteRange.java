package dev.shopbell.platform.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The one part of a file that a request asks for, RFC 9110, 14.1.2. `length` is 0 where the file
/// has no byte of it.
record ByteRange(long from, long length) {

    // As many digits as a long has at the least.
    private static final Pattern ONE =
            Pattern.compile("(?i)bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /// Empty where none is asked for, or several, or something that is no range: then the whole
    /// file is the answer.
    static Optional<ByteRange> asked(@Nullable String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header.strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(end(Long.parseLong(last), size));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
        return to < from ? Optional.empty() : Optional.of(between(from, to, size));
    }

    boolean isBeyond() {
        return length == 0;
    }

    long last() {
        return from + length - 1;
    }

    private static ByteRange end(long length, long size) {
        long within = Math.min(length, size);
        return new ByteRange(size - within, within);
    }

    private static ByteRange between(long from, long to, long size) {
        return from >= size
                ? new ByteRange(from, 0)
                : new ByteRange(from, Math.min(to, size - 1) - from + 1);
    }
}
