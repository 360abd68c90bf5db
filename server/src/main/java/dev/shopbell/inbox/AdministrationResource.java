package dev.shopbell.inbox;

import dev.shopbell.conversation.AssignedElsewhere;
import dev.shopbell.conversation.ListCursor;
import dev.shopbell.conversation.SummarySql;
import dev.shopbell.platform.audit.AuditEntry;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PageSize;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.AccessSettings;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What Inbox administrators have besides the inbox: that assigned conversations exist, whether
/// administrators read them, and the audit trail.
@Path("/api/staff/stores/{store}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.INBOX_ADMINISTRATION)
@RunOnVirtualThread
final class AdministrationResource {

    private final Database database;
    private final Audits audits;
    private final AccessSettings access;
    private final SignedInStaff staff;

    AdministrationResource(
            Database database, Audits audits, AccessSettings access, SignedInStaff staff) {
        this.database = database;
        this.audits = audits;
        this.access = access;
        this.staff = staff;
    }

    record AssignedPage(List<AssignedElsewhere> conversations, @Nullable String next) {}

    record AuditPage(List<AuditEntry> entries, @Nullable UUID next) {}

    record AccessView(@Nullable Boolean administratorsReadAssigned) {}

    /// The conversations that are assigned to others and hidden from the administrator: whose they
    /// are, and nothing of what was said.
    @GET
    @Path("assigned")
    public AssignedPage assigned(
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Member member = staff.member();
        ListCursor below =
                before == null
                        ? ListCursor.TOP
                        : ListCursor.read(before).orElseThrow(() -> invalid("before"));
        int size = PageSize.page(limit);
        return database.inStore(
                member.store(),
                tx -> {
                    List<AssignedElsewhere> found =
                            new SummarySql(tx, member).assignedElsewhere(below, size + 1);
                    boolean more = found.size() > size;
                    List<AssignedElsewhere> page = more ? found.subList(0, size) : found;
                    return new AssignedPage(page, more ? page.getLast().cursor().written() : null);
                });
    }

    @GET
    @Path("audit")
    public AuditPage audit(
            @QueryParam("before") @Nullable UUID before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        Member member = staff.member();
        int size = PageSize.page(limit);
        return database.inStore(
                member.store(),
                tx -> {
                    List<AuditEntry> found = audits.before(tx, member.store(), before, size + 1);
                    boolean more = found.size() > size;
                    List<AuditEntry> page = more ? found.subList(0, size) : found;
                    return new AuditPage(page, more ? page.getLast().id() : null);
                });
    }

    @GET
    @Path("settings/access")
    public AccessView access() {
        return new AccessView(access.administratorsReadAssigned(staff.member()));
    }

    /// Whoever administers sees the inbox anew.
    @PUT
    @Path("settings/access")
    @Consumes(MediaType.APPLICATION_JSON)
    public AccessView setAccess(@Nullable AccessView body) {
        String field = "administratorsReadAssigned";
        boolean wanted =
                Body.required(Body.required(body, field).administratorsReadAssigned(), field);
        access.letAdministratorsReadAssigned(staff.member(), wanted);
        return new AccessView(wanted);
    }

    private static RefusedException invalid(String field) {
        return new RefusedException(HttpRefusal.INVALID_VALUE, field);
    }
}
