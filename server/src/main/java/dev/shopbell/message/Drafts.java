package dev.shopbell.message;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What staff typed and have not sent, one draft per person and conversation. Posting removes it
/// ([Messages]); nothing else does but its writer.
@Singleton
public final class Drafts {

    private final Database database;
    private final InstantSource clock;

    Drafts(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What a client knows of a draft.
    public record Typed(
            ConversationId conversation,
            MessageKind kind,
            DraftText text,
            @Nullable Long after,
            List<StaffId> mentions) {}

    /// Keeps what was typed into a conversation one may see; nothing typed is no draft.
    public Optional<Draft> keep(Member member, Typed typed) {
        return database.inStore(
                member.store(),
                tx -> {
                    DraftSql sql = new DraftSql(tx, member);
                    if (typed.text().isEmpty()) {
                        check(sql.maySee(typed.conversation()));
                        delete(tx, sql, member, typed.conversation());
                        return Optional.empty();
                    }
                    Draft draft = draft(typed);
                    check(sql.save(draft));
                    announce(tx, member, typed.conversation(), draft);
                    return Optional.of(draft);
                });
    }

    /// Deletes a draft, whether its conversation is still to be seen or not.
    public void delete(Member member, ConversationId conversation) {
        boolean _ =
                database.inStore(
                        member.store(),
                        tx -> delete(tx, new DraftSql(tx, member), member, conversation));
    }

    /// Everything this member has not sent, newest first.
    public List<Draft> of(StoreTransaction tx, Member member) {
        return new DraftSql(tx, member).all();
    }

    private static void check(boolean maySee) {
        if (!maySee) {
            throw new RefusedException(HttpRefusal.NOT_FOUND);
        }
    }

    private static boolean delete(
            StoreTransaction tx, DraftSql sql, Member member, ConversationId conversation) {
        boolean was = sql.delete(conversation);
        if (was) {
            announce(tx, member, conversation, null);
        }
        return was;
    }

    private Draft draft(Typed typed) {
        return new Draft(
                typed.conversation(),
                typed.kind(),
                typed.text(),
                typed.after(),
                typed.mentions(),
                clock.instant(),
                false);
    }

    private static void announce(
            StoreTransaction tx,
            Member member,
            ConversationId conversation,
            @Nullable Draft draft) {
        tx.announce(new DraftChanged(member.store(), member.staff(), conversation, draft));
    }
}
