package dev.shopbell.app.setup;

import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.installation.PublicUrl;
import dev.shopbell.staff.Staff;
import dev.shopbell.staff.Team;
import dev.shopbell.staff.Team.NewStaff;
import dev.shopbell.store.NewStore;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.StoreSettings;
import dev.shopbell.store.Stores;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The first run. While nobody owns the installation, whoever reads the code in the log can make
/// the first owner and store; afterwards the door is gone for good.
@Singleton
public final class SetUp {

    private static final Logger LOG = Logger.getLogger("shopbell.setup");

    private final Database database;
    private final Installation installation;
    private final Stores stores;
    private final Team team;
    private final Ids ids;
    private final InstantSource clock;
    private final int port;

    // Drawn at the start of an installation that is not set up; gone once it is.
    private volatile @Nullable SetUpCode code;

    SetUp(
            Database database,
            Installation installation,
            Stores stores,
            Team team,
            Ids ids,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.database = database;
        this.installation = installation;
        this.stores = stores;
        this.team = team;
        this.ids = ids;
        this.clock = clock;
        this.port = port;
    }

    /// What was made.
    public record Done(Staff owner, Store store) {}

    void start(
            @Observes StartupEvent started,
            @ConfigProperty(name = "shopbell.demo", defaultValue = "false") boolean demo) {
        if (!demo && !installation.isSetUp()) {
            SetUpCode drawn = SetUpCode.draw(new SecureRandom());
            code = drawn;
            LOG.infof(
                    "Nobody owns this installation yet. Open http://localhost:%d/setup and enter %s",
                    port, drawn.spelt());
        }
    }

    boolean isOpen() {
        return code != null && !installation.isSetUp();
    }

    boolean isCode(String typed) {
        SetUpCode drawn = code;
        return drawn != null && drawn.is(typed);
    }

    /// Makes the owner and their store in one transaction; empty when somebody else was first.
    public Optional<Done> complete(
            PublicUrl url, NewStaff owner, NewStore store, StoreSettings settings) {
        StoreId id = new StoreId(ids.next());
        Team.Hashed hashed = team.hashed(owner);
        Optional<Done> done =
                database.inStore(
                        id,
                        tx -> {
                            if (!Installation.setUp(tx, url, clock.instant())) {
                                return Optional.empty();
                            }
                            Store opened = stores.open(tx, id, store, settings, clock.instant());
                            team.makeRoles(tx, id);
                            return Optional.of(new Done(team.addOwner(tx, id, hashed), opened));
                        });
        if (done.isPresent()) {
            code = null;
        }
        return done;
    }
}
