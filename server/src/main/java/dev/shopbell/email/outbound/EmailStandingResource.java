package dev.shopbell.email.outbound;

import dev.shopbell.platform.database.Database;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.Stores;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Tells staff whether answers can follow a customer, and whether mail waits that should have left.
@Path("/api/staff/stores/{store}/email-standing")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class EmailStandingResource {

    /// A mail server may be busy for a moment.
    private static final Duration LATE = Duration.ofMinutes(2);

    private final Database database;
    private final Stores stores;
    private final StoreMails mails;
    private final InstantSource clock;
    private final SignedInStaff staff;

    EmailStandingResource(
            Database database,
            Stores stores,
            StoreMails mails,
            InstantSource clock,
            SignedInStaff staff) {
        this.database = database;
        this.stores = stores;
        this.mails = mails;
        this.clock = clock;
        this.staff = staff;
    }

    /// `waiting` counts the mails that are late, `since` is when the first of them was written.
    /// `reason` is why, where somebody has to see to it: the store sent too much (`quota`), or the
    /// mail server does not let it send (`sender`). `hearsAnswers`: what customers answer comes in.
    record EmailStanding(
            boolean canSend,
            boolean hearsAnswers,
            long waiting,
            @Nullable Instant since,
            @Nullable String reason) {}

    @GET
    public EmailStanding standing() {
        StoreId store = staff.member().store();
        Store of = stores.get(store);
        boolean canSend = mails.canSend(of);
        boolean hearsAnswers = mails.hearsAnswers(of);
        return database.inStore(
                store,
                tx ->
                        new StoreMailSql(tx, store)
                                .standing(canSend, hearsAnswers, clock.instant().minus(LATE)));
    }
}
