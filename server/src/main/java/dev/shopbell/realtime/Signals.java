package dev.shopbell.realtime;

import dev.shopbell.conversation.ConversationAccess;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary.StaffView;
import dev.shopbell.platform.database.Database;
import dev.shopbell.realtime.StoreChangesSql.Assigned;
import dev.shopbell.store.StoreId;
import dev.shopbell.widget.ShopperMessage;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What people do in a store's conversations, until others have been told. As with [Comings], who
/// may know is asked of the database at the moment of telling; so is who may be heard. Once told it
/// is forgotten.
final class Signals {

    private static final int MOST_AT_ONCE = 1_000;

    private final StoreId store;
    private final Database database;
    private final Frames frames;

    private final Queue<Signal> waiting = new ConcurrentLinkedQueue<>();

    Signals(StoreId store, Database database, Frames frames) {
        this.store = store;
        this.database = database;
        this.frames = frames;
    }

    void add(Signal signal) {
        waiting.add(signal);
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /// By the store's delivery thread. After a failure they wait for the next time.
    void tell(
            Set<StaffReader> staff,
            Function<ConversationId, Set<ShopperReader>> shoppers,
            BiConsumer<Reader, Runnable> telling) {
        Set<Signal> taken = taken();
        if (taken.isEmpty()) {
            return;
        }
        Map<ConversationId, Assigned> conversations;
        try {
            conversations = assigned(taken);
        } catch (RuntimeException e) {
            waiting.addAll(taken);
            throw e;
        }
        for (Signal signal : taken) {
            Assigned conversation = conversations.get(signal.conversation());
            if (conversation != null) {
                List<StaffReader> allowed =
                        staff.stream().filter(reader -> maySee(reader, conversation)).toList();
                switch (signal) {
                    case Signal.Typing typing -> {
                        // Whoever is blocked disturbs nobody.
                        if (typing.by() != null || !conversation.isBlocked()) {
                            tellTyping(typing, allowed, shoppers.apply(conversation.id()), telling);
                        }
                    }
                    case Signal.Viewing(ConversationId id) -> tellViewers(id, allowed, telling);
                    case Signal.Profile profile -> {
                        String frame = frames.write(ServerFrame.ProfileOf.of(profile));
                        allowed.forEach(reader -> send(reader, frame, telling));
                    }
                }
            }
        }
    }

    /// In their order, each once: typing twice before anybody is told is typing.
    private Set<Signal> taken() {
        Set<Signal> taken = new LinkedHashSet<>();
        Signal next;
        while (taken.size() < MOST_AT_ONCE && (next = waiting.poll()) != null) {
            taken.add(next);
        }
        return taken;
    }

    private Map<ConversationId, Assigned> assigned(Set<Signal> signals) {
        List<ConversationId> ids = signals.stream().map(Signal::conversation).distinct().toList();
        return database.inStore(store, tx -> new StoreChangesSql(tx).assigned(store, ids)).stream()
                .collect(Collectors.toMap(Assigned::id, Function.identity()));
    }

    /// A colleague is heard only while they are there and may see the conversation themselves.
    private void tellTyping(
            Signal.Typing typing,
            List<StaffReader> allowed,
            Set<ShopperReader> shoppers,
            BiConsumer<Reader, Runnable> telling) {
        StaffReader by = typing.by();
        if (by != null && !allowed.contains(by)) {
            return;
        }
        StaffView author = by == null ? null : by.name();
        String frame =
                frames.write(
                        new ServerFrame.Typing(
                                typing.conversation().value(), author, typing.isNote()));
        allowed.stream()
                .filter(reader -> !reader.name().equals(author))
                .forEach(reader -> send(reader, frame, telling));
        if (author != null && !typing.isNote()) {
            String toShopper =
                    frames.write(
                            new ServerFrame.StaffTyping(ShopperMessage.Author.of(author.name())));
            shoppers.forEach(reader -> send(reader, toShopper, telling));
        }
    }

    private void tellViewers(
            ConversationId conversation,
            List<StaffReader> allowed,
            BiConsumer<Reader, Runnable> telling) {
        List<StaffReader> viewers =
                allowed.stream().filter(reader -> reader.views(conversation)).toList();
        for (StaffReader reader : viewers) {
            List<StaffView> others =
                    viewers.stream()
                            .map(StaffReader::name)
                            .filter(name -> !name.equals(reader.name()))
                            .distinct()
                            .sorted(
                                    Comparator.comparing(StaffView::name)
                                            .thenComparing(StaffView::id))
                            .toList();
            send(
                    reader,
                    frames.write(new ServerFrame.Viewers(conversation.value(), others)),
                    telling);
        }
    }

    private static void send(Reader reader, String frame, BiConsumer<Reader, Runnable> telling) {
        telling.accept(reader, () -> reader.socket().send(frame));
    }

    private static boolean maySee(StaffReader reader, Assigned conversation) {
        return ConversationAccess.maySee(reader.member(), conversation.to());
    }
}
