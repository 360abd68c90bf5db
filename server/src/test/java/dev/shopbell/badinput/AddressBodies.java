package dev.shopbell.badinput;

import dev.shopbell.staff.Team;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.GivenTeam;
import java.util.UUID;

/// Bodies for requests that are about their address.
final class AddressBodies {

    private AddressBodies() {}

    /// A proper one for whatever takes one at this address.
    static String of(String path, Store store) {
        if (path.endsWith("/read")) {
            return "{\"seq\": 1}";
        }
        if (path.contains("/members/") || path.contains("/invitations/")) {
            return "{\"roles\": [\"%s\"]}"
                    .formatted(GivenTeam.role(store, Team.CONVERSATION_MANAGEMENT).value());
        }
        if (path.contains("/roles")) {
            return "{\"name\": \"Night shift\", \"permissions\": [\"conversation_management\"]}";
        }
        if (path.endsWith("/receipts")) {
            return "{\"delivered\": 1, \"seen\": 1}";
        }
        if (path.endsWith("/status")) {
            return "{\"status\": \"resolved\"}";
        }
        if (path.endsWith("/assignee")) {
            return "{\"to\": null}";
        }
        if (path.endsWith("/block")) {
            return "{\"network\": false}";
        }
        if (path.endsWith("/labels")) {
            return "{\"labels\": []}";
        }
        if (path.endsWith("/bulk")) {
            return "{\"conversations\": [], \"action\": {\"type\": \"read\"}}";
        }
        if (path.endsWith("/alt")) {
            return "{\"alt\": \"A blue mug\"}";
        }
        if (path.endsWith("/used")) {
            return "{\"message\": \"%s\"}".formatted(UUID.randomUUID());
        }
        if (path.contains("/quick-replies/")) {
            return "{\"title\": \"Returns\", \"shortcut\": \"return\", \"text\": \"Yes\"}";
        }
        if (path.contains("/webhooks/")) {
            return "{\"url\": \"https://a.example/\", \"events\": [\"message.created\"], \"paused\": true}";
        }
        if (path.contains("/api-keys/")) {
            return "{\"name\": \"Shop\", \"scopes\": [\"read_customers\"]}";
        }
        if (path.endsWith("/page")) {
            return "{\"url\": \"http://shop.localhost:8081/bowl\"}";
        }
        if (path.endsWith("/pages-visited")) {
            return "{\"pagesVisited\": false}";
        }
        if (path.endsWith("/cart")) {
            return "{\"currency\": \"EUR\", \"items\": []}";
        }
        if (path.endsWith("/identity/email")) {
            return "{\"claim\": \"none\"}";
        }
        if (path.endsWith("/identity")) {
            return "{\"token\": \"none\"}";
        }
        if (path.contains("/identity-keys/")) {
            return "{\"name\": \"Shop\", \"algorithm\": \"hs256\"}";
        }
        if (path.contains("/profile/notes/")) {
            return "{\"text\": \"Likes plain paper\", \"version\": 0}";
        }
        if (path.endsWith("/profile/link")) {
            return "{\"shopCustomer\": \"c-1\"}";
        }
        if (path.endsWith("/settings/origins")) {
            return "{\"origins\": null}";
        }
        if (path.endsWith("/discount-link")) {
            return "{\"link\": null}";
        }
        if (path.contains("/faqs/")) {
            return "{\"language\": \"en\", \"question\": \"Safe?\", \"answer\": \"Yes\", \"shown\": true}";
        }
        if (path.endsWith("-order")) {
            return "{\"order\": []}";
        }
        if (path.endsWith("/quick-reply-import")) {
            return "{\"csv\": \"\", \"dryRun\": true}";
        }
        if (path.endsWith("/email-settings")) {
            return EmailBodyRoutes.SETTINGS;
        }
        if (path.endsWith("/email-settings/use")) {
            return "{\"version\": 0}";
        }
        if (path.endsWith("/access")) {
            return "{\"administratorsReadAssigned\": false}";
        }
        return path.startsWith("/api/staff/")
                ? "{\"kind\": \"staff\", \"text\": \"Good day\"}"
                : "{\"text\": \"Hello\"}";
    }
}
