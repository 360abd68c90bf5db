package dev.shopbell.message.quickreply;

import dev.shopbell.message.MessageId;
import dev.shopbell.message.quickreply.QuickReplyFile.Line;
import dev.shopbell.message.quickreply.QuickReplySql.Written;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.staff.Member;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The quick replies of a store: everybody who answers uses the same ones.
@Singleton
public final class QuickReplies {

    static final int MOST = 500;

    private final Database database;
    private final QuickReplyPictures pictures;
    private final Audits audits;
    private final Ids ids;
    private final InstantSource clock;

    QuickReplies(
            Database database,
            QuickReplyPictures pictures,
            Audits audits,
            Ids ids,
            InstantSource clock) {
        this.database = database;
        this.pictures = pictures;
        this.audits = audits;
        this.ids = ids;
        this.clock = clock;
    }

    /// What a file would change or has changed; nothing while there are mistakes.
    public record Imported(int added, int changed, List<Mistake> mistakes) {

        public Imported {
            mistakes = List.copyOf(mistakes);
        }
    }

    /// In the store's own order.
    public List<QuickReply> all(Member member) {
        return database.inStore(member.store(), tx -> new QuickReplySql(tx, member).all());
    }

    /// Makes the quick reply of this id, or makes it say this from now on.
    public QuickReply save(Member by, QuickReplyId id, QuickReplyText content) {
        return database.inStore(
                by.store(),
                tx -> {
                    QuickReplySql sql = new QuickReplySql(tx, by);
                    sql.lock();
                    Optional<QuickReply> before = sql.find(id);
                    if (sql.isTaken(content.shortcut(), id)) {
                        throw new RefusedException(QuickReplyRefusal.SHORTCUT_TAKEN, "shortcut");
                    }
                    if (before.isEmpty() && sql.all().size() >= MOST) {
                        throw new RefusedException(QuickReplyRefusal.QUICK_REPLIES_TOO_MANY);
                    }
                    if (before.filter(same -> same.content().equals(content)).isEmpty()) {
                        sql.save(List.of(new Written(id, content)), clock.instant());
                        String action =
                                before.isEmpty() ? "quick_reply_made" : "quick_reply_changed";
                        record(tx, by, action, subject(id, content));
                    }
                    return sql.find(id).orElseThrow();
                });
    }

    /// Safe to repeat.
    public void delete(Member by, QuickReplyId id) {
        database.inStore(
                by.store(),
                tx -> {
                    QuickReplySql sql = new QuickReplySql(tx, by);
                    sql.lock();
                    sql.find(id)
                            .ifPresent(gone ->
                                    record(
                                            tx,
                                            by,
                                            "quick_reply_removed",
                                            subject(id, gone.content())));
                    var _ = pictures.remove(tx, by.store(), id);
                    return sql.delete(id);
                });
    }

    /// Puts these first, in this order; those that are not named follow as they stood.
    public List<QuickReply> arrange(Member by, List<QuickReplyId> order) {
        return database.inStore(
                by.store(),
                tx -> {
                    QuickReplySql sql = new QuickReplySql(tx, by);
                    sql.lock();
                    if (sql.arrange(order) > 0) {
                        record(tx, by, "quick_replies_arranged", Map.of());
                    }
                    return sql.all();
                });
    }

    /// That a message says what the quick reply says; the same message counts once.
    public QuickReply use(Member by, QuickReplyId id, MessageId message) {
        return database.inStore(
                by.store(),
                tx -> {
                    QuickReplySql sql = new QuickReplySql(tx, by);
                    sql.use(id, message);
                    return sql.find(id)
                            .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
                });
    }

    /// All of them as a CSV file that [#read] reads again.
    public String written(Member member) {
        return QuickReplyFile.write(all(member).stream().map(QuickReply::content).toList());
    }

    /// Takes over what a CSV file says: a shortcut that is known says what the file says, others
    /// are new. All of it or, when anything is wrong or it is only `tried`, nothing.
    public Imported read(Member by, String csv, boolean tried) {
        QuickReplyFile.Read file = QuickReplyFile.read(csv);
        return database.inStore(
                by.store(),
                tx -> {
                    QuickReplySql sql = new QuickReplySql(tx, by);
                    sql.lock();
                    List<QuickReply> has = sql.all();
                    Map<String, QuickReply> known =
                            has.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    each -> each.content().shortcut(),
                                                    Function.identity()));
                    List<Written> added = new ArrayList<>();
                    List<Written> changed = new ArrayList<>();
                    List<Mistake> mistakes = new ArrayList<>(file.mistakes());
                    for (Line line : file.lines()) {
                        QuickReply before = known.get(line.content().shortcut());
                        if (before == null) {
                            added.add(new Written(new QuickReplyId(ids.next()), line.content()));
                            tooMany(has.size() + added.size(), line).ifPresent(mistakes::add);
                        } else if (!before.content().equals(line.content())) {
                            changed.add(new Written(before.id(), line.content()));
                        }
                    }
                    if (mistakes.isEmpty() && !tried && !(added.isEmpty() && changed.isEmpty())) {
                        sql.save(changed, clock.instant());
                        sql.save(added, clock.instant());
                        record(
                                tx,
                                by,
                                "quick_replies_imported",
                                Map.of("added", added.size(), "changed", changed.size()));
                    }
                    return new Imported(added.size(), changed.size(), mistakes);
                });
    }

    private static Optional<Mistake> tooMany(int count, Line line) {
        return count == MOST + 1
                ? Optional.of(
                        new Mistake(
                                line.number(),
                                QuickReplyRefusal.QUICK_REPLIES_TOO_MANY.code(),
                                null))
                : Optional.empty();
    }

    private static Map<String, Object> subject(QuickReplyId id, QuickReplyText content) {
        return Map.of("quickReply", content.title(), "quickReplyId", id.value());
    }

    private void record(
            StoreTransaction tx, Member by, String action, Map<String, Object> subject) {
        audits.record(tx, by.store(), new Actor(by.staff().value(), by.name()), action, subject);
    }
}
