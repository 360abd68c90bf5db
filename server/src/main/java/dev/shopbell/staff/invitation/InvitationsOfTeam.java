package dev.shopbell.staff.invitation;

import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.audit.Audits;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.StaffId;
import dev.shopbell.staff.team.OpenInvitations;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;

/// Whoever may not work here any more lets nobody in either.
@Singleton
final class InvitationsOfTeam implements OpenInvitations {

    private final Audits audits;
    private final InstantSource clock;

    InvitationsOfTeam(Audits audits, InstantSource clock) {
        this.audits = audits;
        this.clock = clock;
    }

    @Override
    public void withdrawThoseOf(StoreTransaction tx, Member by, StaffId whom) {
        for (String email : new InvitationSql(tx, by.store()).deleteOpenOf(whom, clock.instant())) {
            audits.record(
                    tx,
                    by.store(),
                    new Actor(by.staff().value(), by.name()),
                    "invitation_withdrawn",
                    Map.of("email", email));
        }
    }
}
