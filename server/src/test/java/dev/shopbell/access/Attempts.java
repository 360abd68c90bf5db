package dev.shopbell.access;

import static dev.shopbell.testkit.Refused.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.testkit.DatabaseOwner;
import dev.shopbell.testkit.GivenMail;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.Http.Answer;
import dev.shopbell.testkit.Pictures;
import java.util.Map;
import java.util.UUID;

/// Rows of the matrix as requests, on the ids of a scene; and that one came to nothing.
final class Attempts {

    private static final byte[] PICTURE = Pictures.png(1);

    private final Scene scene;

    Attempts(Scene scene) {
        this.scene = scene;
    }

    /// On the conversation that is visible to all who work in the store.
    Http on(Row row) {
        return on(row, scene.conversation, row.allQueries().getFirst());
    }

    Http on(Row row, UUID conversation) {
        return on(row, conversation, row.allQueries().getFirst());
    }

    Http on(Row row, UUID conversation, String query) {
        String path =
                filled(row.route().path() + query, conversation)
                        .replace("{message}", UUID.randomUUID().toString())
                        .replace("{note}", UUID.randomUUID().toString())
                        .replace("{seq}", cameByMail(row, conversation))
                        .replaceAll("\\{file[^}]*}", "nope.js")
                        .replace("{token}", "none")
                        .replace("{shop}", "none")
                        .replace("{subscription}", UUID.randomUUID().toString())
                        .replaceAll("\\{below:.*}$", "/x");
        if (row.route().path().endsWith("/logo/content")) {
            GivenMail.logo(scene.store);
            GivenMail.logo(scene.nextDoor);
        }
        // As every browser says, which unpacks what it gets.
        Http request = Http.of(row.route().method(), path).with("Accept-Encoding", "gzip");
        if (row.takesPicture()) {
            return request.body(PICTURE);
        }
        return row.body().isEmpty() ? request : request.json(filled(row.body(), conversation));
    }

    /// Which message came by mail: the first.
    private String cameByMail(Row row, UUID conversation) {
        if (row.route().path().contains("{seq}")) {
            GivenMail.firstMessageCameByMail(scene.store, conversation);
            GivenMail.firstMessageCameByMail(scene.nextDoor, conversation);
        }
        return "1";
    }

    /// In the store next door.
    Http nextDoor(Row row, UUID conversation) {
        Http request = on(row, conversation);
        String path =
                request.path()
                        .replace(
                                scene.store.id().value().toString(),
                                scene.nextDoor.id().value().toString())
                        .replace(scene.store.key(), scene.nextDoor.key());
        return new Http(request.method(), path, request.headers(), request.body());
    }

    /// Refused like this, without a word of anybody, and nothing is stored.
    void assertKeptOut(String outcome, Http request) {
        Map<String, Long> before =
                request.method().equals("GET") ? Map.of() : DatabaseOwner.rowCounts();

        Answer answer = request.send();

        assertRefused(answer, outcome);
        scene.canaries.assertFitForEverybody(answer.everything());
        if (!before.isEmpty()) {
            assertThat(DatabaseOwner.rowCounts()).isEqualTo(before);
        }
    }

    private String filled(String template, UUID conversation) {
        return scene.filled(
                template.replace("{conversation}", conversation.toString())
                        .replace("{assignee}", scene.assigneeOf(conversation)));
    }
}
