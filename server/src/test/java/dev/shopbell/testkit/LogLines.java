package dev.shopbell.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/// What the application writes to its log while this is open, traces included.
public final class LogLines extends Handler implements AutoCloseable {

    private static final PatternFormatter AS_PRINTED = new PatternFormatter("%p [%c] %s%e");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LogLines() {}

    public static LogLines listen() {
        LogLines listening = new LogLines();
        Logger.getLogger("").addHandler(listening);
        return listening;
    }

    public List<String> all() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord record) {
        lines.add(AS_PRINTED.format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
