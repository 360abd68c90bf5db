package dev.shopbell.access;

import dev.shopbell.testkit.RunningRoutes.Route;

/// A route of the matrix: whose door it is, and what to send there. `body` is empty where there is
/// none, `query` where none is needed.
record Row(Route route, Door door, String query, String body) {

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
        /// Members of the store who manage its staff. TeamAccessTest has all about it.
        TEAM,
        /// The same and Inbox administrators.
        TEAM_READING,
        /// Anybody from our own pages who has the link of an invitation. InvitationTest has the
        /// rest.
        WITH_A_LINK,
        /// Whoever holds the secret.
        SHOPPER
    }

    static Row of(Door door, String method, String path) {
        return new Row(new Route(method, path), door, "", "");
    }

    Row asking(String query) {
        return new Row(route, door, query, body);
    }

    Row saying(String json) {
        return new Row(route, door, query, json);
    }

    boolean isWrite() {
        return !route.method().equals("GET");
    }

    boolean posts() {
        return route.path().endsWith("/messages/{message}");
    }

    @Override
    public String toString() {
        return route.toString();
    }
}
