package dev.shopbell.inbox.transcript;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary;
import dev.shopbell.conversation.SummarySql;
import dev.shopbell.message.Message;
import dev.shopbell.message.ThreadSql;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.store.Store;
import dev.shopbell.store.Stores;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whole threads, read page by page. Each page is a transaction of its own, so whoever reads slowly
/// holds nothing, and asks once more whether the thread may still be read.
@Singleton
final class Transcripts {

    private static final int PAGE = 200;

    private final Database database;
    private final Stores stores;
    private final Audits audits;
    private final InstantSource clock;

    Transcripts(Database database, Stores stores, Audits audits, InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.audits = audits;
        this.clock = clock;
    }

    /// One that has begun: for whom, of what, as things were then. With `notes` it is what staff
    /// see, without what the customer sees.
    record Transcript(
            Member member,
            Store store,
            ConversationSummary conversation,
            boolean notes,
            Instant at) {}

    /// A line of the thread; `emailed`: the mail that carried it to the customer, with `notes`
    /// only.
    record Line(Message message, @Nullable Emailed emailed) {}

    /// What is done with each line.
    interface Lines {
        void write(Line line) throws IOException;
    }

    /// Refuses when the thread may not be read; otherwise it is in the audit trail that it was.
    Transcript begin(Member member, ConversationId id, TranscriptFormat format, boolean notes) {
        Store store = stores.get(member.store());
        return database.inStore(
                member.store(),
                tx -> {
                    ConversationSummary conversation = find(tx, member, id);
                    audits.record(
                            tx,
                            member.store(),
                            new Actor(member.staff().value(), member.name()),
                            "transcript_exported",
                            Map.of(
                                    "conversation", id.value(),
                                    "format", format.word(),
                                    "notes", notes));
                    return new Transcript(member, store, conversation, notes, clock.instant());
                });
    }

    /// Every line there was when it began, oldest first.
    void forEach(Transcript transcript, Lines lines) throws IOException {
        long end = place(transcript);
        for (long done = 0; done < end; ) {
            List<Line> page = after(transcript, done);
            for (Line line : page) {
                lines.write(line);
                done = place(transcript, line.message());
            }
            if (page.isEmpty()) {
                return;
            }
        }
    }

    private List<Line> after(Transcript transcript, long place) {
        Member member = transcript.member();
        ConversationId id = new ConversationId(transcript.conversation().id());
        return database.inStore(
                member.store(),
                tx -> {
                    var _ = find(tx, member, id);
                    ThreadSql sql = new ThreadSql(tx, member.store(), id);
                    int left = (int) Math.min(PAGE, place(transcript) - place);
                    return transcript.notes()
                            ? emailed(
                                    new EmailedSql(tx, member.store(), id), sql.after(place, left))
                            : sql.publicAfter(place, left).stream()
                                    .map(message -> new Line(message, null))
                                    .toList();
                });
    }

    private static List<Line> emailed(EmailedSql sql, List<Message> page) {
        List<Long> places =
                page.stream()
                        .filter(Message::isAnswer)
                        .map(Message::publicSeq)
                        .filter(Objects::nonNull)
                        .toList();
        List<Emailed> mails =
                places.isEmpty() ? List.of() : sql.between(places.getFirst(), places.getLast());
        return page.stream()
                .map(message ->
                        new Line(
                                message,
                                mails.stream()
                                        .filter(mail -> mail.carried(message))
                                        .findFirst()
                                        .orElse(null)))
                .toList();
    }

    private static ConversationSummary find(StoreTransaction tx, Member member, ConversationId id) {
        return new SummarySql(tx, member)
                .find(id)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    private static long place(Transcript transcript) {
        ConversationSummary conversation = transcript.conversation();
        return transcript.notes() ? conversation.lastSeq() : conversation.lastPublicSeq();
    }

    static long place(Transcript transcript, Message line) {
        Long publicSeq = line.publicSeq();
        return transcript.notes() || publicSeq == null ? line.seq() : publicSeq;
    }
}
