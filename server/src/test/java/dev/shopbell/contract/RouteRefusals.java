package dev.shopbell.contract;

import dev.shopbell.attachment.AttachmentRefusal;
import dev.shopbell.commerce.CommerceRefusal;
import dev.shopbell.conversation.ConversationRefusal;
import dev.shopbell.customer.CustomerRefusal;
import dev.shopbell.message.MessageRefusal;
import dev.shopbell.message.card.CardRefusal;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.Refusal;
import dev.shopbell.staff.StaffRefusal;
import dev.shopbell.store.StoreRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What the routes that take somebody's words, or their set-up, are refused with besides what all
/// are.
final class RouteRefusals {

    static final List<Refusal> OF_TEXTS =
            List.of(
                    MessageRefusal.TEXT_EMPTY,
                    MessageRefusal.TEXT_TOO_LONG,
                    MessageRefusal.TEXT_INVALID,
                    MessageRefusal.CLIENT_ID_REUSED,
                    AttachmentRefusal.TOO_MANY_FILES,
                    AttachmentRefusal.ATTACHMENT_NOT_FOUND,
                    HttpRefusal.NOT_FOUND);

    private RouteRefusals() {}

    /// Where a browser may have to go on with another secret.
    static List<Refusal> renewing(Refusal... own) {
        return Stream.concat(
                        Arrays.stream(own),
                        Stream.of(
                                CustomerRefusal.NEXT_SECRET_NEEDED,
                                CustomerRefusal.NEXT_SECRET_UNNEEDED,
                                CustomerRefusal.NEXT_SECRET_TAKEN))
                .toList();
    }

    static List<Refusal> ofStaff() {
        return Stream.of(
                        OF_TEXTS,
                        List.of(
                                MessageRefusal.THREAD_MOVED,
                                ConversationRefusal.CONVERSATION_CONTINUED,
                                MessageRefusal.MENTION_NOT_POSSIBLE,
                                MessageRefusal.RECEIPT_AHEAD,
                                CommerceRefusal.EXTERNAL_ID_INVALID),
                        List.of(CardRefusal.values()))
                .<Refusal>flatMap(List::stream)
                .toList();
    }

    static List<Refusal> ofShoppers() {
        return Stream.of(
                        OF_TEXTS,
                        Arrays.asList(CustomerRefusal.values()),
                        List.of(
                                MessageRefusal.SENDER_BLOCKED,
                                MessageRefusal.CHAT_OFF,
                                HttpRefusal.TOO_MANY_REQUESTS))
                .<Refusal>flatMap(List::stream)
                .toList();
    }

    static List<Refusal> ofSetUp() {
        return Stream.of(
                        constants("app.setup.SetUpRefusal"),
                        List.of(
                                HttpRefusal.NOT_FOUND,
                                HttpRefusal.TOO_MANY_REQUESTS,
                                StaffRefusal.NAME_EMPTY,
                                StaffRefusal.NAME_TOO_LONG,
                                StaffRefusal.EMAIL_INCOMPLETE,
                                StaffRefusal.PASSWORD_TOO_SHORT,
                                StaffRefusal.PASSWORD_TOO_LONG,
                                StaffRefusal.PASSWORD_TOO_COMMON,
                                StoreRefusal.ORIGIN_INVALID,
                                StoreRefusal.TIME_ZONE_UNKNOWN))
                .<Refusal>flatMap(List::stream)
                .toList();
    }

    static List<Refusal> constants(String type) {
        return Arrays.stream(SamplesTest.hidden(type).getEnumConstants())
                .<Refusal>map(Refusal.class::cast)
                .toList();
    }
}
