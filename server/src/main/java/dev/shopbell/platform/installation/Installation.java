package dev.shopbell.platform.installation;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.RecentReads;
import dev.shopbell.platform.database.StoreTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// This installation: which history its feed numbers count in, and where browsers reach it.
@Singleton
public final class Installation {

    // A standby may be promoted while this process lives.
    private static final Duration EPOCH_KEPT = Duration.ofSeconds(5);

    private final Database database;

    // Written once by set-up and read by every request; both ways it is the same value for good.
    private volatile @Nullable PublicUrl publicUrl;
    private volatile boolean setUp;

    private final RecentReads<Boolean, String> epoch =
            new RecentReads<>(EPOCH_KEPT, 1, _ -> loadEpoch());

    /// What is configured (SHOPBELL_PUBLIC_URL) wins over what set-up was told.
    Installation(Database database, Config config) {
        this.database = database;
        this.publicUrl =
                config.getOptionalValue("shopbell.public-url", String.class)
                        .flatMap(PublicUrl::parse)
                        .orElse(null);
    }

    /// Empty until set-up is done or the configuration says it.
    public Optional<PublicUrl> publicUrl() {
        PublicUrl known = publicUrl;
        if (known == null) {
            known = database.acrossStores(Installation::readPublicUrl).orElse(null);
            publicUrl = known;
        }
        return Optional.ofNullable(known);
    }

    /// Whether somebody owns this installation.
    public boolean isSetUp() {
        if (!setUp) {
            setUp = database.acrossStores(tx -> readPublicUrl(tx).isPresent());
        }
        return setUp;
    }

    /// The history in which feed numbers count: another one after restore, move or upgrade, and on
    /// another timeline of the cluster (a promoted standby may lack the newest commits).
    public String epoch() {
        return epoch.get(true);
    }

    /// Whether the caller is the one who sets this installation up: true for exactly one
    /// transaction, ever, in which the first owner and store are then made.
    public static boolean setUp(StoreTransaction tx, PublicUrl url, Instant at) {
        return tx.createUpdate(
                                """
                                UPDATE installation
                                   SET public_url = :url, set_up_at = :at
                                 WHERE set_up_at IS NULL
                                """)
                        .bind("url", url.origin())
                        .bind("at", at)
                        .execute()
                == 1;
    }

    private String loadEpoch() {
        return database.acrossStores(Installation::readEpoch);
    }

    private static Optional<PublicUrl> readPublicUrl(Handle tx) {
        return tx.createQuery("SELECT public_url FROM installation WHERE set_up_at IS NOT NULL")
                .mapTo(String.class)
                .findOne()
                .map(PublicUrl::new);
    }

    private static String readEpoch(Handle tx) {
        return tx.createQuery(
                        """
                        SELECT epoch, substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) AS timeline
                          FROM installation
                        """)
                .map((row, _) ->
                        row.getObject("epoch", UUID.class).toString()
                                + "."
                                + Integer.parseInt(row.getString("timeline"), 16))
                .one();
    }
}
