package dev.shopbell.api;

import dev.shopbell.commerce.ImportId;
import dev.shopbell.commerce.ImportKind;
import dev.shopbell.commerce.ImportMistake;
import dev.shopbell.commerce.ImportReport;
import dev.shopbell.commerce.Imports;
import dev.shopbell.integration.ApiScope;
import dev.shopbell.platform.http.HttpRefusal;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.TakesFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Many things told at once, for the store's own systems.
@Path("/api/v1/imports/{import}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ImportsResource {

    private static final int MOST_BYTES = 1024 * 1024;

    private final Imports imports;
    private final CallingSystem caller;

    ImportsResource(Imports imports, CallingSystem caller) {
        this.imports = imports;
        this.caller = caller;
    }

    record DataImportView(
            UUID id,
            long lines,
            long customers,
            long products,
            long orders,
            long wrong,
            List<ImportMistake> mistakes,
            Instant startedAt,
            Instant changedAt) {

        static DataImportView of(ImportReport report) {
            return new DataImportView(
                    report.id().value(),
                    report.lines(),
                    report.customers(),
                    report.products(),
                    report.orders(),
                    report.wrong(),
                    report.mistakes(),
                    report.startedAt(),
                    report.changedAt());
        }
    }

    record DataImportAnswer(DataImportView dataImport) {}

    @GET
    @ForIntegrations({})
    public DataImportAnswer read(
            @PathParam("import") UUID id, @QueryParam("after") @DefaultValue("0") long after) {
        return imports.find(caller.store(), new ImportId(id), after)
                .map(DataImportView::of)
                .map(DataImportAnswer::new)
                .orElseThrow(() -> new RefusedException(HttpRefusal.NOT_FOUND));
    }

    /// Safe to repeat. What the key must allow is asked of each line.
    @PUT
    @Path("lines/{from}")
    @TakesFile(mostBytes = MOST_BYTES)
    @ForIntegrations({})
    public DataImportAnswer take(
            @PathParam("import") UUID id, @PathParam("from") long from, InputStream body) {
        if (from < 1) {
            throw new RefusedException(HttpRefusal.INVALID_VALUE, "from");
        }
        return new DataImportAnswer(
                DataImportView.of(
                        imports.take(
                                caller.store(), new ImportId(id), from, all(body), allowed())));
    }

    private Set<ImportKind> allowed() {
        Set<ImportKind> allowed = EnumSet.noneOf(ImportKind.class);
        for (ImportKind kind : ImportKind.values()) {
            if (caller.integration().may(scope(kind))) {
                allowed.add(kind);
            }
        }
        return allowed;
    }

    private static ApiScope scope(ImportKind kind) {
        return switch (kind) {
            case CUSTOMER -> ApiScope.WRITE_CUSTOMERS;
            case PRODUCT -> ApiScope.WRITE_PRODUCTS;
            case ORDER -> ApiScope.WRITE_ORDERS;
        };
    }

    private static byte[] all(InputStream body) {
        try {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
