package dev.shopbell.access;

import dev.shopbell.testkit.RunningRoutes.Route;
import java.util.List;
import java.util.stream.Stream;

/// A route of the matrix: whose door it is, and what to send there. What is asked for in `queries`
/// tells somebody who may know of the hidden conversation, which proves that it would be heard;
/// what is asked for in `vainQueries` tells nobody. `body` is empty where there is none.
record Row(Route route, Door door, List<String> queries, List<String> vainQueries, String body) {

    private static final List<String> NO_QUERY = List.of("");

    Row {
        queries = List.copyOf(queries);
        vainQueries = List.copyOf(vainQueries);
    }

    /// Who is let in, and so who is to be kept out.
    enum Door {
        /// Anybody; what is said there is said to all.
        EVERYBODY,
        /// Anybody from our own pages.
        OUR_PAGES,
        /// Anybody from our own pages who has read the log. SetUpTest has the rest.
        WITH_THE_CODE,
        /// Whoever is signed in.
        SIGNED_IN,
        /// Members of the store with the permission.
        STORE,
        /// The same, as far as they may see the conversation.
        CONVERSATION,
        /// Inbox administrators of the store.
        ADMINISTRATION,
        /// Members of the store with that permission, and Inbox administrators.
        SETTINGS_READING,
        /// Members of the store who manage its staff. TeamAccessTest has all about it.
        TEAM,
        /// The same and Inbox administrators.
        TEAM_READING,
        /// Anybody from our own pages who has the link of an invitation. InvitationTest has the
        /// rest.
        WITH_A_LINK,
        /// Whoever may see the conversation, and of some files fewer. FileAccessTest has all about
        /// it.
        FILES,
        /// The same for whoever holds the secret of the conversation, or is named as its viewer.
        OWN_FILES,
        /// Whoever holds the secret.
        SHOPPER,
        /// Whom the store vouches for, or who was mailed a link, whoever they were.
        /// IdentityAccessTest and ConfirmationTest have all about it.
        VOUCHED,
        /// Systems of the store that show a key with the scope. ApiAccessTest has all about it.
        INTEGRATION
    }

    static Row of(Door door, String method, String path) {
        return new Row(new Route(method, path), door, NO_QUERY, List.of(), "");
    }

    Row asking(String... all) {
        return new Row(route, door, List.of(all), vainQueries, body);
    }

    /// Besides.
    Row askingInVain(String... all) {
        return new Row(route, door, queries, List.of(all), body);
    }

    /// The answer never speaks of a conversation, not even to those who may know of it.
    Row tellingNothing() {
        return new Row(route, door, List.of(), queries, body);
    }

    Row saying(String json) {
        return new Row(route, door, queries, vainQueries, json);
    }

    List<String> allQueries() {
        return Stream.concat(queries.stream(), vainQueries.stream()).toList();
    }

    boolean isWrite() {
        return !route.method().equals("GET");
    }

    boolean takesPicture() {
        return route.method().equals("PUT") && route.path().matches(".*/(picture|logo)");
    }

    boolean posts() {
        return route.path().endsWith("/messages/{message}");
    }

    @Override
    public String toString() {
        return route.toString();
    }
}
