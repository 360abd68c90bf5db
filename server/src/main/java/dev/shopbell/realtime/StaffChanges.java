package dev.shopbell.realtime;

import dev.shopbell.conversation.FeedSql;
import dev.shopbell.conversation.SummarySql;
import dev.shopbell.conversation.SummarySql.Changed;
import dev.shopbell.inbox.Position;
import dev.shopbell.inbox.Position.Positions;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What a staff member missed: the summaries that changed after their position and that they may
/// see, and the conversations that were taken from their sight. Messages are not repeated: a
/// summary's `lastSeq` tells what of an open thread is missing.
@Singleton
final class StaffChanges {

    private static final int MOST_AT_ONCE = 200;

    // Beyond this many conversations, loading what is on screen afresh is less for everybody.
    private static final int MOST_FRAMES = 5;

    private final Database database;
    private final Positions positions;

    StaffChanges(Database database, Positions positions) {
        this.database = database;
        this.positions = positions;
    }

    /// The next changes after a position, at most 200 conversations; `start_over` when the position
    /// is of another history, other rights, or ahead of the store.
    ServerFrame after(Member member, Position known) {
        if (!known.epoch().equals(positions.epoch(member)) || known.feedSeq() < 0) {
            return new ServerFrame.StartOver();
        }
        return database.inStore(member.store(), tx -> read(tx, member, known.feedSeq()));
    }

    /// Everything after a position, for a socket's hello: the frames in their order, or only
    /// `start_over`.
    List<ServerFrame> allAfter(Member member, Position known) {
        List<ServerFrame> missed = new ArrayList<>();
        Position from = known;
        while (missed.size() < MOST_FRAMES) {
            ServerFrame frame = after(member, from);
            if (!(frame instanceof ServerFrame.Changes(var to, var conversations, _, _))) {
                return List.of(frame);
            }
            missed.add(frame);
            if (conversations.size() < MOST_AT_ONCE) {
                return missed;
            }
            from = to;
        }
        return List.of(new ServerFrame.StartOver());
    }

    private ServerFrame read(StoreTransaction tx, Member member, long after) {
        long counter = FeedSql.position(tx, member.store());
        if (after > counter) {
            return new ServerFrame.StartOver();
        }
        SummarySql sql = new SummarySql(tx, member);
        List<Changed> changed = sql.changedAfter(after, MOST_AT_ONCE);
        boolean isAll = changed.size() < MOST_AT_ONCE;
        long upTo = isAll ? counter : changed.getLast().feedSeq();
        List<UUID> gone = sql.hiddenBetween(after, upTo);
        return new ServerFrame.Changes(
                positions.of(member, upTo),
                changed.stream().map(Changed::summary).toList(),
                List.of(),
                gone);
    }
}
