package dev.shopbell.contract;

import static dev.shopbell.contract.ApiRoute.Door.MEMBER;

import java.util.List;

/// The routes about mail that came in.
final class InboundMailRoutes {

    static final List<ApiRoute> ALL =
            List.of(
                    new ApiRoute(
                            MEMBER,
                            "GET /api/staff/stores/{store}/conversations/{conversation}/messages/{seq}/email",
                            "readOriginalMail",
                            "The mail a message came by, as a page for a frame",
                            null,
                            200,
                            null,
                            List.of()));

    private InboundMailRoutes() {}
}
