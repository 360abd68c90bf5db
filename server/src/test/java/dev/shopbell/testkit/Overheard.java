package dev.shopbell.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the application asked PostgreSQL for the sake of a request, as heard on the line between
/// them; not what it asks of its own accord.
public final class Overheard {

    // Longer than anything the server looks at regularly is kept.
    private static final Duration QUIET = Duration.ofSeconds(7);

    private static final Set<String> FRAME = Set.of("BEGIN", "COMMIT", "ROLLBACK");
    private static final Pattern OF_JOBS = Pattern.compile("(?i)\\b(from|update|into)\\s+job\\b");

    private final Queue<List<List<String>>> transactions;
    private final Set<List<String>> ofItsOwnAccord;

    private Overheard(Queue<List<List<String>>> transactions, Set<List<String>> ofItsOwnAccord) {
        this.transactions = transactions;
        this.ofItsOwnAccord = ofItsOwnAccord;
    }

    /// Listens for a while in which nobody asks for anything, to know what does not count.
    public static Overheard afterSilence(Queue<List<List<String>>> transactions)
            throws InterruptedException {
        transactions.clear();
        Thread.sleep(QUIET);
        return new Overheard(
                transactions,
                transactions.stream().map(Overheard::statements).collect(Collectors.toSet()));
    }

    /// The trips that it took, each with its statements.
    public List<List<String>> tripsOf(Runnable request) {
        transactions.clear();
        request.run();
        List<List<String>> trips = new ArrayList<>();
        for (List<List<String>> transaction : transactions) {
            if (!isOfItsOwnAccord(statements(transaction))) {
                trips.addAll(transaction);
            }
        }
        return trips;
    }

    /// The scheduler's heartbeats and what it looks for now and then are not heard in every
    /// silence.
    private boolean isOfItsOwnAccord(List<String> statements) {
        return ofItsOwnAccord.contains(statements)
                || statements.stream()
                        .allMatch(each -> FRAME.contains(each) || OF_JOBS.matcher(each).find());
    }

    /// On how many trips they went is the driver's and the moment's business.
    private static List<String> statements(List<List<String>> transaction) {
        return transaction.stream().flatMap(List::stream).toList();
    }

    /// The statements that it took, BEGIN and COMMIT among them.
    public List<String> statementsOf(Runnable request) {
        return tripsOf(request).stream().flatMap(List::stream).toList();
    }
}
