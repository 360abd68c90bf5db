package dev.shopbell.message.faq;

import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.RecentReads;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The FAQs of a store. What shoppers see of them may be up to five seconds behind a change that
/// another node made.
@Singleton
public final class Faqs {

    static final int MOST = 200;
    private static final int SHOWN = 5;
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final int MOST_CACHED = 10_000;

    private final Database database;
    private final Audits audits;
    private final InstantSource clock;
    private final RecentReads<StoreId, List<Faq>> shown;

    Faqs(Database database, Audits audits, InstantSource clock) {
        this.database = database;
        this.audits = audits;
        this.clock = clock;
        this.shown = new RecentReads<>(KEPT, MOST_CACHED, this::readShown);
    }

    /// In the store's own order.
    public List<Faq> all(StoreId store) {
        return database.inStore(store, tx -> new FaqSql(tx, store).all());
    }

    /// The first ones in the language of a tag as browsers and pages write them, `pt-BR`. Where the
    /// store has none in it, those in the language of its first.
    public List<Faq> shown(StoreId store, String tag) {
        List<Faq> all = shown.get(store);
        List<Faq> own =
                FaqLanguage.of(tag).map(language -> firstIn(all, language)).orElse(List.of());
        return own.isEmpty() && !all.isEmpty()
                ? firstIn(all, all.getFirst().content().language())
                : own;
    }

    /// Makes the FAQ of this id, or makes it say this from now on.
    public Faq save(Member by, FaqId id, FaqText content) {
        return change(
                by,
                tx -> {
                    FaqSql sql = new FaqSql(tx, by.store());
                    sql.lock();
                    Optional<Faq> before = sql.find(id);
                    if (before.isEmpty() && sql.all().size() >= MOST) {
                        throw new RefusedException(FaqRefusal.FAQS_TOO_MANY);
                    }
                    if (before.filter(same -> same.content().equals(content)).isEmpty()) {
                        sql.save(id, content, by.staff(), clock.instant());
                        String action = before.isEmpty() ? "faq_made" : "faq_changed";
                        record(tx, by, action, subject(id, content));
                    }
                    return sql.find(id).orElseThrow();
                });
    }

    /// Safe to repeat.
    public void delete(Member by, FaqId id) {
        change(
                by,
                tx -> {
                    FaqSql sql = new FaqSql(tx, by.store());
                    sql.lock();
                    sql.find(id)
                            .ifPresent(gone ->
                                    record(tx, by, "faq_removed", subject(id, gone.content())));
                    return sql.delete(id);
                });
    }

    /// Puts these first, in this order; those that are not named follow as they stood.
    public List<Faq> arrange(Member by, List<FaqId> order) {
        return change(
                by,
                tx -> {
                    FaqSql sql = new FaqSql(tx, by.store());
                    sql.lock();
                    if (sql.arrange(order) > 0) {
                        record(tx, by, "faqs_arranged", Map.of());
                    }
                    return sql.all();
                });
    }

    private List<Faq> readShown(StoreId store) {
        return all(store).stream().filter(faq -> faq.content().shown()).toList();
    }

    private static List<Faq> firstIn(List<Faq> all, FaqLanguage language) {
        return all.stream()
                .filter(faq -> faq.content().language().equals(language))
                .limit(SHOWN)
                .toList();
    }

    private <T> T change(Member by, Function<StoreTransaction, T> work) {
        T done = database.inStore(by.store(), work);
        shown.forget(by.store());
        return done;
    }

    private static Map<String, Object> subject(FaqId id, FaqText content) {
        return Map.of("faq", content.question(), "faqId", id.value());
    }

    private void record(
            StoreTransaction tx, Member by, String action, Map<String, Object> subject) {
        audits.record(tx, by.store(), new Actor(by.staff().value(), by.name()), action, subject);
    }
}
