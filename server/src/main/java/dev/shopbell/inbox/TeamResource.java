package dev.shopbell.inbox;

import dev.shopbell.conversation.Assignments;
import dev.shopbell.conversation.Labels;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// To whom conversations can be assigned, and how they can be labelled.
@Path("/api/staff/stores/{store}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class TeamResource {

    private final Assignments assignments;
    private final Labels labels;
    private final SignedInStaff staff;

    TeamResource(Assignments assignments, Labels labels, SignedInStaff staff) {
        this.assignments = assignments;
        this.labels = labels;
        this.staff = staff;
    }

    record ColleaguesView(List<ColleagueView> colleagues) {}

    /// `open` is how many unresolved conversations they have; null for those who may not know.
    record ColleagueView(UUID id, String name, @Nullable Long open) {}

    record LabelsView(List<String> labels) {}

    @GET
    @Path("colleagues")
    public ColleaguesView colleagues() {
        Member member = staff.member();
        boolean mayKnow = member.may(Permission.INBOX_ADMINISTRATION);
        return new ColleaguesView(
                assignments.colleagues(member).entrySet().stream()
                        .map(each ->
                                new ColleagueView(
                                        each.getKey().id().value(),
                                        each.getKey().name(),
                                        mayKnow || each.getKey().id().equals(member.staff())
                                                ? each.getValue()
                                                : null))
                        .toList());
    }

    @GET
    @Path("labels")
    public LabelsView labels() {
        return new LabelsView(labels.of(staff.member()));
    }
}
