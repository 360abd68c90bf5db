package dev.shopbell.access;

import dev.shopbell.access.FrameMatrix.Hearers;
import dev.shopbell.customer.VisitorSecret;
import dev.shopbell.store.Store;
import dev.shopbell.testkit.Given.SignedIn;
import dev.shopbell.testkit.Http;
import dev.shopbell.testkit.LiveClient;
import dev.shopbell.testkit.Pictures;
import dev.shopbell.testkit.ShopperBrowser;
import dev.shopbell.testkit.StaffBrowser;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;

/// Everybody of a scene whom a socket lets in, each at their own, past its greeting; and what those
/// who may do in the hidden conversation. Its customer comes last.
final class Room implements AutoCloseable {

    /// Somebody who may not see the hidden conversation. `known` are those of its ids that they
    /// know all the same.
    record Stranger(String name, LiveClient socket, List<UUID> known) {}

    private final URI server;
    private final Scene scene;

    private final List<LiveClient> readers = new ArrayList<>();
    private final Map<SignedIn, LiveClient> staff = new LinkedHashMap<>();
    private final Map<String, LiveClient> shoppers = new LinkedHashMap<>();
    private final LiveClient shopper;

    // Also those pages that are not listened to any more.
    private final List<LiveClient> open = new ArrayList<>();

    Room(URI server, Scene scene) {
        this.server = server;
        this.scene = scene;
        openEverybodysPage();
        this.shopper = shopper(scene.store, scene.hiddenShopper);
    }

    List<Stranger> strangers() {
        List<Stranger> all = new ArrayList<>();
        staff.forEach((person, socket) ->
                all.add(new Stranger(person.staff().name(), socket, scene.knownTo(person))));
        shoppers.forEach((name, socket) -> all.add(new Stranger(name, socket, List.of())));
        return all;
    }

    /// Those of them who work here or next door.
    Map<SignedIn, LiveClient> strangersOfStaff() {
        return staff;
    }

    /// The customer of the conversation that this member of the staff may see.
    LiveClient shopperOf(SignedIn person) {
        return Objects.requireNonNull(
                shoppers.get(person.equals(scene.neighbour) ? "next door" : "a shopper"));
    }

    /// Who is to hear a frame of the hidden conversation.
    List<LiveClient> hearers(Hearers hearers) {
        return switch (hearers) {
            case READERS -> readers();
            case ASSIGNEE -> List.of(assignee());
            case SHOPPER -> List.of(shopper);
        };
    }

    /// Everybody who may see it, and its customer.
    List<LiveClient> insiders() {
        List<LiveClient> all = new ArrayList<>(readers);
        all.add(shopper);
        return all;
    }

    /// Those who may see it.
    List<LiveClient> readers() {
        return List.copyOf(readers);
    }

    private LiveClient assignee() {
        return readers.getFirst();
    }

    LiveClient shopper() {
        return shopper;
    }

    void everybodyOpensAnotherPage() {
        readers.clear();
        openEverybodysPage();
    }

    void theShopperWrites() {
        scene.writeInHidden();
    }

    void theShopperTypes() {
        ShopperBrowser.types(shopper);
    }

    void theAssigneeTypes() {
        StaffBrowser.types(assignee(), scene.hidden, false);
    }

    void theAssigneeDrafts() {
        assigneesBrowser().draft(scene.hidden, "staff", "That hoopoe, again");
    }

    void theAssigneeKeepsANote() {
        assigneesBrowser().keepNote(scene.hidden, "A regular");
    }

    void theAssigneeAnswers() {
        assigneesBrowser().answer(scene.hidden, "That hoopoe?");
    }

    void theAssigneeDescribes() {
        UUID picture = UUID.randomUUID();
        String upload =
                "/api/staff/stores/%s/conversations/%s/attachments/%s?name=hoopoe.png"
                        .formatted(scene.store.id().value(), scene.hidden, picture);
        Http.of("PUT", upload).as(scene.assignee).body(Pictures.png(1)).send();
        StaffBrowser browser = assigneesBrowser();
        browser.answer(scene.hidden, "", List.of(picture));
        browser.describe(scene.hidden, picture, "That hoopoe");
    }

    void theAssigneeReads() {
        scene.writeInHidden();
        StaffBrowser browser = assigneesBrowser();
        long last = browser.thread(scene.hidden).at("/conversation/lastSeq").asLong();
        browser.read(scene.hidden, last);
    }

    /// Those, too, who may not see what they say is on their screens.
    void allStaffLook() {
        readers.forEach(socket -> StaffBrowser.views(socket, scene.hidden));
        staff.values().forEach(socket -> StaffBrowser.views(socket, scene.hidden));
    }

    /// Says something that each of the strangers hears; returns when they have. What they were to
    /// hear before has come by then.
    String lastWords() {
        String words = scene.lastWords();
        for (Stranger stranger : strangers()) {
            Awaitility.await().until(() -> stranger.socket().heard().toString().contains(words));
        }
        return words;
    }

    @Override
    public void close() {
        open.forEach(LiveClient::close);
    }

    private void openEverybodysPage() {
        readers.add(staff(scene.assignee));
        scene.readersOfHidden().forEach(person -> readers.add(staff(person)));
        scene.strangersToHidden().forEach(person -> staff.put(person, staff(person)));
        staff.put(scene.neighbour, staff(scene.neighbour));
        shoppers.put("a shopper", shopper(scene.store, scene.shopper));
        shoppers.put("another shopper", shopper(scene.store, scene.otherShopper));
        shoppers.put("next door", shopper(scene.nextDoor, scene.shopperNextDoor));
    }

    private LiveClient staff(SignedIn person) {
        StaffBrowser browser = new StaffBrowser(server, person);
        LiveClient socket = browser.connect(browser.inbox().get("position"));
        open.add(socket);
        socket.next("changes");
        return socket;
    }

    private LiveClient shopper(Store store, VisitorSecret secret) {
        ShopperBrowser browser = new ShopperBrowser(server, store, secret);
        long known = browser.thread().at("/conversation/lastPublicSeq").asLong();
        LiveClient socket = browser.connect(known);
        open.add(socket);
        socket.next("welcome");
        return socket;
    }

    private StaffBrowser assigneesBrowser() {
        return new StaffBrowser(server, scene.assignee);
    }
}
