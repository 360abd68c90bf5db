package dev.shopbell.commerce;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shopbell.platform.database.Database;
import dev.shopbell.platform.database.StoreTransaction;
import dev.shopbell.platform.http.RefusedException;
import dev.shopbell.platform.http.ThrottledException;
import dev.shopbell.store.StoreId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Many things told at once, as lines that come in parts. A part is taken whole or not at all, and
/// each line once, however often its part is sent: so whoever was interrupted goes on where the
/// report says, or begins again.
@Singleton
public final class Imports {

    private static final int MISTAKES_KEPT = 10_000;
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /// Each part holds a connection for as long as it takes, and there are not many for all stores.
    private static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final ObjectMapper json;
    private final Lists lists;
    private final Erased erased;
    private final InstantSource clock;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Imports(Database database, ObjectMapper json, Erased erased, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.lists = new Lists(json);
        this.erased = erased;
        this.clock = clock;
    }

    /// Takes those of these lines that were not taken yet, of which the first has the number
    /// `from`, counted from 1. The mistakes in the answer begin with those of these lines.
    ///
    /// @throws ThrottledException when too many parts, of whatever stores, are taken just now
    public ImportReport take(
            StoreId store, ImportId id, long from, byte[] body, Set<ImportKind> allowed) {
        List<byte[]> lines = ImportPart.lines(body);
        awaitTurn();
        try {
            return keep(store, id, from, lines, allowed);
        } finally {
            turns.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ThrottledException(PATIENCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ThrottledException(PATIENCE);
        }
    }

    private ImportReport keep(
            StoreId store, ImportId id, long from, List<byte[]> lines, Set<ImportKind> allowed) {
        Instant now = clock.instant();
        return database.inStore(
                store,
                tx -> {
                    ImportSql sql = new ImportSql(tx, store, id);
                    long taken = sql.begin(now);
                    if (from > taken + 1) {
                        throw new RefusedException(
                                ImportRefusal.IMPORT_GAP, Map.of("next", taken + 1));
                    }
                    if (taken == 0) {
                        sql.forgetBefore(now.minus(REMEMBERED));
                    }
                    int known = (int) Math.min(lines.size(), taken + 1 - from);
                    List<byte[]> fresh = lines.subList(known, lines.size());
                    if (!fresh.isEmpty()) {
                        ImportPart part = read(fresh, taken + 1, allowed, now);
                        part.leaveOut(erased.among(tx, store, part));
                        keep(tx, store, part);
                        tx.announce(new ShopCustomersTold(store, part.customersToldOf()));
                        keepMistakes(sql, part.mistakes);
                        sql.advance(fresh.size(), part, now);
                    }
                    return sql.find(from - 1).orElseThrow();
                });
    }

    /// How far it is, with the mistakes behind a line; kept for thirty days after the last part.
    public Optional<ImportReport> find(StoreId store, ImportId id, long after) {
        return database.inStore(store, tx -> new ImportSql(tx, store, id).find(after));
    }

    private ImportPart read(List<byte[]> lines, long first, Set<ImportKind> allowed, Instant now) {
        ImportPart part = new ImportPart(json, allowed, now);
        long number = first;
        for (byte[] line : lines) {
            part.read(line, number);
            number++;
        }
        return part;
    }

    /// In the order of ids, in which whoever imports the same beside it locks them, too.
    private void keep(StoreTransaction tx, StoreId store, ImportPart part) {
        new ShopCustomerSql(tx, store, json).save(sorted(part.customers, ShopCustomer::id));
        new ProductSql(tx, store, lists).save(sorted(part.products, Product::id));
        new OrderSql(tx, store, lists).save(sorted(part.orders, Order::id));
    }

    private static <T> List<T> sorted(List<T> all, Function<T, ExternalId> id) {
        return all.stream().sorted(Comparator.comparing(each -> id.apply(each).value())).toList();
    }

    private static void keepMistakes(ImportSql sql, List<ImportMistake> mistakes) {
        if (!mistakes.isEmpty()) {
            long room = MISTAKES_KEPT - sql.mistakesKept();
            sql.insert(mistakes.stream().limit(Math.max(0, room)).toList());
        }
    }
}
