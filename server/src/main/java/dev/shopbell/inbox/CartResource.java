package dev.shopbell.inbox;

import dev.shopbell.browsing.Carts;
import dev.shopbell.browsing.SeenPage;
import dev.shopbell.browsing.WrittenAt;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.PathNumber;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.staff.Permission;
import dev.shopbell.staff.Requires;
import dev.shopbell.staff.SignedInStaff;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the customer of a conversation has in their cart, and had when they wrote. That it is
/// another one now is told by the conversation's summary.
@Path("/api/staff/stores/{store}/conversations/{conversation}")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Permission.CONVERSATION_MANAGEMENT)
@RunOnVirtualThread
final class CartResource {

    private final Carts carts;
    private final SignedInStaff staff;

    CartResource(Carts carts, SignedInStaff staff) {
        this.carts = carts;
        this.staff = staff;
    }

    /// Null when nobody told of one.
    record CartAnswer(@Nullable CartView cart) {}

    record PageView(String url, @Nullable String title) {
        static PageView of(SeenPage page) {
            return new PageView(page.url(), page.title());
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /// Null where nobody knows.
    record WrittenAtView(@Nullable PageView page, @Nullable CartView cart) {}

    /// What was before the eyes of whoever wrote a message.
    @GET
    @Path("messages/{seq}/context")
    public WrittenAtView writtenAt(
            @PathParam("conversation") UUID conversation, @PathParam("seq") String seq) {
        long place =
                PathNumber.read(seq).orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
        WrittenAt at = carts.writtenAt(staff.member(), new ConversationId(conversation), place);
        return new WrittenAtView(
                Optional.ofNullable(at.page()).map(PageView::of).orElse(null),
                Optional.ofNullable(at.cart()).map(CartView::of).orElse(null));
    }

    @GET
    @Path("cart")
    public CartAnswer read(@PathParam("conversation") UUID conversation) {
        return new CartAnswer(
                carts.of(staff.member(), new ConversationId(conversation))
                        .map(CartView::of)
                        .orElse(null));
    }
}
