package dev.shopbell.app.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.app.demo.DemoLinks.Links;
import dev.shopbell.app.demo.DemoLinks.SignIn;
import dev.shopbell.integration.ApiKeyDraft;
import dev.shopbell.integration.ApiKeyId;
import dev.shopbell.integration.ApiKeySecret;
import dev.shopbell.integration.ApiKeys;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.integration.identity.IdentityKeyDraft;
import dev.shopbell.integration.identity.IdentityKeyId;
import dev.shopbell.integration.identity.IdentityKeys;
import dev.shopbell.integration.identity.TokenAlgorithm;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.id.Ids;
import dev.shopbell.platform.installation.Installation;
import dev.shopbell.platform.installation.PublicUrl;
import dev.shopbell.staff.Colleague;
import dev.shopbell.staff.Member;
import dev.shopbell.staff.Staff;
import dev.shopbell.staff.StaffId;
import dev.shopbell.staff.Team;
import dev.shopbell.staff.Team.NewStaff;
import dev.shopbell.store.DiscountLink;
import dev.shopbell.store.NewStore;
import dev.shopbell.store.Origins;
import dev.shopbell.store.Store;
import dev.shopbell.store.StoreId;
import dev.shopbell.store.StoreSettings;
import dev.shopbell.store.Stores;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The demo: on the first start a store with staff and some four hundred conversations, all or
/// nothing; at every start the shop's pages beside the inbox.
@Singleton
final class Demo {

    // The same shop in every demo, so that a bookmarked link still works after a fresh start.
    private static final StoreId STORE =
            new StoreId(UUID.fromString("0193a000-0000-7000-8000-00000000d0e5"));
    private static final IdentityKeyId SHOP_IDENTITY =
            new IdentityKeyId(UUID.fromString("6f1d5c3a-2b7e-4d7f-9a31-5b0c8e4f7a21"));
    private static final ApiKeyId SHOP_KEY =
            new ApiKeyId(UUID.fromString("0193a000-0000-7000-8000-00000000d0ea"));
    private static final Set<ApiScope> SHOP_SCOPES =
            Set.of(
                    ApiScope.READ_CUSTOMERS,
                    ApiScope.WRITE_CUSTOMERS,
                    ApiScope.WRITE_PRODUCTS,
                    ApiScope.READ_ORDERS,
                    ApiScope.WRITE_ORDERS);
    private static final String SHOP_HOST = "http://shop.localhost:";
    private static final String PASSWORD = "ring the little bell";
    private static final long SEED = 20_261_116;

    private final boolean isOn;
    private final String host;
    private final int port;
    private final Database database;
    private final Installation installation;
    private final Stores stores;
    private final Team team;
    private final DemoData data;
    private final DemoShop shop;
    private final DemoOffice office;
    private final ApiKeys keys;
    private final IdentityKeys identities;
    private final ObjectMapper json;
    private final DemoMailServer mail;
    private final DemoLinks links;
    private final Ids ids;
    private final InstantSource clock;

    Demo(
            @ConfigProperty(name = "shopbell.demo", defaultValue = "false") boolean isOn,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            Database database,
            Installation installation,
            Stores stores,
            Team team,
            DemoData data,
            DemoShop shop,
            DemoOffice office,
            ApiKeys keys,
            IdentityKeys identities,
            ObjectMapper json,
            DemoMailServer mail,
            DemoLinks links,
            Ids ids,
            InstantSource clock) {
        this.isOn = isOn;
        this.host = host;
        this.port = port;
        this.database = database;
        this.installation = installation;
        this.stores = stores;
        this.team = team;
        this.data = data;
        this.shop = shop;
        this.office = office;
        this.keys = keys;
        this.identities = identities;
        this.json = json;
        this.mail = mail;
        this.links = links;
        this.ids = ids;
        this.clock = clock;
    }

    void prepare(@Observes StartupEvent started) {
        if (isOn) {
            database.inStore(STORE, this::seedOnce);
            Store store = stores.get(STORE);
            mail.open();
            shop.open(host, port + 1, store.key(), publicUrl().origin());
        }
    }

    void ready(@ObservesAsync HttpServerStart listening) {
        if (isOn) {
            office.open(hereAt(port), shopOrigin(), keyOfShop(), tokensOfShop());
            String inbox = publicUrl().origin();
            List<SignIn> staff =
                    data.staff().stream()
                            .map(person -> new SignIn(person.email(), PASSWORD, person.role()))
                            .toList();
            links.tell(
                    new Links(
                            inbox,
                            shopOrigin(),
                            "http://mailbox.localhost:" + (port + 1),
                            mail.address(),
                            inbox + "/api",
                            stores.get(STORE).key(),
                            staff));
        }
    }

    private boolean seedOnce(StoreTransaction tx) {
        boolean isFirst = Installation.setUp(tx, publicUrl(), clock.instant());
        if (isFirst) {
            seed(tx);
        } else {
            moveShop(tx);
            moveDiscountLink(tx);
        }
        return isFirst;
    }

    /// This time it is on another port, perhaps. Addresses that somebody added stay.
    private void moveShop(StoreTransaction tx) {
        List<String> origins = new ArrayList<>(List.of(shopOrigin()));
        stores.now(tx, STORE).origins().stream()
                .filter(origin -> !origin.startsWith(SHOP_HOST))
                .forEach(origins::add);
        boolean _ = stores.moveTo(tx, STORE, new Origins(origins));
    }

    /// Unless somebody who tried things out has another one.
    private void moveDiscountLink(StoreTransaction tx) {
        DiscountLink link = stores.now(tx, STORE).settings().discountLink();
        if (link != null && DemoDiscounts.isOurs(link.template())) {
            applyDiscounts(tx);
        }
    }

    private void applyDiscounts(StoreTransaction tx) {
        boolean _ =
                stores.applyDiscountsAt(
                        tx, STORE, new DiscountLink(DemoDiscounts.linkTo(shopOrigin())));
    }

    private void seed(StoreTransaction tx) {
        NewStore shopkeeper = NewStore.checked("Hearthlow", shopOrigin(), "Europe/Warsaw");
        StoreSettings settings = StoreSettings.DEFAULTS.keepingPagesVisited();
        stores.open(tx, STORE, shopkeeper, settings, clock.instant());
        applyDiscounts(tx);
        team.makeRoles(tx, STORE);
        Map<String, StaffId> staff = new LinkedHashMap<>();
        for (DemoData.StaffPerson person : data.staff()) {
            staff.put(person.email(), add(tx, person).id());
        }
        DemoHistory history =
                new DemoHistory(
                        data,
                        new DemoGoods(json, shopOrigin()),
                        staff,
                        new Random(SEED),
                        clock.instant(),
                        shopOrigin());
        DemoSql sql = new DemoSql(tx, STORE, ids);
        sql.insert(history.threads(), List.copyOf(staff.values()));
        new DemoCustomerSql(tx, STORE, ids, data, clock.instant())
                .insert(data.shopCustomers(), staff, shopOrigin());
        new DemoPagesSql(tx, STORE).insert(shopOrigin());
        sql.insertQuickReplies(data.quickReplies(), List.copyOf(staff.values()));
        sql.insertFaqs(data.faqs(), staff.values().iterator().next());
    }

    private Staff add(StoreTransaction tx, DemoData.StaffPerson person) {
        Team.Hashed account =
                team.hashed(NewStaff.checked(person.name(), person.email(), PASSWORD, "staff"));
        return switch (person.role()) {
            case "owner" -> team.addOwner(tx, STORE, account);
            case "inbox_administrator" -> team.add(tx, STORE, account, Team.INBOX_ADMINISTRATOR);
            default -> team.add(tx, STORE, account, Team.CONVERSATION_MANAGEMENT);
        };
    }

    /// A key is shown only when it is made, so each start makes it anew.
    private ApiKeySecret keyOfShop() {
        Member owner = owner();
        keys.revoke(owner, SHOP_KEY);
        return keys.make(owner, SHOP_KEY, new ApiKeyDraft("Hearthlow's shop", SHOP_SCOPES))
                .secret();
    }

    /// And another secret, too. Null where somebody who tried things out left no room for its key:
    /// then who signs in to the shop stays a stranger in the chat.
    private @Nullable DemoTokens tokensOfShop() {
        Member owner = owner();
        identities.revoke(owner, SHOP_IDENTITY);
        try {
            IdentityKeyDraft wanted =
                    new IdentityKeyDraft("Hearthlow's shop", TokenAlgorithm.HS256, null);
            String secret = identities.make(owner, SHOP_IDENTITY, wanted).secret();
            return secret == null ? null : new DemoTokens(json, stores.get(STORE).key(), secret);
        } catch (RefusedException _) {
            return null;
        }
    }

    private Member owner() {
        DemoData.StaffPerson person = data.staff().getFirst();
        Colleague owner =
                database.inStore(STORE, tx -> team.colleagues(tx, STORE)).stream()
                        .filter(colleague -> colleague.name().equals(person.name()))
                        .findFirst()
                        .orElseThrow();
        return new Member(
                STORE, "Hearthlow", owner.id(), owner.name(), true, List.of(), Set.of(), false, 0);
    }

    /// Where this server is for programs on the same machine.
    private String hereAt(int port) {
        return "http://%s:%d".formatted(host.equals("0.0.0.0") ? "127.0.0.1" : host, port);
    }

    private PublicUrl publicUrl() {
        return installation.publicUrl().orElseGet(() -> new PublicUrl("http://localhost:" + port));
    }

    private String shopOrigin() {
        return SHOP_HOST + (port + 1);
    }
}
