package dev.shopbell.email.inbound;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.SummarySql;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PathNumber;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/// The mail that a message came by, whole, as a page for a frame of the inbox. Whatever is in it
/// can do nothing: it was cleaned, and the browser is told to run and fetch nothing of it.
@Path("/api/staff/stores/{store}/conversations/{conversation}/messages/{seq}/email")
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class OriginalMailResource {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self';"
                    + " base-uri 'none'; form-action 'none';"
                    + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private final Database database;
    private final MailPictures pictures;
    private final SignedInStaff staff;

    OriginalMailResource(Database database, MailPictures pictures, SignedInStaff staff) {
        this.database = database;
        this.pictures = pictures;
        this.staff = staff;
    }

    @GET
    @Produces(MediaType.WILDCARD)
    public Response original(
            @PathParam("conversation") UUID conversation, @PathParam("seq") String seq) {
        String page =
                PathNumber.read(seq)
                        .flatMap(at -> find(staff.member(), new ConversationId(conversation), at))
                        .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
        return Response.ok(page)
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "SAMEORIGIN")
                .build();
    }

    private Optional<String> find(Member member, ConversationId conversation, long seq) {
        return database.inStore(
                member.store(),
                tx -> {
                    if (new SummarySql(tx, member).find(conversation).isEmpty()) {
                        return Optional.empty();
                    }
                    return new InboundSql(tx, member.store())
                            .original(conversation, seq)
                            .map(body ->
                                    OriginalPage.of(
                                            body,
                                            pictures.of(tx, member.store(), conversation, body)));
                });
    }
}
