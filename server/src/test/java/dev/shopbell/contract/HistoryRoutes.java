package dev.shopbell.contract;

import dev.shopbell.contract.ApiRoute.Door;
import dev.shopbell.platform.http.HttpRefusal;
import java.util.List;
import java.util.Map;

/// The routes by which what was said before a thread began is read, and what the samples are of
/// that tell of it.
final class HistoryRoutes {

    private static final String THREAD = "/api/staff/stores/{store}/conversations/{conversation}";
    private static final String STAFF = "inbox.HistoryResource$";

    static final List<ApiRoute> ALL =
            List.of(
                    new ApiRoute(
                            Door.MEMBER,
                            "GET " + THREAD + "/history",
                            "readHistory",
                            "What was said before the thread began, in closed ones that go on in it",
                            null,
                            200,
                            "History",
                            List.of(HttpRefusal.INVALID_VALUE)),
                    new ApiRoute(
                            Door.MEMBER,
                            "GET " + THREAD + "/continuation",
                            "readContinuation",
                            "Where a closed thread goes on",
                            null,
                            200,
                            "Continuation",
                            List.of()),
                    new ApiRoute(
                            Door.SHOPPER,
                            "GET /api/widget/{key}/conversation/history",
                            "readOwnHistory",
                            "What was said before one's thread began, in closed ones that go on in it",
                            null,
                            200,
                            "ShopperHistory",
                            List.of(HttpRefusal.INVALID_VALUE)));

    private HistoryRoutes() {}

    static Map<String, Class<?>> shapes() {
        return Map.of(
                "staff-history", SamplesTest.hidden(STAFF + "HistoryView"),
                "staff-history-elsewhere", SamplesTest.hidden(STAFF + "HistoryView"),
                "staff-continuation", SamplesTest.hidden(STAFF + "ContinuationView"),
                "staff-continuation-elsewhere", SamplesTest.hidden(STAFF + "ContinuationView"),
                "shopper-history", SamplesTest.hidden("widget.ShopperHistory"));
    }
}
