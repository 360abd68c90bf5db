package dev.shopbell.benchmark.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.benchmark.Length;
import dev.shopbell.benchmark.Result;
import dev.shopbell.benchmark.Scenario;
import dev.shopbell.benchmark.program.Server;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What staff open all day, in a store with a thousand conversations and in one with a million,
/// both in one database. The large one takes a while to make, so it is kept; a run that was
/// interrupted goes on with it.
public final class Inbox implements Scenario {

    private static final List<String> VIEWS =
            List.of("all", "unread", "unresolved", "resolved", "mine", "unassigned", "blocked");
    private static final int SMALL = 1_000;
    private static final int LARGE = 1_000_000;
    private static final int LARGE_WHEN_QUICK = 20_000;
    private static final int THREADS = 400;
    private static final String AS_LARGE = "≤ 1.5";
    private static final String SEARCH = "≤ 150";

    private final SplittableRandom random = new SplittableRandom(5);

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public Result run(Length length, Path folder) throws IOException, SQLException {
        boolean isWhole = length == Length.FULL;
        Path data = isWhole ? Files.createDirectories(kept()) : folder;
        SeededStore small = new SeededStore(1, SMALL);
        SeededStore large = new SeededStore(2, isWhole ? LARGE : LARGE_WHEN_QUICK);
        try (Server server = Server.start(data)) {
            new Seeding(server.postgres()).seed(List.of(small, large));
            server.postgres().runAsSuperuser("CHECKPOINT");
            try (Browser inSmall = new Browser(server, small);
                    Browser inLarge = new Browser(server, large)) {
                return result(length, small, large, inSmall, inLarge);
            }
        }
    }

    private static Path kept() {
        return Path.of(System.getProperty("shopbell.work")).resolveSibling("kept").resolve("inbox");
    }

    private Result result(
            Length length, SeededStore small, SeededStore large, Browser inSmall, Browser inLarge) {
        Result result =
                new Result(
                        "Lists, counts, threads and search: %,d conversations beside %,d, ten messages each"
                                .formatted(large.conversations(), small.conversations()));
        int times = length == Length.FULL ? 400 : 40;
        openForTheFirstTime(result, large, inLarge, times);
        for (var page : pages(small, large, inSmall, inLarge).entrySet()) {
            compare(result, page.getKey(), page.getValue(), inSmall, inLarge, times);
        }
        for (var sought : searches().entrySet()) {
            Timings timings = new Timings();
            for (int n = 0; n < times; n++) {
                timings.add(inLarge.time(search(sought.getValue().get())));
            }
            result.add("search, " + sought.getKey() + ", median", timings.median(), "ms")
                    .add("search, " + sought.getKey() + ", p99", timings.p99(), "ms", SEARCH);
        }
        return result.remark(
                "The one who looks sees what is assigned to nobody (40 %) and to them (5 %); the rest is their"
                        + " colleagues'. Requests one after the other, over HTTP, in turns.");
    }

    /// The same page in both stores.
    private record Pages(Supplier<String> small, Supplier<String> large) {}

    private Map<String, Pages> pages(
            SeededStore small, SeededStore large, Browser inSmall, Browser inLarge) {
        Map<String, Pages> pages = new LinkedHashMap<>();
        for (String view : VIEWS) {
            pages.put("list, " + view, both("/conversations?limit=50&view=" + view));
        }
        pages.put(
                "next page, all",
                new Pages(always(secondPage(inSmall)), always(secondPage(inLarge))));
        pages.put("counts and unread, all views", both("/inbox"));
        pages.put("thread", new Pages(inTurns(threads(small)), inTurns(threads(large))));
        return pages;
    }

    private static Pages both(String path) {
        return new Pages(always(path), always(path));
    }

    private static Supplier<String> always(String path) {
        return () -> path;
    }

    private static String secondPage(Browser browser) {
        JsonNode first = browser.ask("/conversations?limit=50&view=all");
        return "/conversations?limit=50&view=all&before=" + first.get("next").asText();
    }

    /// As many in each store, so that what is compared is not how much of a store fits into memory.
    private List<String> threads(SeededStore store) {
        List<String> threads = new ArrayList<>();
        while (threads.size() < THREADS) {
            int conversation = random.nextInt(store.conversations());
            String path = "/conversations/" + store.conversation(conversation);
            if (store.assignee(conversation) <= 0 && !threads.contains(path)) {
                threads.add(path);
            }
        }
        return threads;
    }

    private static Supplier<String> inTurns(List<String> paths) {
        Iterator<String> turns =
                Stream.generate(() -> paths).flatMap(Collection::stream).iterator();
        return turns::next;
    }

    /// Nothing to compare with: in the small store, everything is in memory soon.
    private void openForTheFirstTime(Result result, SeededStore store, Browser browser, int times) {
        Timings timings = new Timings();
        threads(store).stream().limit(times).forEach(thread -> timings.add(browser.time(thread)));
        result.add("thread opened for the first time: large, median", timings.median(), "ms")
                .add("thread opened for the first time: large, p99", timings.p99(), "ms");
    }

    private static void compare(
            Result result, String what, Pages pages, Browser inSmall, Browser inLarge, int times) {
        Timings small = new Timings();
        Timings large = new Timings();
        for (int n = -times; n < times; n++) {
            long inTheSmall = inSmall.time(pages.small().get());
            long inTheLarge = inLarge.time(pages.large().get());
            if (n >= 0) { // warm
                small.add(inTheSmall);
                large.add(inTheLarge);
            }
        }
        result.add(what + ": small, median", small.median(), "ms")
                .add(what + ": large, median", large.median(), "ms")
                .add(what + ": large, p99", large.p99(), "ms")
                .add(what + ": large ÷ small", large.median() / small.median(), "", AS_LARGE);
    }

    private Map<String, Supplier<String>> searches() {
        Words words = new Words();
        List<String> any = new ArrayList<>();
        for (int n = 0; n < 50; n++) {
            String[] said = words.message(random.nextInt(1_000_000)).replace(".", "").split(" ");
            any.add(said[random.nextInt(said.length)]);
        }
        Map<String, Supplier<String>> searches = new LinkedHashMap<>();
        searches.put("a rare word", always(Words.RARE));
        searches.put("a common word", always(Words.COMMON));
        searches.put("a word in 5,000 messages", always(Words.SELDOM));
        searches.put("a word nobody said", always("xylophone"));
        searches.put("any word", () -> any.get(random.nextInt(any.size())));
        searches.put("a rare and a common word", always(Words.COMMON + " " + Words.RARE));
        searches.put("a person", () -> Words.email(random.nextInt(LARGE)));
        return searches;
    }

    private static String search(String typed) {
        return "/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }
}
