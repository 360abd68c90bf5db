package dev.shopbell.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.staff.StaffId;
import dev.shopbell.store.Store;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInfo;

/// The store that recordings are made in. Anna's conversation is assigned to Priya, so Lena may not
/// see it. There are two others that both may see: Ben's with unread messages, and a resolved one.
///
/// Each test writes what happened to `protocol/samples/recorded`, to a file of its own name.
public record RecordedStore(
        Store store,
        StaffBrowser priya,
        StaffBrowser lena,
        ShopperBrowser anna,
        ShopperBrowser ben,
        Deeds deeds,
        String file) {

    public static RecordedStore open(Given given, Deeds deeds, URI server, TestInfo test) {
        Store store = given.store();
        StaffBrowser lena =
                new StaffBrowser(server, given.member(store, "Lena Berg", "Inbox administrator"));
        RecordedStore opened =
                new RecordedStore(
                        store,
                        new StaffBrowser(server, given.agent(store)),
                        lena,
                        new ShopperBrowser(server, store, given.secret()),
                        new ShopperBrowser(server, store, given.secret()),
                        deeds,
                        fileOf(test.getTestMethod().orElseThrow().getName()));
        ShopperBrowser carla = new ShopperBrowser(server, store, given.secret());
        carla.write("Thank you!");
        deeds.resolve(store, carla.conversation(), staff(lena));
        opened.everybodyWrites();
        return opened;
    }

    /// `aCustomerLeaves` is recorded in `a-customer-leaves.json`.
    public static String fileOf(String test) {
        return test.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".json";
    }

    /// Anna's conversation changes hands.
    public void assign(StaffBrowser to) {
        deeds.assign(store, anna.conversation(), staff(priya), staff(to));
    }

    public StaffPage priyasPage() {
        return StaffPage.of("Priya, whom it is assigned to", priya, anna.conversation());
    }

    public StaffPage lenasPage() {
        return StaffPage.of("Lena, who may not see it", lena);
    }

    public ShopperPage annasPage() {
        return ShopperPage.of("Anna, the shopper", anna);
    }

    /// `route` is what was asked of the server; null for what nobody asks for over HTTP.
    public void save(Recorder recorder, String action, @Nullable String route, Runnable deed) {
        ObjectNode recorded = recorder.record(action, route, deed);
        SampleFile.write(SampleFile.RECORDED.resolve(file), StableJson.of(recorded));
    }

    public static StaffId staff(StaffBrowser browser) {
        return browser.member().staff();
    }

    private void everybodyWrites() {
        ben.write("Is the blue bowl coming back?");
        ben.write("هل يمكنكم الشحن إلى عمّان؟");
        anna.write("Do you deliver to Malta?");
        priya.answer(anna.conversation(), "We do: https://shop.example/delivery?to=malta&days=5");
        anna.write("And how long does <b>that</b> take? 🙂");
        assign(priya);
    }
}
