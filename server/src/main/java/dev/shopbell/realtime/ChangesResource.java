package dev.shopbell.realtime;

import dev.shopbell.conversation.FeedWatch;
import dev.shopbell.inbox.Position;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SessionCookie;
import dev.shopbell.staff.Sessions;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The same frames as on the staff socket, asked for: to resume, and where sockets are blocked.
@Path("/api/staff/stores/{store}/changes")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class ChangesResource {

    private static final int LONGEST_WAIT_SECONDS = 25;

    private final StaffChanges changes;
    private final FeedWatch feed;
    private final SignedInStaff staff;
    private final Sessions sessions;
    private final SessionCookie cookie;

    ChangesResource(
            StaffChanges changes,
            FeedWatch feed,
            SignedInStaff staff,
            Sessions sessions,
            SessionCookie cookie) {
        this.changes = changes;
        this.feed = feed;
        this.staff = staff;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    /// `wait` seconds hold an answer that would be empty until there is something new.
    @GET
    public ServerFrame after(
            @QueryParam("epoch") @Nullable String epoch,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("wait") @DefaultValue("0") int wait,
            @Context HttpHeaders headers)
            throws InterruptedException {
        if (wait < 0 || wait > LONGEST_WAIT_SECONDS) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "wait");
        }
        Member member = staff.member();
        Position known = new Position(Body.required(epoch, "epoch"), Body.required(after, "after"));
        ServerFrame frame = changes.after(member, known);
        if (wait > 0 && isEmpty(frame)) {
            boolean _ = feed.await(member.store(), known.feedSeq(), Duration.ofSeconds(wait));
            frame = changes.after(stillThere(member, headers), known);
        }
        return frame;
    }

    /// Who waited may have been signed out meanwhile, or be allowed less than before.
    private Member stillThere(Member member, HttpHeaders headers) {
        return cookie.read(headers.getCookies())
                .flatMap(sessions::find)
                .flatMap(session -> session.in(member.store()))
                .filter(now -> now.may(Permission.CONVERSATION_MANAGEMENT))
                .orElseThrow(() -> new RefusedException(HttpRefusal.SIGNED_OUT));
    }

    private static boolean isEmpty(ServerFrame frame) {
        return frame instanceof ServerFrame.Changes(_, var conversations, _, var gone)
                && conversations.isEmpty()
                && gone.isEmpty();
    }
}
