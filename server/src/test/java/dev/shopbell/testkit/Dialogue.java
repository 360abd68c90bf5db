package dev.shopbell.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;

/// What one connection and PostgreSQL say to each other, cut into trips. A trip ends when the
/// database has answered everything it was asked and the connection has to ask again to go on.
final class Dialogue {

    // The driver sends it together with what follows, and does not wait in between.
    private static final String AHEAD = "BEGIN";

    private static final char OUTSIDE_A_TRANSACTION = 'I';

    private final Queue<List<List<String>>> heard;
    private final ReentrantLock lock = new ReentrantLock();

    // By the names the driver gave them; the empty name is taken again and again.
    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();

    private List<String> trip = new ArrayList<>();
    private List<List<String>> transaction = new ArrayList<>();
    private int unanswered;
    private boolean isWaiting;

    // Before its first transaction pool and driver get to know a new connection.
    private boolean isInUse;

    Dialogue(Queue<List<List<String>>> heard) {
        this.heard = heard;
    }

    void asked(char type, byte[] body) {
        InputStream words = new ByteArrayInputStream(body);
        lock.lock();
        try {
            switch (type) {
                case 'P' -> statements.put(word(words), word(words)); // Parse
                case 'B' -> portals.put(word(words), statements.get(word(words))); // Bind
                case 'E' -> trip.add(portals.get(word(words))); // Execute
                case 'Q' -> ask(word(words)); // Query
                case 'S' -> sync();
                case 'H' -> back(); // Flush: an answer is waited for in the middle
                default -> {}
            }
        } finally {
            lock.unlock();
        }
    }

    void answered(char type, byte[] body) {
        lock.lock();
        try {
            boolean isReady = type == 'Z';
            if (isReady && unanswered > 0 && --unanswered == 0 && isWaiting) {
                back();
                if (body[0] == OUTSIDE_A_TRANSACTION) {
                    if (isInUse) {
                        heard.add(List.copyOf(transaction));
                    }
                    transaction = new ArrayList<>();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void ask(String sql) {
        trip.add(sql);
        unanswered++;
        isWaiting = !sql.equals(AHEAD);
        isInUse |= sql.equals(AHEAD);
    }

    private void sync() {
        unanswered++;
        isWaiting = true;
    }

    private void back() {
        transaction.add(List.copyOf(trip));
        trip = new ArrayList<>();
    }

    /// Up to the next zero byte.
    private static String word(InputStream words) {
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        try {
            for (int next = words.read(); next > 0; next = words.read()) {
                word.write(next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return word.toString(StandardCharsets.UTF_8);
    }
}
