package dev.shopbell.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.crash.Audit.Fault;
import dev.shopbell.crash.Audit.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The attack of [KillIT] finds what it looks for: on a Shopbell that loses or doubles messages it
/// fails.
@Tag("crash")
class PlantedFaultIT {

    private static final int KILLS = 2;
    private static final int ACKNOWLEDGED_BEFORE_A_KILL = 20;

    /// The look-up of the client id finds nothing any more; everything else sees every message.
    private static final String FORGET_CLIENT_IDS =
            """
            ALTER TABLE message DROP CONSTRAINT message_sent_once CASCADE;
            CREATE POLICY client_ids_are_forgotten ON message AS RESTRICTIVE FOR SELECT
                USING (current_query() NOT LIKE '%m.client_id = $%');
            """;

    @TempDir private Path data;

    @Test
    void acknowledgingBeforeTheCommitIsNoticed() throws Exception {
        try (Shop shop = Shop.withEarlyCommits(data)) {
            shop.start();
            Opened opened = Opened.in(shop);
            shop.plantEarlyCommits();

            assertThat(kindsOfFaults(shop, opened)).contains(Kind.LOST);
        }
    }

    @Test
    void forgettingClientIdsIsNoticed() throws Exception {
        try (Shop shop = Shop.in(data)) {
            shop.start();
            Opened opened = Opened.in(shop);
            try (Connection owner = shop.cluster().connect();
                    Statement statement = owner.createStatement()) {
                statement.execute(FORGET_CLIENT_IDS);
            }

            assertThat(kindsOfFaults(shop, opened)).contains(Kind.DOUBLED);
        }
    }

    private static Set<Kind> kindsOfFaults(Shop shop, Opened opened) throws Exception {
        Storm storm = new Storm(shop, opened, Storm.dice(new Random().nextLong()));
        storm.begin();
        for (int kill = 0; kill < KILLS; kill++) {
            storm.awaitAcknowledged(ACKNOWLEDGED_BEFORE_A_KILL);
            Killing.SERVER.strike(shop);
        }
        storm.awaitAcknowledged(ACKNOWLEDGED_BEFORE_A_KILL);
        storm.calm();
        storm.silence();
        List<Fault> faults = Audit.of(storm.history().sent(), storm.truth());
        return faults.stream().map(Fault::kind).collect(Collectors.toSet());
    }
}
