package dev.shopbell.inbox;

import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.Body;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.store.Origins;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whose pages may show the store's chat.
@Path("/api/staff/stores/{store}/settings/origins")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.INBOX_ADMINISTRATION)
@RunOnVirtualThread
final class OriginsResource {

    private final Database database;
    private final Stores stores;
    private final Audits audits;
    private final SignedInStaff staff;

    OriginsResource(Database database, Stores stores, Audits audits, SignedInStaff staff) {
        this.database = database;
        this.stores = stores;
        this.audits = audits;
        this.staff = staff;
    }

    /// The main one first.
    record OriginsView(List<String> origins) {}

    /// All that there are to be, the main one first.
    record NewOrigins(@Nullable List<@Nullable String> origins) {}

    @GET
    public OriginsView read() {
        Member member = staff.member();
        return database.inStore(
                member.store(), tx -> new OriginsView(stores.now(tx, member.store()).origins()));
    }

    /// Chats hear of it within seconds; those that are open stay so.
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public OriginsView change(@Nullable NewOrigins body) {
        Member member = staff.member();
        Origins wanted =
                Origins.checked(Body.required(Body.required(body, "origins").origins(), "origins"));
        return database.inStore(
                member.store(),
                tx -> {
                    if (stores.moveTo(tx, member.store(), wanted)) {
                        audits.record(
                                tx,
                                member.store(),
                                new Actor(member.staff().value(), member.name()),
                                "origins_changed",
                                Map.of("origins", String.join(" ", wanted.all())));
                    }
                    return new OriginsView(wanted.all());
                });
    }
}
