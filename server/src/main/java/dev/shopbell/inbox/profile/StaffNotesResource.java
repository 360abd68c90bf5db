package dev.shopbell.inbox.profile;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary.StaffView;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RateLimits.Limit;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.profile.StaffNote;
import dev.shopbell.profile.StaffNoteId;
import dev.shopbell.profile.StaffNoteText;
import dev.shopbell.profile.StaffNotes;
import dev.shopbell.staff.MemberLimits;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What staff keep about whoever writes in a conversation. Of a conversation that one may not see
/// there is nothing.
@Path("/api/staff/stores/{store}/conversations/{conversation}/profile/notes")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class StaffNotesResource {

    private final StaffNotes notes;
    private final SignedInStaff staff;
    private final MemberLimits limits;

    StaffNotesResource(StaffNotes notes, SignedInStaff staff, MemberLimits limits) {
        this.notes = notes;
        this.staff = staff;
        this.limits = limits;
    }

    record StaffNoteView(
            UUID id,
            String text,
            long version,
            StaffView author,
            Instant createdAt,
            StaffView editedBy,
            Instant editedAt) {

        static StaffNoteView of(StaffNote note) {
            return new StaffNoteView(
                    note.id().value(),
                    note.text().value(),
                    note.version(),
                    note.author(),
                    note.createdAt(),
                    note.editedBy(),
                    note.editedAt());
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    record StaffNotesView(List<StaffNoteView> notes) {}

    record StaffNoteAnswer(StaffNoteView note) {}

    /// `version` is of what was read; 0 for a new one.
    record WantedNote(@Nullable String text, @Nullable Long version) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /// Oldest first.
    @GET
    public StaffNotesView all(@PathParam("conversation") UUID conversation) {
        return new StaffNotesView(
                notes.of(staff.member(), new ConversationId(conversation)).stream()
                        .map(StaffNoteView::of)
                        .toList());
    }

    /// PUT, because the writer names the note: sending it again is safe.
    @PUT
    @Path("{note}")
    @Consumes(MediaType.APPLICATION_JSON)
    public StaffNoteAnswer save(
            @PathParam("conversation") UUID conversation,
            @PathParam("note") UUID note,
            @Nullable WantedNote body) {
        WantedNote wanted = Body.required(body, "text");
        limits.take(Limit.MEMBER_DRAFTS);
        return new StaffNoteAnswer(
                StaffNoteView.of(
                        notes.save(
                                staff.member(),
                                new ConversationId(conversation),
                                new StaffNoteId(note),
                                new StaffNoteText(Body.required(wanted.text(), "text")),
                                version(wanted.version()))));
    }

    /// Removes the version that was read; safe to repeat.
    @DELETE
    @Path("{note}")
    public StaffNotesView remove(
            @PathParam("conversation") UUID conversation,
            @PathParam("note") UUID note,
            @QueryParam("version") @Nullable Long version) {
        notes.delete(
                staff.member(),
                new ConversationId(conversation),
                new StaffNoteId(note),
                version(version));
        return all(conversation);
    }

    private static long version(@Nullable Long told) {
        long version = Body.required(told, "version");
        if (version < 0) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "version");
        }
        return version;
    }
}
