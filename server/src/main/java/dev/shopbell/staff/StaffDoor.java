package dev.shopbell.staff;

import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Holds every staff route to what it declares with [Requires], [RequiresSession] or [StaffOrigin];
/// one that declares nothing lets nobody in.
@Singleton
final class StaffDoor {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private static final String STAFF_ROUTES = "/api/staff";

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Installation installation;
    private final SignedInStaff signedIn;
    private final Activity activity;

    StaffDoor(
            Sessions sessions,
            SessionCookie cookie,
            Installation installation,
            SignedInStaff signedIn,
            Activity activity) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.installation = installation;
        this.signedIn = signedIn;
        this.activity = activity;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    void filter(ContainerRequestContext request, ResourceInfo resource) {
        Requires requires = declared(resource, Requires.class);
        if (requires != null) {
            checkOrigin(request);
            admit(signIn(request), request, requires.value());
        } else if (declared(resource, RequiresSession.class) != null) {
            checkOrigin(request);
            signIn(request);
        } else if (declared(resource, StaffOrigin.class) != null) {
            checkOrigin(request);
        } else if (request.getUriInfo().getPath().startsWith(STAFF_ROUTES)) {
            throw new RefusedException(HttpRefusal.NOT_PERMITTED); // it forgot to declare
        }
    }

    /// The second wall against forged requests, besides SameSite: browsers send `Origin` with every
    /// write, and only our own pages have ours.
    private void checkOrigin(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        boolean ours =
                installation.publicUrl().map(url -> url.origin().equals(origin)).orElse(false);
        if (!READS.contains(request.getMethod()) && !ours) {
            throw new RefusedException(HttpRefusal.WRONG_ORIGIN);
        }
    }

    private Session signIn(ContainerRequestContext request) {
        Session session =
                cookie.read(request.getCookies())
                        .flatMap(sessions::find)
                        .orElseThrow(() -> new RefusedException(HttpRefusal.SIGNED_OUT));
        signedIn.is(session);
        return session;
    }

    private void admit(Session session, ContainerRequestContext request, Permission[] wanted) {
        Member member =
                session.in(store(request))
                        .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
        if (Arrays.stream(wanted).noneMatch(member::may)) {
            throw new RefusedException(HttpRefusal.NOT_PERMITTED);
        }
        signedIn.is(member);
        activity.note(session, member);
    }

    private static StoreId store(ContainerRequestContext request) {
        String named = request.getUriInfo().getPathParameters().getFirst("store");
        return Ids.read(String.valueOf(named))
                .map(StoreId::new)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    private static <A extends Annotation> @Nullable A declared(
            ResourceInfo resource, Class<A> kind) {
        A onMethod = resource.getResourceMethod().getAnnotation(kind);
        return onMethod != null ? onMethod : resource.getResourceClass().getAnnotation(kind);
    }
}
