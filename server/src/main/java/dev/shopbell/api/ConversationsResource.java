package dev.shopbell.api;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.ConversationSummary.StaffView;
import dev.shopbell.conversation.Handlings;
import dev.shopbell.conversation.Status;
import dev.shopbell.conversation.StoreConversation;
import dev.shopbell.conversation.StoreConversationSql;
import dev.shopbell.customer.LinkedBy;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.integration.Integration;
import dev.shopbell.platform.audit.AuditEntry.Actor;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.Body;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PageSize;
import dev.shopbell.platform.http.RefusedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The store's conversations and what is said in them, for its own systems: all of them, as its
/// owner would have them.
@Path("/api/v1/conversations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ConversationsResource {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Database database;
    private final Handlings handlings;
    private final CallingSystem caller;

    ConversationsResource(Database database, Handlings handlings, CallingSystem caller) {
        this.database = database;
        this.handlings = handlings;
        this.caller = caller;
    }

    record WriterView(
            @Nullable String name,
            @Nullable String email,
            boolean emailVerified,
            @Nullable String customerId,
            @Nullable LinkedBy linkedBy) {
        @Override
        public String toString() {
            return "***";
        }
    }

    record ApiConversationView(
            UUID id,
            Status status,
            boolean blocked,
            @Nullable StaffView assignee,
            List<String> labels,
            WriterView writer,
            long lastSeq,
            Instant lastActivityAt,
            Instant createdAt,
            long change) {

        static ApiConversationView of(StoreConversation conversation) {
            StoreConversation.Writer writer = conversation.customer();
            return new ApiConversationView(
                    conversation.id(),
                    conversation.status(),
                    conversation.blocked(),
                    conversation.assignee(),
                    conversation.labels(),
                    new WriterView(
                            writer.name(),
                            writer.email(),
                            writer.emailVerified(),
                            writer.shopCustomer(),
                            writer.linkedBy()),
                    conversation.lastSeq(),
                    conversation.lastActivityAt(),
                    conversation.createdAt(),
                    conversation.change());
        }
    }

    record ApiConversationAnswer(ApiConversationView conversation) {}

    /// `next` is what to ask for `after`; null on the last page.
    record ApiConversationPage(List<ApiConversationView> conversations, @Nullable Long next) {}

    /// In the order in which they changed last.
    @GET
    @ForIntegrations(ApiScope.READ_CONVERSATIONS)
    public ApiConversationPage list(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("status") @Nullable String status,
            @QueryParam("updatedAfter") @Nullable String updatedAfter,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = PageSize.page(limit);
        Status wanted = status == null ? null : status(status);
        Instant since = updatedAfter == null ? null : time(updatedAfter);
        List<StoreConversation> found =
                database.inStore(
                        caller.store(),
                        tx ->
                                new StoreConversationSql(tx, caller.store())
                                        .changedAfter(after, wanted, since, most));
        return new ApiConversationPage(
                found.stream().map(ApiConversationView::of).toList(),
                found.size() < most ? null : found.getLast().change());
    }

    @GET
    @Path("{conversation}")
    @ForIntegrations(ApiScope.READ_CONVERSATIONS)
    public ApiConversationAnswer read(@PathParam("conversation") UUID conversation) {
        return new ApiConversationAnswer(
                ApiConversationView.of(
                        database.inStore(
                                caller.store(), tx -> find(tx, new ConversationId(conversation)))));
    }

    record WantedStatus(@Nullable String status) {}

    /// Safe to repeat. One whose sender is blocked stays resolved.
    @PUT
    @Path("{conversation}/status")
    @Consumes(MediaType.APPLICATION_JSON)
    @ForIntegrations(ApiScope.WRITE_CONVERSATIONS)
    public ApiConversationAnswer turn(
            @PathParam("conversation") UUID conversation, @Nullable WantedStatus body) {
        String wanted = Body.required(Body.required(body, "status").status(), "status");
        ConversationId id = new ConversationId(conversation);
        Integration system = caller.integration();
        handlings.turn(
                system.store(), new Actor(system.key().value(), system.name()), id, status(wanted));
        return new ApiConversationAnswer(
                ApiConversationView.of(database.inStore(caller.store(), tx -> find(tx, id))));
    }

    private StoreConversation find(StoreTransaction tx, ConversationId id) {
        return new StoreConversationSql(tx, caller.store())
                .find(id)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    private static Instant time(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (time.isAfter(EARLIEST) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeParseException _) {
            // refused below
        }
        throw new RefusedException(HttpRefusal.INVALID_VALUE, "updatedAfter");
    }

    private static Status status(String word) {
        return Arrays.stream(Status.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new RefusedException(HttpRefusal.INVALID_VALUE, "status"));
    }
}
