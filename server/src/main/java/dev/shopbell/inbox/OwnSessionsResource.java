package dev.shopbell.inbox;

import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.KnownSession;
import dev.shopbell.staff.RequiresSession;
import dev.shopbell.staff.Session;
import dev.shopbell.staff.SessionId;
import dev.shopbell.staff.Sessions;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everywhere one is signed in.
@Path("/api/staff/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RequiresSession
@RunOnVirtualThread
final class OwnSessionsResource {

    private final Sessions sessions;
    private final SignedInStaff staff;

    OwnSessionsResource(Sessions sessions, SignedInStaff staff) {
        this.sessions = sessions;
        this.staff = staff;
    }

    record SessionView(
            UUID id,
            @Nullable String browser,
            @Nullable String system,
            Instant since,
            Instant lastActiveAt,
            boolean current) {

        static SessionView of(KnownSession known, Session current) {
            return new SessionView(
                    known.id().value(),
                    known.device().browser(),
                    known.device().system(),
                    known.since(),
                    known.lastActiveAt(),
                    known.id().equals(current.id()));
        }
    }

    record SessionsView(List<SessionView> sessions) {}

    @GET
    public SessionsView all() {
        Session current = staff.session();
        return new SessionsView(
                sessions.of(current.staff().id()).stream()
                        .map(known -> SessionView.of(known, current))
                        .toList());
    }

    @DELETE
    @Path("{session}")
    public void end(@PathParam("session") UUID session) {
        if (!sessions.end(staff.session().staff().id(), new SessionId(session))) {
            throw new RefusedException(HttpRefusal.NOT_FOUND);
        }
    }

    /// All but this one.
    @DELETE
    public void endOthers() {
        sessions.endOthers(staff.session());
    }
}
